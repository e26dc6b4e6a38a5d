package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.nightjar.demo.DemoShop;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo's shop, night for night for a year: each brings the lines of its day and some of days
 * before, each week customers and a file corrected. After each month, nothing that the nights kept
 * up to date may differ from tables made anew.
 */
@DatabaseTest
class YearOfNightsTest {
  private static final LocalDate LAST_DAY = LocalDate.parse("2026-06-30");
  private static final LocalDate FIRST_NIGHT = LAST_DAY.minusDays(2).minusYears(1);
  private static final int CUSTOMERS = 400;
  private static final int ORDERED_AT = 1;
  private static final int LONGEST_DELAY = 9;

  private final Random chance = new Random(20260630);
  private final TreeMap<LocalDate, List<String>> files = new TreeMap<>();
  private String header = "";

  @Test
  void afterEachMonthNothingDiffersFromTablesMadeAnew(Shop shop, @TempDir Path folder)
      throws IOException {
    var customers = openShop(folder);
    var checked = new ArrayList<String>();
    shop.with("rfm.window=P180D").with("rfm.refit=weekly");
    shop.stages(
        stages -> {
          for (var night = FIRST_NIGHT; files.containsKey(night); night = night.plusDays(1)) {
            deliver(shop, night);
            if (night.getDayOfWeek().getValue() == 1) {
              deliverWeekly(shop, night, customers);
            }
            stages.run(night.toString(), "ingest", "orders", "rfm", "segments");
            if (night.getDayOfMonth() == 1) {
              assertThat(stages.differences(night.toString())).as("on %s", night).isEmpty();
              checked.add(night.toString());
            }
          }
        });
    assertThat(checked).hasSize(12);
    assertThat(shop.rows("select count(*) from segments.nights")).containsExactly("366");
    assertThat(
            shop.rows(
                "select count(*) > 1000 from segments.memberships where valid_to is not null"))
        .containsExactly("true");
    assertThat(shop.rows("select count(*) > 25 from ingest.files where verdict = 'replaced'"))
        .containsExactly("true");
  }

  /** Sorts the history into files: all that is older than the year into the first. */
  private List<String> openShop(Path folder) throws IOException {
    var demo = new DemoShop(7, CUSTOMERS, LAST_DAY);
    var customers = new ArrayList<String>();
    for (var file : demo.deliver(demo.nights().get(0), folder)) {
      if (file.getFileName().toString().startsWith("customers")) {
        customers.addAll(Files.readAllLines(file));
      } else {
        sortLines(file);
      }
    }
    return customers;
  }

  private void sortLines(Path file) throws IOException {
    var end = LAST_DAY.minusDays(2);
    for (var day = FIRST_NIGHT; !day.isAfter(end); day = day.plusDays(1)) {
      files.put(day, new ArrayList<>());
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
        comes = comes.isBefore(FIRST_NIGHT) ? FIRST_NIGHT : comes.isAfter(end) ? end : comes;
        files.get(comes).add(text);
      }
    }
  }

  private void deliver(Shop shop, LocalDate day) {
    deliver(shop, day, files.get(day));
  }

  private void deliver(Shop shop, LocalDate day, List<String> lines) {
    var content = new ArrayList<>(List.of(header));
    content.addAll(lines);
    shop.deliver("orders-%s.csv".formatted(day), content.toArray(String[]::new));
  }

  /** All customers, and the file of some day before without one of its lines. */
  private void deliverWeekly(Shop shop, LocalDate day, List<String> customers) {
    shop.deliver("customers-%s.csv".formatted(day), customers.toArray(String[]::new));
    var corrected = day.minusDays(1 + chance.nextInt(40));
    if (corrected.isAfter(FIRST_NIGHT) && files.get(corrected).size() > 1) {
      files.get(corrected).remove(chance.nextInt(files.get(corrected).size()));
      deliver(shop, corrected, files.get(corrected));
    }
  }
}
