package dev.nightjar.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A file that cannot be loaded as it is; nothing of it stays in the tables. */
final class BadFile extends RuntimeException {
  private final @Nullable Long line;

  /**
   * @param reason what is wrong, without a value of the file
   * @param line at which reading ended; null where no line is at fault
   */
  BadFile(String reason, @Nullable Long line) {
    super(reason);
    this.line = line;
  }

  /**
   * The fault of a file whose bytes are damaged.
   *
   * @throws IOException the given one, where it is no fault of the file
   */
  static BadFile of(IOException thrown, long line) throws IOException {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return new BadFile("the text is not in its encoding", line);
      }
      if (cause instanceof EOFException) {
        return new BadFile("the compressed file is cut off", line);
      }
      if (cause instanceof ZipException) {
        return new BadFile("the compressed file is damaged", line);
      }
    }
    throw thrown;
  }

  @Nullable Long line() {
    return line;
  }
}
