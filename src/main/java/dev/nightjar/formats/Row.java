package dev.nightjar.formats;

import org.jspecify.annotations.Nullable;

/**
 * A record of a file.
 *
 * @param line of the file at which it starts, the first being 1
 * @param cells its texts, in the order of the file's columns; the array is the row's own
 * @param fault why the record cannot be read at all; null if it can
 */
public record Row(long line, String[] cells, @Nullable Fault fault) {

  /** What is wrong with a record. */
  public enum Fault {
    /** The line of a JSON-lines file is not a JSON object. */
    NOT_A_JSON_OBJECT,
    /** A wanted value is a list or an object instead of a single one. */
    NESTED_VALUE
  }

  /** A record that can be read. */
  public Row(long line, String[] cells) {
    this(line, cells, null);
  }
}
