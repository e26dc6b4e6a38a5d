package dev.nightjar.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RfmSettingsTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 1, 31);

  @ParameterizedTest
  @CsvSource({
    "P365D, 2024-02-02",
    "P1D, 2025-01-31",
    "P2W, 2025-01-18",
    "P1M, 2025-01-01",
    "P1Y, 2024-02-01",
    "P1Y6M, 2023-08-01",
  })
  void theWindowEndsWithTheNightAndHoldsItsPeriod(String window, LocalDate firstDay) {
    assertThat(settings(window).problems()).isEmpty();
    assertThat(settings(window).firstDay(LAST_DAY)).isEqualTo(firstDay);
  }

  @Test
  void aWindowOfAllHasNoFirstDay() {
    assertThat(settings("all").problems()).isEmpty();
    assertThat(settings("all").firstDay(LAST_DAY)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"P-1D", "-P1Y", "P1Y-1M"})
  void aWindowThatLooksAheadIsAProblem(String window) {
    assertThat(settings(window).problems())
        .containsExactly("window: looks ahead or nowhere; it must be positive, such as P365D");
  }

  @ParameterizedTest
  @ValueSource(strings = {"365", "P365", "P1DT6H", "PT24H", "ALL", "", "one year"})
  void otherTextIsNoWindow(String window) {
    assertThat(settings(window).problems())
        .containsExactly("window: is not an ISO period (expected: P365D, or all)");
  }

  private static RfmSettings settings(String window) {
    return AScoring.settings("window=" + window);
  }
}
