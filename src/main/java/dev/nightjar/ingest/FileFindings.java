package dev.nightjar.ingest;

import java.util.List;

/**
 * What was found in a file.
 *
 * @param layout how it is written
 * @param columns their names
 * @param read lines, the header not counted
 * @param rejected lines of those
 * @param firstRejects the first thousand of them
 */
record FileFindings(
    String layout, List<String> columns, long read, long rejected, List<Reject> firstRejects) {
  static final FileFindings NONE = new FileFindings("", List.of(), 0, 0, List.of());
}
