package dev.nightjar.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.LongStream;
import org.jooq.DSLContext;

/** A made-up shop: each day a thousand orders of 20 lines, of 40,000 customers in turn. */
final class Shop {
  private static final int ORDERS_OF_A_DAY = 1000;
  private static final int LINES_OF_AN_ORDER = 20;
  private static final int CUSTOMERS = 40_000;
  private static final long FIRST_NUMBER = 1_000_000;

  /** The number of a night's orders that arrive days after they were placed. */
  private static final int LATE_ORDERS = 25;

  /** The number of a night's lines that return part of a recent order. */
  private static final int RETURNS = 500;

  private static final int DAYS_UNTIL_RETURN = 40;

  private Shop() {}

  /**
   * Puts the lines of many days into the tables of the ingest stage, one file for each day, in the
   * order in which they would have been read.
   */
  static void fill(DSLContext db, long lines, LocalDate lastDay) {
    long days = lines / LINES_OF_AN_ORDER / ORDERS_OF_A_DAY;
    db.execute(
        """
        insert into ingest.files (source, name, content_hash, bytes, landing_path, night, landed_at,
          verdict, lines_read, lines_loaded, lines_rejected)
        select 'bench-lines', 'bench-history-' || day, 'history-' || day, 0, '', {0}, now(),
          'loaded', {1}, {1}, 0
        from generate_series(1, {2}) day
        """,
        inline(lastDay), inline(ORDERS_OF_A_DAY * LINES_OF_AN_ORDER), inline(days));
    db.execute(
        """
        insert into ingest.order_lines (file_id, line_number, order_number, customer_key, ordered_at,
          product_code, quantity, unit_price, country)
        select 1 + o / {0}, 1 + (o % {0}) * {1} + l, ({2} + o)::text,
          'C' || (o * 7919 % {3}), {4} - ({5} - 1 - o / {0})::integer + interval '9 hours',
          'P' || (o * 31 + l * 17) % 4000, 1 + (o + l) % 24, round((o + l) % 2000 / 100.0 + 0.5, 2),
          'United Kingdom'
        from (
          select o, generate_series(1, {1}) as l from generate_series(0::bigint, {0} * {5} - 1) o
        ) lines
        """,
        inline(ORDERS_OF_A_DAY),
        inline(LINES_OF_AN_ORDER),
        inline(FIRST_NUMBER),
        inline(CUSTOMERS),
        inline(lastDay),
        inline(days));
    db.execute("vacuum analyze ingest.order_lines, ingest.files");
  }

  private static <T> org.jooq.Field<T> inline(T value) {
    return org.jooq.impl.DSL.inline(value);
  }

  /**
   * Writes the file of a day after the history: new orders, a few that come late, and returns of
   * orders of the last weeks.
   *
   * @param history lines before the first such day
   */
  static void writeNight(Path file, LocalDate day, long history) throws IOException {
    long firstOrder =
        FIRST_NUMBER + history / LINES_OF_AN_ORDER + day.toEpochDay() * ORDERS_OF_A_DAY;
    try (var csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(
          "InvoiceNo",
          "StockCode",
          "Quantity",
          "InvoiceDate",
          "UnitPrice",
          "CustomerID",
          "Country");
      int orders = ORDERS_OF_A_DAY - RETURNS / LINES_OF_AN_ORDER;
      for (int order = 0; order < orders; order++) {
        var placed = order < LATE_ORDERS ? day.minusDays(1 + order) : day;
        for (int line = 1; line <= LINES_OF_AN_ORDER; line++) {
          write(csv, firstOrder + order, line, 1 + (order + line) % 24, placed);
        }
      }
      long last = FIRST_NUMBER + history / LINES_OF_AN_ORDER - 1;
      long step = (long) DAYS_UNTIL_RETURN * ORDERS_OF_A_DAY / RETURNS;
      LongStream.range(0, RETURNS)
          .forEach(i -> write(csv, last - i * step - day.toEpochDay() % step, 1, -1, day));
    }
  }

  private static void write(CsvWriter csv, long order, int line, int quantity, LocalDate day) {
    csv.writeRecord(
        String.valueOf(order),
        "P" + (order * 31 + line * 17) % 4000,
        String.valueOf(quantity),
        day + " 10:00:00",
        "%d.%02d".formatted((order + line) % 20, (order + line) % 100),
        "C" + (order - FIRST_NUMBER) * 7919 % CUSTOMERS,
        "United Kingdom");
  }
}
