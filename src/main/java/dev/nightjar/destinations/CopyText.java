package dev.nightjar.destinations;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows as COPY writes them (PostgreSQL manual, COPY, Text Format). */
final class CopyText {
  private final List<MemberField> fields;

  /**
   * @param fields what each column holds
   */
  CopyText(List<MemberField> fields) {
    this.fields = fields;
  }

  /** Fills a member, whatever it held before. */
  void read(byte[] row, Member member) {
    int start = 0;
    for (var field : fields) {
      int end = start;
      boolean isEscaped = false;
      while (row[end] != '\t' && row[end] != '\n') {
        if (row[end] == '\\') {
          isEscaped = true;
          end++;
        }
        end++;
      }
      member.put(
          field,
          isEscaped
              ? unescaped(row, start, end)
              : new String(row, start, end - start, StandardCharsets.UTF_8));
      start = end + 1;
    }
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
