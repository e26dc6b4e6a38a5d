package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefitTest {
  @ParameterizedTest
  @CsvSource({
    "NIGHTLY, 2025-01-31, 2025-02-01, true",
    "WEEKLY, 2025-01-27, 2025-02-02, false",
    "WEEKLY, 2025-01-27, 2025-02-03, true",
    "WEEKLY, 2025-02-02, 2025-02-03, true",
    "MONTHLY, 2025-02-01, 2025-02-28, false",
    "MONTHLY, 2025-01-31, 2025-02-01, true",
    "MANUAL, 2020-01-31, 2025-02-28, false"
  })
  void isDueInTheFirstNightOfACalendarWeekOrMonth(
      Refit refit, LocalDate sought, LocalDate night, boolean isDue) {
    assertThat(refit.isDue(sought, night)).isEqualTo(isDue);
  }

  /** However many nights are missing, a week has one refit, in its first night. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theDayDoesNotDrift(long seed) {
    var random = new Random(seed);
    var first = LocalDate.parse("2025-01-01");
    var sought = first;
    var mondayBefore = first.with(DayOfWeek.MONDAY);
    for (int day = 1; day < 365; day++) {
      var night = first.plusDays(day);
      if (random.nextInt(3) == 0) {
        continue;
      }
      var monday = night.with(DayOfWeek.MONDAY);
      assertThat(Refit.WEEKLY.isDue(sought, night)).isEqualTo(monday.isAfter(mondayBefore));
      if (monday.isAfter(mondayBefore)) {
        sought = night;
        mondayBefore = monday;
      }
    }
  }
}
