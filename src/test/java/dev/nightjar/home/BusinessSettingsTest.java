package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "UTC, 2025-01-31T23:59:59.999999999Z, 2025-01-30",
    "UTC, 2025-02-01T00:00:00Z, 2025-01-31",
    "Asia/Tokyo, 2025-01-31T14:59:59Z, 2025-01-30",
    "Asia/Tokyo, 2025-01-31T15:00:00Z, 2025-01-31",
    "America/New_York, 2025-02-01T04:59:59Z, 2025-01-30",
    "America/New_York, 2025-02-01T05:00:00Z, 2025-01-31",
    "UTC, 2025-01-01T00:00:00Z, 2024-12-31",
    "UTC, 2024-03-01T12:00:00Z, 2024-02-29",
  })
  void theLastDateEndsAtMidnightInTheBusinessZone(ZoneId zone, Instant now, LocalDate last) {
    assertThat(business(zone).lastDate(Clock.fixed(now, ZoneOffset.UTC))).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-30T22:59:59Z, 2025-03-29",
    "2025-03-30T23:00:00Z, 2025-03-30",
    "2025-10-25T22:59:59Z, 2025-10-24",
    "2025-10-25T23:00:00Z, 2025-10-25",
    "2025-10-26T23:59:59Z, 2025-10-25",
    "2025-10-27T00:00:00Z, 2025-10-26",
  })
  void theLastDateFollowsSummerTime(Instant now, LocalDate last) {
    var london = business(ZoneId.of("Europe/London"));
    assertThat(london.lastDate(Clock.fixed(now, ZoneOffset.UTC))).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({"UTC", "Asia/Tokyo", "America/New_York"})
  void theZoneOfTheClockDoesNotMatter(ZoneId zone) {
    var clock = Clock.fixed(Instant.parse("2025-01-31T23:30:00Z"), zone);
    assertThat(business(ZoneOffset.UTC).lastDate(clock)).isEqualTo("2025-01-30");
  }

  private static BusinessSettings business(ZoneId zone) {
    return new BusinessSettings(zone, Currency.getInstance("EUR"), Map.of(), null, null);
  }
}
