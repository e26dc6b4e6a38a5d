package dev.nightjar.ports;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.nio.file.Path;
import java.time.LocalDate;

/** The files of extracts, as they were delivered. */
public interface ExtractFiles {

  /**
   * A file that was delivered.
   *
   * @param file the same bytes, on this machine
   * @param name under which it was delivered
   * @param contentHash SHA-256 of the bytes, lower-case hex
   */
  record Delivered(Path file, String name, LocalDate night, String contentHash, long bytes) {}

  /**
   * A data file by the number of its row in the audit of deliveries.
   *
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if there is no such file, if it was removed
   *     from its destination since, or if its bytes are not on this machine any more
   */
  Delivered delivered(long exportId);
}
