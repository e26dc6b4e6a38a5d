package dev.nightjar.destinations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that follow each other, as cells or, of text formats, as bytes already. */
final class Chunk {
  private final Tally tally;
  private final List<String[]> rows = new ArrayList<>();
  private final Utf8Buffer bytes = new Utf8Buffer();
  private @Nullable Utf8Buffer sent;
  private int[] ends = new int[1024];
  private int size;

  Chunk(Tally tally) {
    this.tally = tally;
  }

  void add(String[] cells) {
    rows.add(cells);
    size++;
  }

  /** The row that was written into the bytes last ends here. */
  void endRow() {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ends[size++] = bytes.size();
  }

  Utf8Buffer bytes() {
    return bytes;
  }

  /** The rows as {@link SentRows} formats them; empty if they are not recorded. */
  Utf8Buffer sent() {
    sent = sent == null ? new Utf8Buffer() : sent;
    return sent;
  }

  String[] row(int index) {
    return rows.get(index);
  }

  /** Where a row begins among the bytes. */
  int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  /** How many rows there are. */
  int size() {
    return size;
  }

  Tally tally() {
    return tally;
  }
}
