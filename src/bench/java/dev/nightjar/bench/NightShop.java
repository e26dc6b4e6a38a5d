package dev.nightjar.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.LongStream;

/**
 * The files of a made-up web shop: orders of two and three lines, a few customers with many orders
 * and many with few, and contact data of each customer. The same numbers give the same files.
 *
 * @param customers before the first night
 * @param lines before the first night, in 500 days
 */
public record NightShop(long customers, long lines) {
  static final LocalDate FIRST_NIGHT = LocalDate.parse("2025-06-02");

  private static final int DAYS = 500;
  private static final String ORDERS_HEAD =
      "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  private static final String CONTACTS_HEAD =
      "customer,updated,first,last,email,phone,country,zip,consent,opted_out\n";
  private static final String[] FIRST_NAMES = {"Zoë", "Oliver", "Amelia", "Jack", "José", "Anna"};
  private static final String[] LAST_NAMES = {"Brontë", "Smith", "O'Connor", "Müller", "García"};

  /** Orders before the first night. */
  long orders() {
    return lines * 2 / 5;
  }

  /** Orders of a day. */
  long ordersOfADay() {
    return orders() / DAYS;
  }

  /** New customers of a night: one order in twenty is a first one. */
  private long newcomers() {
    return ordersOfADay() / 20;
  }

  /** Writes everything up to the first night: orders, and the contact data of all customers. */
  void writeHistory(Path folder) throws IOException {
    orders(folder.resolve("bench-lines-history.csv"), 0, orders(), -1);
    contacts(folder.resolve("bench-contacts-history.csv"), 0, customers, FIRST_NIGHT);
  }

  /**
   * Writes the files of a night after the first: a day's orders, and the contact data of new
   * customers and of as many who have another address.
   *
   * @param number of the night, from 1
   */
  void writeNight(Path folder, int number) throws IOException {
    var date = FIRST_NIGHT.plusDays(number);
    long first = orders() + (number - 1) * ordersOfADay();
    orders(folder.resolve("bench-lines-%s.csv".formatted(date)), first, ordersOfADay(), number);
    long known = customers + (number - 1) * newcomers();
    contacts(
        folder.resolve("bench-contacts-%s.csv".formatted(date)),
        known - newcomers(),
        2 * newcomers(),
        date);
  }

  /**
   * @param night number of the night; -1 for the history
   */
  private void orders(Path file, long first, long count, int night) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write(ORDERS_HEAD);
      for (long order = first; order < first + count; order++) {
        long chance = mix(order);
        long customer =
            night > 0 && order - first < newcomers()
                ? customers + (night - 1) * newcomers() + order - first
                : often(chance);
        var day = FIRST_NIGHT.plusDays(order / ordersOfADay() - DAYS + 1);
        int size = 2 + (int) (order % 2);
        for (int line = 0; line < size; line++) {
          line(out, order, day, customer, chance >>> 7 * line & 0xffff);
        }
      }
    }
    settle(file);
  }

  /** A customer: the first ones order most, and a tenth of them a third of all. */
  private long often(long chance) {
    double even = (chance >>> 11) * 0x1.0p-53;
    return (long) (customers * even * even);
  }

  private static void line(BufferedWriter out, long order, LocalDate day, long customer, long some)
      throws IOException {
    out.write(String.valueOf(1_000_000 + order));
    out.write(",P");
    out.write(String.valueOf(some % 4000));
    out.write(',');
    out.write(String.valueOf(1 + some % 3));
    out.write(',');
    out.write(day.toString());
    out.write(" 10:00:00,");
    out.write(String.valueOf(5 + some % 90));
    out.write(".99,");
    out.write(key(customer));
    out.write(",United Kingdom\n");
  }

  private static String key(long customer) {
    return "C" + (10_000_000 + customer);
  }

  private static void contacts(Path file, long first, long count, LocalDate day)
      throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write(CONTACTS_HEAD);
      for (long customer : LongStream.range(first, first + count).toArray()) {
        int some = (int) (mix(~customer) >>> 33);
        out.write(
            String.join(
                ",",
                key(customer),
                day + " 00:00:00",
                FIRST_NAMES[some % FIRST_NAMES.length],
                LAST_NAMES[some / 7 % LAST_NAMES.length],
                "Customer%d@%s.example".formatted(customer, day),
                "+4477%08d".formatted(customer),
                "GB",
                "SW1A %dAA".formatted(some % 10),
                some % 20 < 11 ? "true" : "false",
                some % 100 == 99 ? "true" : "false"));
        out.write('\n');
      }
    }
    settle(file);
  }

  /** A file that was just written could still grow, and would be left for the next night. */
  private static void settle(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
  }

  /** SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long number) {
    long mixed = number * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
