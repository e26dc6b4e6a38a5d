package dev.nightjar.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A record of a file.
 *
 * @param line of the file at which it starts, the first being 1
 * @param cells its texts, in the order of the file's columns; the array is the row's own
 * @param fault why the record cannot be read at all; null where it can
 */
record Row(long line, String[] cells, Reject.@Nullable Reason fault) {
  Row(long line, String[] cells) {
    this(line, cells, null);
  }
}
