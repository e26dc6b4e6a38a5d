package dev.nightjar.kit;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.nightjar.demo.DemoShop;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The demo's shop, a file of order lines for each day: the lines of its day, and some of days
 * before. All that is older is in the first file.
 */
public final class DemoDays {
  private static final LocalDate LAST_DAY = LocalDate.parse("2026-06-30");
  private static final int SEED = 7;
  private static final int ORDERED_AT = 1;
  private static final int LONGEST_DELAY = 9;

  private final LocalDate first;
  private final Random chance;
  private final TreeMap<LocalDate, List<String>> lines = new TreeMap<>();
  private final List<String> customers = new ArrayList<>();
  private String header = "";

  /**
   * Sorts the demo's history into days.
   *
   * @param folder for files that are not needed any more
   * @param days before the last day of the history, to which the files reach
   * @param chance which lines come late
   */
  public DemoDays(Path folder, int customers, int days, Random chance) throws IOException {
    this.first = lastDay().minusDays(days);
    this.chance = chance;
    var demo = new DemoShop(SEED, customers, LAST_DAY);
    for (var file : demo.deliver(demo.nights().get(0), folder)) {
      if (file.getFileName().toString().startsWith("customers")) {
        this.customers.addAll(Files.readAllLines(file));
      } else {
        sort(file);
      }
    }
  }

  /** The last day of the demo's history. */
  public static LocalDate lastDay() {
    return LAST_DAY.minusDays(2);
  }

  /** The days of the files. */
  public List<LocalDate> days() {
    return List.copyOf(lines.keySet());
  }

  /** The lines of a day's file, without its header; what is changed is delivered from then on. */
  public List<String> lines(LocalDate day) {
    return lines.get(day);
  }

  /** Delivers the file of a day. */
  public void deliver(Shop shop, LocalDate day) {
    var content = new ArrayList<>(List.of(header));
    content.addAll(lines.get(day));
    shop.deliver("orders-%s.csv".formatted(day), content.toArray(String[]::new));
  }

  /** Delivers all customers. */
  public void deliverCustomers(Shop shop, LocalDate day) {
    shop.deliver("customers-%s.csv".formatted(day), customers.toArray(String[]::new));
  }

  private void sort(Path file) throws IOException {
    for (var day = first; !day.isAfter(lastDay()); day = day.plusDays(1)) {
      lines.put(day, new ArrayList<>());
    }
    try (var reader =
        CsvReader.builder()
            .ofCsvRecord(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (var line : reader) {
        var text = String.join(",", line.getFields());
        if (header.isEmpty()) {
          header = text;
          continue;
        }
        var day = LocalDate.parse(line.getField(ORDERED_AT).substring(0, 10));
        var comes = chance.nextInt(15) == 0 ? day.plusDays(chance.nextInt(LONGEST_DELAY)) : day;
        comes = comes.isBefore(first) ? first : comes.isAfter(lastDay()) ? lastDay() : comes;
        lines.get(comes).add(text);
      }
    }
  }
}
