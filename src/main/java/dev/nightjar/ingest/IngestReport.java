package dev.nightjar.ingest;

import dev.nightjar.db.ingest.tables.records.FilesRecord;
import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Visible;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.StageReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports on the files that landed for a night. */
final class IngestReport {
  private final FileLedger ledger;
  private final Night night;

  IngestReport(FileLedger ledger, Night night) {
    this.ledger = ledger;
    this.night = night;
  }

  /**
   * Counts files and lines, and names the files that were not simply loaded.
   *
   * @param staying notes on files that stay in an inbox
   */
  StageReport of(List<String> staying) {
    var files = ledger.landedFor(night);
    var counts = counts(files);
    var summary =
        "%s: %,d loaded, %,d duplicate, %,d quarantined; %s read, %s%s"
            .formatted(
                Counted.of(files.size(), "file"),
                counts.getOrDefault(FileLedger.LOADED, 0L),
                counts.getOrDefault(FileLedger.DUPLICATE, 0L),
                counts.getOrDefault(FileLedger.QUARANTINED, 0L),
                Counted.of(counts.getOrDefault("lines-read", 0L), "line"),
                Counted.of(counts.getOrDefault("lines-rejected", 0L), "reject"),
                notes(files, staying).stream()
                    .map(each -> "; " + each)
                    .collect(Collectors.joining()));
    return new StageReport(summary, counts);
  }

  private static Map<String, Long> counts(List<FilesRecord> files) {
    var counts = new TreeMap<String, Long>();
    for (var file : files) {
      counts.merge(file.getVerdict(), 1L, Long::sum);
      counts.merge("lines-read", orZero(file.getLinesRead()), Long::sum);
      counts.merge("lines-loaded", orZero(file.getLinesLoaded()), Long::sum);
      counts.merge("lines-rejected", orZero(file.getLinesRejected()), Long::sum);
    }
    return counts;
  }

  private List<String> notes(List<FilesRecord> files, List<String> staying) {
    var notes = new ArrayList<String>();
    of(files, FileLedger.QUARANTINED).forEach(file -> notes.add(quarantined(file)));
    named(
            of(files, FileLedger.DUPLICATE).stream().map(FilesRecord::getName).toList(),
            "%s is a duplicate",
            "%,d files are duplicates, such as %s")
        .ifPresent(notes::add);
    named(
            ledger.correctionsOf(night),
            "%s replaces an earlier file of its name",
            "%,d files replace earlier ones of their names, such as %s")
        .ifPresent(notes::add);
    ledger.unknownChannels(night).ifPresent(notes::add);
    for (var file : files) {
      Stream.of(file.getNotes())
          .map(note -> Visible.text(file.getName()) + ": " + note)
          .forEach(notes::add);
    }
    notes.addAll(staying);
    return notes;
  }

  private static List<FilesRecord> of(List<FilesRecord> files, String verdict) {
    return files.stream().filter(file -> file.getVerdict().equals(verdict)).toList();
  }

  /** A note on a quarantined file. */
  static String quarantined(FilesRecord file) {
    return "%s is quarantined%s: %s"
        .formatted(
            Visible.text(file.getName()),
            file.getLineNumber() == null ? "" : ", line " + file.getLineNumber(),
            file.getReason());
  }

  /** The warning of a finished night without its quarantined files; empty if it has all. */
  static Optional<Failure> setAside(List<FilesRecord> files, Night night) {
    return files.stream()
        .findFirst()
        .map(
            first ->
                new Failure(
                    FailureCode.FILES_SET_ASIDE,
                    "%s%s. Next: put a corrected file of the same name into the inbox, then nightjar run --date %s --again"
                        .formatted(
                            quarantined(first),
                            files.size() == 1 ? "" : " (and %,d more)".formatted(files.size() - 1),
                            night.date())));
  }

  /**
   * A note on some files; empty if there are none.
   *
   * @param one takes the name
   * @param many takes the number of files and the first name
   */
  static Optional<String> named(List<String> names, String one, String many) {
    return names.stream()
        .findFirst()
        .map(
            first ->
                names.size() == 1
                    ? one.formatted(Visible.text(first))
                    : many.formatted(names.size(), Visible.text(first)));
  }

  private static long orZero(@Nullable Long count) {
    return count == null ? 0 : count;
  }
}
