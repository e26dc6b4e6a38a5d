package dev.nightjar.ingest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a file.
 *
 * @param layout how it is written
 * @param columns their names
 * @param read lines, the header not counted
 * @param rejected lines of those
 * @param firstRejects the first thousand of them
 * @param latestDay of the lines, up to the day on which the file landed; null if there is none
 * @param notes what the night says about the file
 */
record FileFindings(
    String layout,
    List<String> columns,
    long read,
    long rejected,
    List<Reject> firstRejects,
    @Nullable LocalDate latestDay,
    List<String> notes) {
  static final FileFindings NONE =
      new FileFindings("", List.of(), 0, 0, List.of(), null, List.of());
}
