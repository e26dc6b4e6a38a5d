package dev.nightjar.report;

import dev.nightjar.drawings.Figures;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Durable;
import dev.nightjar.home.Home;
import dev.nightjar.home.PrivateFiles;
import dev.nightjar.ports.NightReport;
import dev.nightjar.views.Audiences;
import dev.nightjar.views.Development;
import dev.nightjar.views.Moves;
import dev.nightjar.views.ScoreGrid;
import dev.nightjar.views.Segments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the views about a night, lays the answers out, and writes them as a page. */
@Component
final class HtmlReport implements NightReport {
  private static final Logger LOG = LoggerFactory.getLogger("nightjar");

  /** Nights of the development. */
  private static final int NIGHTS = 400;

  private static final String NAME = "report.html";
  private static final Pattern NIGHT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final DSLContext db;
  private final BusinessSettings business;
  private final ReportSettings settings;
  private final Home home;

  HtmlReport(DSLContext db, BusinessSettings business, ReportSettings settings, Home home) {
    this.db = db;
    this.business = business;
    this.settings = settings;
    this.home = home;
  }

  @Override
  public Path write(LocalDate night) {
    // in a transaction, so that no other night writes meanwhile
    return db.transactionResult(turn -> writeNow(night));
  }

  private Path writeNow(LocalDate night) {
    var root = home.resolve(settings.folder());
    var folder = root.resolve(night.toString());
    var target = folder.resolve(NAME);
    try {
      PrivateFiles.makeFolders(folder);
      // the command that writes a report has no turn
      var part = folder.resolve(".%s.%d.part".formatted(NAME, ProcessHandle.current().pid()));
      PrivateFiles.write(part, new Layout(facts(night), new Figures(Locale.ROOT)).page());
      Durable.rename(part, target);
      purge(root, night);
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private NightFacts facts(LocalDate night) {
    var audiences = Audiences.of(night, db);
    return new NightFacts(
        night,
        business.currency().getCurrencyCode(),
        Segments.of(night, db),
        ScoreGrid.of(night, db),
        Development.upTo(night, NIGHTS, db),
        Moves.into(night, db).orElse(null),
        audiences,
        new Warnings(night, business.zone(), db).lines(audiences));
  }

  private void purge(Path root, LocalDate today) throws IOException {
    try (var folders = Files.list(root)) {
      for (var folder : folders.toList()) {
        var name = folder.getFileName().toString();
        if (NIGHT.matcher(name).matches() && settings.isExpired(LocalDate.parse(name), today)) {
          remove(folder);
        }
      }
    }
  }

  /** Removes what this class wrote, and the folder unless somebody put something else there. */
  private static void remove(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "{,.}" + NAME + "*")) {
      for (var file : files) {
        Files.deleteIfExists(file);
      }
    }
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      LOG.info("{} has other files, and stays", folder);
    }
  }
}
