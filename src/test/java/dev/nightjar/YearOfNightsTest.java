package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.DemoDays;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo's shop, night for night for a year: each brings the lines of its day and some of days
 * before, each week customers and a file corrected. After each month, nothing that the nights kept
 * up to date may differ from tables made anew.
 */
@DatabaseTest
class YearOfNightsTest {
  private static final int CUSTOMERS = Rounds.of(150, 400);
  private static final int DAYS = 365;

  private final Random chance = new Random(20260630);

  @Test
  void afterEachMonthNothingDiffersFromTablesMadeAnew(Shop shop, @TempDir Path folder)
      throws IOException {
    var demo = new DemoDays(folder, CUSTOMERS, DAYS, chance);
    var checked = new ArrayList<String>();
    shop.with("rfm.window=P180D").with("rfm.refit=weekly");
    shop.stages(
        stages -> {
          for (var night : demo.days()) {
            demo.deliver(shop, night);
            if (night.getDayOfWeek().getValue() == 1) {
              deliverWeekly(shop, night, demo);
            }
            stages.run(night.toString(), "ingest", "orders", "rfm", "segments");
            if (night.getDayOfMonth() == 1) {
              assertThat(stages.differences(night.toString())).as("on %s", night).isEmpty();
              checked.add(night.toString());
            }
          }
        });
    assertThat(checked).hasSizeGreaterThanOrEqualTo(DAYS / 31);
    assertThat(shop.rows("select count(*) from segments.nights"))
        .containsExactly(String.valueOf(DAYS + 1));
    assertThat(
            shop.rows(
                "select count(*) > %d from segments.memberships where valid_to is not null"
                    .formatted(DAYS / 3)))
        .containsExactly("true");
    assertThat(
            shop.rows(
                "select count(*) > %d from ingest.files where verdict = 'replaced'"
                    .formatted(DAYS / 15)))
        .containsExactly("true");
  }

  /** All customers, and the file of some day before without one of its lines. */
  private void deliverWeekly(Shop shop, LocalDate day, DemoDays demo) {
    demo.deliverCustomers(shop, day);
    var corrected = day.minusDays(1 + chance.nextInt(40));
    if (corrected.isAfter(demo.days().get(0)) && demo.lines(corrected).size() > 1) {
      demo.lines(corrected).remove(chance.nextInt(demo.lines(corrected).size()));
      demo.deliver(shop, corrected);
    }
  }
}
