package dev.nightjar.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** A file of made-up order lines in the eight columns and proportions of Online Retail. */
final class OrderFile {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final LocalDateTime FIRST = LocalDateTime.parse("2025-01-01T08:00:00");
  private static final int LINES_OF_AN_ORDER = 41;
  private static final int PRODUCTS = 4000;
  private static final String[] COUNTRIES = {
    "United Kingdom", "United Kingdom", "United Kingdom", "Germany", "France", "EIRE", "Spain"
  };
  private static final String[] THINGS = {
    "WHITE HANGING HEART T-LIGHT HOLDER", "JUMBO BAG RED RETROSPOT", "REGENCY CAKESTAND 3 TIER",
    "PARTY BUNTING", "ASSORTED COLOUR BIRD ORNAMENT", "SET OF 3 CAKE TINS, PANTRY DESIGN",
    "PACK OF 72 RETROSPOT CAKE CASES", "NATURAL SLATE HEART CHALKBOARD"
  };

  private OrderFile() {}

  /** Writes a header and a number of lines; the same number gives the same file. */
  static void write(Path file, long lines) throws IOException {
    var chance = new Random(lines);
    try (var csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(
          "InvoiceNo",
          "StockCode",
          "Description",
          "Quantity",
          "InvoiceDate",
          "UnitPrice",
          "CustomerID",
          "Country");
      long invoice = 500_000;
      for (long written = 0; written < lines; invoice++) {
        var moment = FIRST.plusSeconds((invoice - 500_000) * 60).format(MOMENT);
        var customer = String.valueOf(10_000 + chance.nextInt((int) (lines / 90 + 1)));
        var country = COUNTRIES[chance.nextInt(COUNTRIES.length)];
        long end = Math.min(lines, written + 1 + chance.nextInt(LINES_OF_AN_ORDER));
        for (; written < end; written++) {
          int product = chance.nextInt(PRODUCTS);
          csv.writeRecord(
              String.valueOf(invoice),
              String.valueOf(20_000 + product),
              THINGS[product % THINGS.length] + " " + product,
              String.valueOf(1 + chance.nextInt(24)),
              moment,
              "%d.%02d".formatted(product % 20, product % 100),
              customer,
              country);
        }
      }
    }
  }
}
