package dev.nightjar.formats;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Files of order lines with every kind of damage, the same ones for the same seed. */
final class DamagedFiles {
  /** In every file; must be in no reason. */
  static final String CUSTOMER = "Zaphod";

  static final String HEADER =
      "order_number,ordered_at,customer_id,product_code,quantity,unit_price";
  private static final int LINES = 300;
  private static final double[] CUTS = {0.004, 0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97, 0.995};

  private final Random random;
  private final Map<String, AFile> files = new LinkedHashMap<>();

  private DamagedFiles(long seed) {
    random = new Random(seed);
  }

  /** The files by name. */
  static Map<String, AFile> of(long seed) {
    var damaged = new DamagedFiles(seed);
    var whole = damaged.whole();
    whole.forEach(damaged::cut);
    whole.forEach(damaged::flip);
    whole.forEach(damaged::overwrite);
    damaged.encodings(whole.get("orders.csv"));
    damaged.quotesAndLines();
    damaged.fields();
    damaged.json();
    damaged.files.putAll(DamagedTexts.all());
    damaged.files.putAll(DamagedPackings.of(whole.get("orders.csv")));
    damaged.files.putAll(DamagedWorkbooks.all());
    damaged.files.putAll(DamagedPackings.parquet(whole.get("orders.parquet")));
    return damaged.files;
  }

  /** Files without damage, in each format and packing. */
  Map<String, AFile> whole() {
    var whole = new LinkedHashMap<String, AFile>();
    var csv = csv(HEADER, ",");
    whole.put("orders.csv", csv);
    whole.put("orders.csv.gz", csv.gzip());
    whole.put("orders.csv.zip", csv.zip("orders.csv"));
    whole.put("orders.csv.zst", csv.zstd());
    whole.put("orders.jsonl", csv(null, ","));
    whole.put(
        "orders.parquet",
        AParquet.ofTexts(java.util.List.of(HEADER.split(",")))
            .with(rows -> csv.lines().skip(1).forEach(line -> rows.add(line.split(",")))));
    whole.put("orders.xlsx", DamagedWorkbooks.of(csv));
    return whole;
  }

  private static AFile csv(@org.jspecify.annotations.Nullable String header, String comma) {
    var lines = new StringBuilder(header == null ? "" : header.replace(",", comma) + "\n");
    var names = HEADER.split(",");
    for (int i = 1; i <= LINES; i++) {
      var line = line(i);
      if (header == null) {
        var cells = line.split(",");
        for (int c = 0; c < cells.length; c++) {
          cells[c] = "\"%s\":\"%s\"".formatted(names[c], cells[c]);
        }
        line = "{" + String.join(",", cells) + "}";
      }
      lines.append(line).append('\n');
    }
    return new AFile(lines.toString().getBytes(UTF_8));
  }

  static String line(int number) {
    return "%d,2025-01-%02d 12:00:00,%s%d,Tëa %d,%d,%d.50"
        .formatted(number, 1 + number % 28, CUSTOMER, number % 40, number % 7, number % 5, number);
  }

  private void cut(String name, AFile whole) {
    for (double share : CUTS) {
      files.put("cut-at-%s-of-%s".formatted(share, name), whole.cut(share));
    }
  }

  private void flip(String name, AFile whole) {
    for (int i = 0; i < 10; i++) {
      int bit = random.nextInt(whole.bytes().length * 8);
      files.put("bit-%d-flipped-of-%s".formatted(bit, name), whole.flipped(bit));
    }
  }

  private void overwrite(String name, AFile whole) {
    for (int i = 0; i < 5; i++) {
      var noise = new byte[1 + random.nextInt(64)];
      random.nextBytes(noise);
      var bytes = whole.bytes().clone();
      int at = random.nextInt(bytes.length - noise.length);
      System.arraycopy(noise, 0, bytes, at, noise.length);
      files.put("noise-at-%d-of-%s".formatted(at, name), new AFile(bytes));
    }
  }

  private void encodings(AFile csv) {
    var text = new String(csv.bytes(), UTF_8);
    for (var encoding :
        new String[] {
          "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "IBM037", "IBM850", "x-MacRoman"
        }) {
      files.put("in-%s.csv".formatted(encoding), AFile.of(Charset.forName(encoding), text));
    }
    files.put("odd-utf16.csv", new AFile(text.getBytes(UTF_16LE)).at(101, 0xd8));
    files.put("cut-utf16.csv", new AFile((text + "x").getBytes(UTF_16LE)).cut(0.9999));
    files.put("mark-only.csv", AFile.hex("efbbbf"));
    files.put("wide-mark-only.csv", AFile.hex("fffe"));
    files.put("mark-of-another-encoding.csv", AFile.hex("efbbbf").and(AFile.of(UTF_16LE, text)));
    files.put("two-marks.csv", AFile.hex("efbbbfefbbbf").and(csv));
    files.put("mark-in-the-middle.csv", csv.and(AFile.hex("efbbbf")).and(csv));
    files.put("overlong-utf8.csv", csv.and(AFile.hex("312cc0af0a")));
    files.put("surrogates-in-utf8.csv", csv.and(AFile.hex("312ceda0800a")));
    files.put(
        "latin-line-in-utf8.csv", csv.and(AFile.of(Charset.forName("ISO-8859-1"), "1,é,ü,ä")));
    files.put("one-damaged-byte.csv", csv.at(csv.bytes().length / 2, 0xff));
    files.put("nul-in-a-field.csv", csv.and(AFile.of("1,2,a\0b,4,5,6")));
    files.put("nul-in-the-header.csv", AFile.of("order\0_number,b", line(1)));
    files.put("nul-at-the-end.csv", csv.and(new AFile(new byte[4096])));
    files.put("nothing-but-nul.csv", new AFile(new byte[100_000]));
    var noise = new byte[100_000];
    random.nextBytes(noise);
    files.put("noise.csv", new AFile(noise));
    files.put("noise.xlsx", AFile.hex("504b0304").and(new AFile(noise)));
    files.put(
        "noise.parquet", AFile.hex("50415231").and(new AFile(noise)).and(AFile.hex("50415231")));
    files.put("noise.csv.gz", AFile.hex("1f8b0800").and(new AFile(noise)));
    files.put("noise.csv.zst", AFile.hex("28b52ffd").and(new AFile(noise)));
  }

  private void quotesAndLines() {
    text("quote-never-closed.csv", HEADER, line(1), "2,\"2025", line(3));
    text("quote-in-the-middle.csv", HEADER, "2,2025\"x\",A,B,1,2", line(3));
    text("text-behind-a-quote.csv", HEADER, line(1), "\"2\"x,2025,A,B,1,2", line(3));
    text("quote-at-the-end.csv", HEADER, line(1) + ",\"");
    text("only-a-quote.csv", "\"");
    text("line-end-in-quotes.csv", HEADER, "1,\"a\nb\r\nc\rd\",A,B,1,2", line(2));
    text("returns-only.csv", HEADER + "\r" + line(1) + "\r" + line(2));
    text("mixed-line-ends.csv", HEADER + "\r\n" + line(1) + "\n" + line(2) + "\r" + line(3));
    text("doubled-returns.csv", HEADER + "\r\r\n" + line(1) + "\r\r\n");
    text("exotic-line-ends.csv", HEADER + "\u2028" + line(1) + "\u0085" + line(2) + "\f");
    text("no-last-line-end.csv", HEADER + "\n" + line(1) + "\u001a");
    text("empty-lines.csv", "", "", HEADER, "", line(1), "", "", line(2), "", "");
    text("blank-lines.csv", HEADER, "   ", line(1), ",,,,,", " , , , , , ");
    text("header-only.csv", HEADER);
    text("header-twice.csv", HEADER, line(1), HEADER, line(2));
    text("columns-twice.csv", HEADER + ",quantity", line(1) + ",1");
    text("no-header.csv", line(1), line(2));
    text("other-header.csv", "a,b,c", "1,2,3");
    text("blank.csv", "   ", "\t", "");
    text("commas.csv", ",,,,,,,,", ",,,");
    files.put("empty.csv", new AFile(new byte[0]));
    files.put("one-byte.csv", new AFile(new byte[] {'x'}));
    text("semicolons-after-a-comma-header.csv", HEADER, line(1).replace(',', ';'), line(2));
  }

  private void fields() {
    text("fewer-columns.csv", HEADER, line(1), "2,2025-01-01 12:00:00,A", line(3));
    text("more-columns.csv", HEADER, line(1), line(2) + ",more,and,more", line(3));
    text("many-columns.csv", HEADER, line(1), ",".repeat(2_000_000), line(3));
    text("wide-header.csv", "a,".repeat(500_000), line(1));
    text("long-field.csv", HEADER, line(1), line(2) + "x".repeat(10 << 20), line(3));
    text("long-quoted-field.csv", HEADER, line(1) + ",\"" + "x\n".repeat(5 << 20) + "\"", line(3));
    text("endless-field.csv", HEADER, line(1), line(2) + "x".repeat(40 << 20));
    text("long-fields.csv", HEADER, (("x".repeat(4 << 20)) + ",").repeat(24), line(3));
    text("long-header.csv", "x".repeat(10 << 20) + "," + HEADER, line(1));
    text(
        "impossible-dates.csv",
        HEADER,
        line(1).replace("2025-01", "2025-02-30"),
        line(2).replace("2025", "0000"));
    text(
        "endless-numbers.csv",
        HEADER,
        "1,2025-01-01 12:00:00,A,B,1e999999,1e-999999",
        "2,2025-01-01 12:00:00,A,B,99999999999999999999999,NaN");
    text("lone-surrogates.csv", HEADER, "1,2025-01-01 12:00:00,\uFFFD\uD83D\uDE00,B,1,2");
    text("control-characters.csv", HEADER, "1,2025-01-01 12:00:00,\u0001\u0007\u001b,B,1,2");
    text("formulas.csv", HEADER, "=1+1,@SUM(A1),+1,-1,\"=cmd|' /C calc'!A0\",1");
  }

  private void json() {
    var first = "{\"order_number\":1,\"customer_id\":\"" + CUSTOMER + "\"}";
    text("deep.jsonl", first, "{\"a\":" + "[".repeat(1_000_000), first);
    text("deep-at-first.jsonl", "{\"a\":".repeat(100_000), first);
    text("keys-twice.jsonl", first, "{\"order_number\":1,\"order_number\":2}");
    text(
        "endless-number.jsonl",
        first,
        "{\"order_number\":1e999999}",
        "{\"order_number\":" + "9".repeat(2_000_000) + "}");
    text("long-value.jsonl", first, "{\"order_number\":\"" + "x".repeat(10 << 20) + "\"}");
    text("endless-line.jsonl", first, "{\"order_number\":\"" + "x".repeat(40 << 20) + "\"}");
    text("many-keys.jsonl", "{" + "\"k%d\":1,".repeat(1).formatted(0) + keys(200_000) + "}", first);
    text("long-key.jsonl", "{\"" + "k".repeat(200_000) + "\":1}", first);
    text(
        "escapes.jsonl",
        first,
        "{\"order_number\":\"\\ud83d\"}",
        "{\"order_number\":\"\\u12\"}",
        "{\"a\":\"\\x\"}");
    text("array.jsonl", "[" + first + ",", first + "]");
    text("on-one-line.jsonl", first + first + first);
    text("over-several-lines.jsonl", "{", "\"order_number\":1", "}");
    text("words.jsonl", first, "null", "true", "\"text\"", "1", "[]", "{}", "{]", "}");
    text("empty-objects.jsonl", "{}", "{}");
    text("never-an-object.jsonl", "{broken\n".repeat(5000));
    text("marked.jsonl", "\uFEFF" + first, first);
    text("comments.jsonl", first, "// no", "/* no */", "# no");
  }

  private static String keys(int count) {
    var keys = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      keys.append(i == 1 ? "" : ",").append("\"k").append(i).append("\":1");
    }
    return keys.toString();
  }

  private void text(String name, String... lines) {
    files.put(name, AFile.of(lines));
  }

  /**
   * Reads every file of a folder in the memory that this process has, and prints a line for each:
   * its name, seconds, rows, faults, and the reason where it is a bad file.
   */
  public static void main(String[] folder) throws IOException {
    try (var files = Files.list(Path.of(folder[0]))) {
      for (var file : files.sorted().toList()) {
        long start = System.nanoTime();
        long rows = 0;
        long faults = 0;
        var reason = "";
        try (var reader = Formats.open(file, AFile.ANY, java.util.List.of())) {
          for (Row row; (row = reader.next()) != null; ) {
            rows++;
            faults += row.fault() == null ? 0 : 1;
          }
        } catch (BadFile e) {
          reason = "%s (line %s)".formatted(e.getMessage(), e.line());
        }
        System.out.printf(
            "%s\t%d\t%d\t%d\t%s%n",
            file.getFileName(), (System.nanoTime() - start) / 1_000_000, rows, faults, reason);
      }
    }
  }
}
