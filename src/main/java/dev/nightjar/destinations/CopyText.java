package dev.nightjar.destinations;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows as COPY writes them (PostgreSQL manual, COPY, Text Format). */
final class CopyText {
  private final List<MemberField.Value> fields;
  private final Set<MemberField.Value> wanted;

  /**
   * @param fields what each column holds
   * @param wanted those that are read; the others are skipped
   */
  CopyText(List<MemberField.Value> fields, Set<MemberField.Value> wanted) {
    int last = fields.size();
    while (last > 0 && !wanted.contains(fields.get(last - 1))) {
      last--;
    }
    this.fields = fields.subList(0, last);
    this.wanted = wanted;
  }

  /** Replaces the wanted values of a member. */
  void read(byte[] row, Member member) {
    int start = 0;
    for (var field : fields) {
      int end = end(row, start);
      if (wanted.contains(field)) {
        member.put(field, value(row, start, end));
      }
      start = end + 1;
    }
  }

  /** The values of a row that has no null. */
  static String[] cells(byte[] row, int columns) {
    var cells = new String[columns];
    int start = 0;
    for (int i = 0; i < columns; i++) {
      int end = end(row, start);
      cells[i] = Objects.requireNonNull(value(row, start, end));
      start = end + 1;
    }
    return cells;
  }

  private static int end(byte[] row, int start) {
    int end = start;
    while (row[end] != '\t' && row[end] != '\n') {
      end += row[end] == '\\' ? 2 : 1;
    }
    return end;
  }

  private static @Nullable String value(byte[] row, int start, int end) {
    for (int i = start; i < end; i++) {
      if (row[i] == '\\') {
        return unescaped(row, start, end);
      }
    }
    return new String(row, start, end - start, StandardCharsets.UTF_8);
  }

  private static @Nullable String unescaped(byte[] row, int start, int end) {
    if (end - start == 2 && row[start + 1] == 'N') {
      return null;
    }
    var text = new byte[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      text[length++] = row[i] == '\\' ? character(row[++i]) : row[i];
    }
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }

  private static byte character(byte escaped) {
    return (byte)
        switch (escaped) {
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'v' -> 0x0b;
          default -> escaped;
        };
  }
}
