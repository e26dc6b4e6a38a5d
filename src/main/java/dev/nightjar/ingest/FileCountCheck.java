package dev.nightjar.ingest;

import static java.util.Objects.requireNonNull;

import dev.nightjar.db.ingest.tables.records.FilesRecord;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Counted;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Visible;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.StageFailed;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the number of files that landed for a night with what their sources expect. */
final class FileCountCheck {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Map<String, Source> sources;
  private final FileLedger ledger;
  private final BusinessSettings business;

  FileCountCheck(Map<String, Source> sources, FileLedger ledger, BusinessSettings business) {
    this.sources = sources;
    this.ledger = ledger;
    this.business = business;
  }

  /**
   * The required files that are neither there nor late.
   *
   * @return such as {@code shop-orders (until 2026-07-01 06:00)}; empty if there are none
   */
  String awaited(Night night) {
    return sources.entrySet().stream()
        .filter(each -> isAwaited(each.getKey(), each.getValue().expect(), night))
        .map(
            each ->
                "%s (until %s)"
                    .formatted(each.getKey(), MOMENT.format(late(each.getValue().expect(), night))))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private boolean isAwaited(String source, Expectations expect, Night night) {
    return expect.required()
        && expect.by() != null
        && ledger.now().isBefore(late(expect, night).toOffsetDateTime())
        && came(source, night) < expect.minFiles();
  }

  /** When a file of the night is late. */
  private ZonedDateTime late(Expectations expect, Night night) {
    return night.date().plusDays(1).atTime(requireNonNull(expect.by())).atZone(business.zone());
  }

  /** The number of a source's files that came for a night. */
  private long came(String source, Night night) {
    var over = night.date().plusDays(1).atStartOfDay(business.zone()).toOffsetDateTime();
    return ledger.cameFor(night, over).stream()
        .filter(file -> file.getSource().equals(source))
        .count();
  }

  /**
   * Stops a night that has too few or too many files of a source. Duplicates do not count.
   *
   * @throws StageFailed {@link FailureCode#FILE_MISSING}, {@link FailureCode#TOO_MANY_FILES}
   */
  void requireFiles(Night night) {
    var landed =
        ledger.landedFor(night).stream()
            .filter(file -> !file.getVerdict().equals(FileLedger.DUPLICATE))
            .toList();
    var missing = new ArrayList<String>();
    var tooMany = new ArrayList<String>();
    sources.forEach(
        (name, source) -> {
          var expect = source.expect();
          long files = landed.stream().filter(file -> file.getSource().equals(name)).count();
          if (files < expect.minFiles()
              && (files > 0 || expect.required() && came(name, night) < expect.minFiles())) {
            missing.add(missing(name, expect, files));
          }
          if (expect.maxFiles() != null && files > expect.maxFiles()) {
            tooMany.add(
                "%s: %s came, but max-files is %d"
                    .formatted(name, Counted.of(files, "file"), expect.maxFiles()));
          }
        });
    refuse(
        FailureCode.FILE_MISSING,
        night,
        missing,
        "Nothing was loaded. Put the files into the inbox, or go on without them: --set"
            + " ingest.sources.SOURCE.expect.required=false");
    refuse(
        FailureCode.TOO_MANY_FILES,
        night,
        tooMany,
        "Nothing was loaded. Check the files; to load them all, --set"
            + " ingest.sources.SOURCE.expect.max-files=NUMBER");
  }

  private static void refuse(FailureCode code, Night night, List<String> problems, String advice) {
    if (!problems.isEmpty()) {
      throw new StageFailed(code, night, String.join("\n", problems) + "\n" + advice);
    }
  }

  private String missing(String name, Expectations expect, long files) {
    return "%s: %d of %d required files came%s; %s"
        .formatted(
            name,
            files,
            expect.minFiles(),
            expect.by() == null ? "" : " (expected by " + expect.by() + ")",
            lastCame(ledger.lastOf(name)));
  }

  private String lastCame(@Nullable FilesRecord last) {
    return last == null
        ? "none has ever come"
        : "the last one, %s, came on %s"
            .formatted(
                Visible.text(last.getName()),
                MOMENT.format(last.getLandedAt().atZoneSameInstant(business.zone())));
  }
}
