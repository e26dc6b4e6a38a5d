package dev.nightjar.formats;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a file, one after the other, in bounded memory.
 *
 * <p>What is wrong with the file as a whole is a {@link BadFile}; what is wrong with one record is
 * the fault of its {@link Row}; an {@link IOException} is not a fault of the file.
 */
public interface RecordReader extends Closeable {
  /** The names of the columns. */
  List<String> columns();

  /**
   * The next record; null after the last.
   *
   * @throws BadFile if the file cannot be read further
   */
  @Nullable Row next() throws IOException;

  /** How the file is written, for people: {@code gzip, csv, comma, UTF-8}. */
  String layout();
}
