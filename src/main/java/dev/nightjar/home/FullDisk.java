package dev.nightjar.home;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Set;

/** A disk of this machine without room, as opposed to one of the database server. */
public final class FullDisk {
  /**
   * What the C library says in English; in another language, the failure has no code of its own.
   */
  private static final Set<String> SAID = Set.of("no space left on device", "disk quota exceeded");

  private FullDisk() {}

  /** Whether an exception means that a file could not be written for lack of room. */
  public static boolean is(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io && isFull(io)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFull(IOException thrown) {
    var said = thrown instanceof FileSystemException of ? of.getReason() : thrown.getMessage();
    return said != null && SAID.contains(said.toLowerCase(Locale.ROOT));
  }

  /** What to do about it. */
  public static Failure failure(Throwable cause) {
    return new Failure(
        FailureCode.DISK_FULL,
        """
        A disk of this machine has no room left.
        Next: make room on it, then nightjar resume, or the same command again where no night had begun\
        """,
        cause);
  }
}
