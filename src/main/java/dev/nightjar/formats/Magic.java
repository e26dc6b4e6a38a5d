package dev.nightjar.formats;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** File types by their first bytes. */
enum Magic {
  GZIP("1f8b"),
  ZIP("504b0304", "504b0506"),
  ZSTD("28b52ffd", "502a4d18"),
  PARQUET("50415231"),
  ENCRYPTED_PARQUET("an encrypted Parquet file", "50415245"),
  OLE(
      "an Excel workbook with a password, or of Excel 97 (.xls); save it as .xlsx",
      "d0cf11e0a1b11ae1"),
  BZIP2("a bzip2 file", "425a6839314159"),
  XZ("an xz file", "fd377a585a00"),
  SEVEN_ZIP("a 7z archive", "377abcaf271c"),
  RAR("a rar archive", "526172211a07"),
  PDF("a PDF document", "255044462d"),
  OTHER;

  /** Bytes that are enough to recognise a file. */
  static final int LENGTH = 8;

  private final @Nullable String unreadable;
  private final String[] beginnings;

  Magic() {
    unreadable = null;
    beginnings = new String[0];
  }

  Magic(String first, String... more) {
    boolean isRead = first.matches("[0-9a-f]+");
    unreadable = isRead ? null : first;
    beginnings = isRead ? concat(first, more) : more;
  }

  static Magic of(byte[] head) {
    var hex = HexFormat.of().formatHex(head);
    for (var each : values()) {
      if (Arrays.stream(each.beginnings).anyMatch(hex::startsWith)) {
        return each;
      }
    }
    return OTHER;
  }

  /** What the file is, if such files are not read. */
  @Nullable String unreadable() {
    return unreadable;
  }

  private static String[] concat(String first, String[] more) {
    var all = Arrays.copyOf(more, more.length + 1);
    all[more.length] = first;
    return all;
  }
}
