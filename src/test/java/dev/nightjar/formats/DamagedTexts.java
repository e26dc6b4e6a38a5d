package dev.nightjar.formats;

import static dev.nightjar.formats.DamagedFiles.HEADER;
import static dev.nightjar.formats.DamagedFiles.line;

import java.util.LinkedHashMap;
import java.util.Map;

/** Text files with what real exports have around their records, and in their cells. */
final class DamagedTexts {
  private final Map<String, AFile> files = new LinkedHashMap<>();

  /** The files by name. */
  static Map<String, AFile> all() {
    var texts = new DamagedTexts();
    texts.around();
    texts.amounts();
    texts.arrays();
    return texts.files;
  }

  /** What is above, between and below the records. */
  private void around() {
    text("title-above.csv", "Orders of May", "", HEADER, line(1), line(2));
    text("padded-title-above.csv", "Orders,,,,,", ",,,,,", HEADER, line(1), line(2));
    text("long-preamble.csv", "x\n".repeat(200) + HEADER, line(1), line(2));
    text("quote-in-the-title.csv", "Orders of \"May", "", HEADER, line(1), line(2));
    text("separator-said.csv", "sep=;", HEADER.replace(',', ';'), line(1).replace(',', ';'));
    text("wrong-separator-said.csv", "sep=|", HEADER, line(1), line(2));
    text("separator-only.csv", "sep=,");
    text("comments.csv", "# exported", HEADER, "# May", line(1), line(2), "# 2 orders");
    text("total-below.csv", HEADER, line(1), line(2), "Total,,,,,2.50");
    text("trailing-delimiters.csv", HEADER, line(1) + ",,,", line(2) + ",", line(3) + ",x");
    text("quoted-blanks.csv", HEADER, "\"\",\" \",\"\",\"\",\"\",\"\"", line(1));
    text("backslash-escapes.csv", HEADER, line(1).replace("A", "\"a \\\"b\\\"\""), line(2));
    text("backslash-at-the-end.csv", HEADER, line(1), line(2) + "\\");
    text("null-words.csv", HEADER, "\\N,\\N,\\N,\\N,\\N,\\N", "NULL,NULL,NULL,NULL,NULL,NULL");
  }

  /** Numbers and keys as spreadsheets leave them. */
  private void amounts() {
    var at = "2025-01-01 12:00:00,A,B,1,";
    for (var amount :
        new String[] {
          "£1.50",
          "1.50 EUR",
          "1.50-",
          "(1.50)",
          "((1.50))",
          "-(1.50)",
          "1 234.50",
          "12/34",
          "1.5.5"
        }) {
      text("amount-%s.csv".formatted(amount.replaceAll("\\W", "_")), HEADER, "1," + at + amount);
    }
    text("grouped-amounts.csv", HEADER, "1," + at + "\"1,234.50\"", "2," + at + "\"12,34\"");
    text("long-amount.csv", HEADER, "1," + at + "£".repeat(100_000) + "1");
    text("grouped-without-end.csv", HEADER, "1," + at + "\"" + "1,".repeat(100_000) + "1\"");
    text("pieces.csv", HEADER, "1,2025-01-01 12:00:00,A,B,2 pcs,1", "2,2025-01-01,A,B,2 dozen,1");
    text("rounded-keys.csv", HEADER, "1.23E+05," + at + "1", "4.05E+15," + at + "2");
    text("keys-with-decimals.csv", HEADER, "1.0," + at + "1", "2.0," + at + "2");
  }

  /** Arrays of JSON, whole and not. */
  private void arrays() {
    var first = "{\"order_number\":1,\"customer_id\":\"" + DamagedFiles.CUSTOMER + "\"}";
    text("array-on-one-line.json", "[" + first + "," + first + "]");
    text("array-of-other-things.json", "[" + first + ",1,null,\"x\",[2],{}]");
    text("array-cut-off.json", "[" + first + "," + first.substring(0, 20));
    text("array-never-closed.json", "[" + first, ",", first);
    text("array-without-commas.json", "[" + first + " " + first + "]");
    text("two-arrays.json", "[" + first + "]", "[" + first + "]");
    text("empty-array.json", "[]");
    text("deep-array.json", "[{\"a\":" + "[".repeat(1_000_000));
    text("endless-element.json", "[" + first + ",{\"a\":\"" + "x".repeat(40 << 20) + "\"}]");
    text("backslash-at-the-end.json", "[{\"a\":\"\\");
    text("closing-brackets.json", "[{" + "]".repeat(100_000));
  }

  private void text(String name, String... lines) {
    files.put(name, AFile.of(lines));
  }
}
