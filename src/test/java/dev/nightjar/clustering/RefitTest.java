package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefitTest {
  @ParameterizedTest
  @CsvSource({
    "NIGHTLY, 2025-01-31, 2025-02-01, true",
    "WEEKLY, 2025-01-31, 2025-02-06, false",
    "WEEKLY, 2025-01-31, 2025-02-07, true",
    "MONTHLY, 2025-01-31, 2025-02-27, false",
    "MONTHLY, 2025-01-31, 2025-02-28, true",
    "MANUAL, 2020-01-31, 2025-02-28, false"
  })
  void isDueWhenItsTimeIsOver(Refit refit, LocalDate sought, LocalDate night, boolean isDue) {
    assertThat(refit.isDue(sought, night)).isEqualTo(isDue);
  }
}
