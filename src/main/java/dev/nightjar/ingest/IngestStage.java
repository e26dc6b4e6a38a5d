package dev.nightjar.ingest;

import dev.nightjar.db.ingest.tables.records.FilesRecord;
import dev.nightjar.formats.BadFile;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Rates;
import dev.nightjar.home.Visible;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageFailed;
import dev.nightjar.pipeline.StagePath;
import dev.nightjar.pipeline.StageReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lands the files of the night and loads them. */
@Component
public class IngestStage implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger("nightjar");

  private final DSLContext db;
  private final BusinessSettings business;
  private final IngestSettings settings;
  private final FileLedger ledger;
  private final ErasedLines erased;
  private final Inboxes inboxes;

  IngestStage(
      DSLContext db,
      BusinessSettings business,
      IngestSettings settings,
      FileLedger ledger,
      ErasedLines erased,
      Inboxes inboxes) {
    this.db = db;
    this.business = business;
    this.settings = settings;
    this.ledger = ledger;
    this.erased = erased;
    this.inboxes = inboxes;
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (settings.sources().isEmpty()) {
      problems.add(
          "ingest.sources: must not be empty; nightjar init makes a home, and nightjar guess FILE describes a source");
    }
    var rates = Rates.of(business);
    settings
        .sources()
        .forEach(
            (name, source) -> {
              var key = "ingest.sources." + name + ".";
              var currency = source.currency();
              if (currency != null && !rates.containsKey(currency.getCurrencyCode())) {
                problems.add(key + "currency: " + noRates(currency.getCurrencyCode()));
              }
              constantProblems(source)
                  .forEach(problem -> problems.add(key + "constants." + problem));
            });
    problems.addAll(inboxes.problems());
    return problems;
  }

  @Override
  public List<StagePath> paths() {
    return inboxes.paths();
  }

  private List<String> constantProblems(Source source) {
    var problems = new ArrayList<String>();
    var values = new ValueParser(source, business);
    for (var field : source.feed().fields()) {
      var constant = source.constants().get(field.name());
      try {
        if (constant != null) {
          values.parse(field.kind(), constant);
        }
      } catch (ValueParser.Unreadable e) {
        problems.add(
            e.reason() == Reject.Reason.OTHER_CURRENCY
                ? field.name() + ": " + noRates(String.valueOf(constant))
                : field.name() + ": is " + e.reason().code());
      }
    }
    return problems;
  }

  private String noRates(String currency) {
    return "is %1$s, but business.currency is %2$s; set business.rates.%1$s to what one %1$s is worth"
        .formatted(currency, business.currency());
  }

  @Override
  public StageReport run(Night night) {
    erased.require(db);
    // The next stages read the lines of the new files only, which an index without a summary of
    // them finds too. Earlier nights' lines need one; autovacuum often made it since.
    db.execute("select brin_summarize_new_values('ingest.order_lines_by_file')");
    ledger.replacePolicies(settings.sources(), business.zone());
    var staying = inboxes.land(night);
    ledger.waiting().forEach(this::load);
    removeWithheld();
    refuseBadFiles(night);
    return new IngestReport(ledger, night).of(staying);
  }

  private void load(FilesRecord file) {
    var path = inboxes.landing().resolve(file.getLandingPath());
    if (file.getSource().equals(IngestSettings.MENDED_REJECTS)) {
      var rejects = new MendedRejects(file, path, settings.sources(), business, erased);
      load(file, rejects::load, rejects::findings);
      return;
    }
    var source = settings.sources().get(file.getSource());
    if (source == null) {
      quarantine(file, new BadFile("its source is no longer configured", null), FileFindings.NONE);
      return;
    }
    var loader = new FileLoader(file, path, source, business, erased);
    load(file, loader::load, loader::findings);
  }

  private void load(FilesRecord file, Consumer<DSLContext> load, Supplier<FileFindings> findings) {
    try {
      load.accept(db);
    } catch (BadFile bad) {
      quarantine(file, bad, findings.get());
    }
  }

  private void quarantine(FilesRecord file, BadFile bad, FileFindings found) {
    ledger.quarantined(file.getFileId(), bad, found);
    erased.takeOut(db, file.getFileId());
    var name = Visible.text(file.getName());
    LOG.warn("{} is quarantined{}: {}", name, bad.place(), bad.getMessage());
  }

  /** Deletes landing files with lines of erased people, who are no longer in the tables. */
  private void removeWithheld() {
    try {
      for (var path : ledger.withheld()) {
        Files.deleteIfExists(inboxes.landing().resolve(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseBadFiles(Night night) {
    var bad =
        ledger.unresolved(night).stream()
            .filter(file -> isRequired(settings.sources().get(file.getSource())))
            .map(IngestReport::quarantined)
            .toList();
    if (!bad.isEmpty()) {
      throw new StageFailed(
          FailureCode.FILE_QUARANTINED,
          night,
          String.join("\n", bad) + "\nPut a mended file of the same name into the inbox first.");
    }
  }

  private static boolean isRequired(@Nullable Source source) {
    return source != null && source.expect().required();
  }

  @Override
  public List<Failure> warnings(Night night) {
    return IngestReport.setAside(ledger.unresolved(night), night).stream().toList();
  }
}
