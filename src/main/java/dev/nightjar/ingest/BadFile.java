package dev.nightjar.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that cannot be loaded as it is; nothing of it stays in the tables. */
final class BadFile extends RuntimeException {
  private final @Nullable Long line;
  private final transient List<Reject> rejects;

  /**
   * @param reason what is wrong, without a value of the file
   * @param line at which reading ended; null where no line is at fault
   * @param rejects found up to there
   */
  BadFile(String reason, @Nullable Long line, List<Reject> rejects) {
    super(reason);
    this.line = line;
    this.rejects = rejects;
  }

  @Nullable Long line() {
    return line;
  }

  List<Reject> rejects() {
    return rejects;
  }
}
