package dev.nightjar.formats;

import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.CompressorException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what libraries throw about damaged bytes into verdicts on the file. Each library has its
 * own exceptions, and some damage causes unrelated ones; all of them end here.
 */
final class Damage {
  private Damage() {}

  /**
   * The verdict on a file.
   *
   * @param line at which reading ended; null if no line was read yet
   * @param otherwise the reason if the exception gives none
   * @throws IOException if the disk failed, which is not a fault of the file
   */
  static BadFile of(Exception thrown, @Nullable Long line, String otherwise) throws IOException {
    String reason = otherwise;
    int depth = 0;
    for (Throwable cause = thrown; cause != null && depth < 50; cause = cause.getCause()) {
      if (cause instanceof FileBytes.Unreadable disk) {
        throw disk;
      }
      if (cause instanceof BadFile bad) {
        return bad.line() == null && line != null ? new BadFile(bad.getMessage(), line) : bad;
      }
      if (cause instanceof EOFException) {
        reason = "the file is cut off";
      } else if (cause instanceof ZipException
          || cause instanceof ZstdIOException
          || cause instanceof CompressorException) {
        reason = "the compressed file is damaged";
      }
      depth++;
    }
    return new BadFile(reason, line);
  }
}
