package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserTimeTest {
  private static final ASource ORDERS = ASource.ofOrders();

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd HH:mm:ss, 2025-01-31 14:15:16, 2025-01-31T14:15:16",
    "yyyy-MM-dd HH:mm, 2025-01-31 00:00, 2025-01-31T00:00",
    "yyyy-MM-dd'T'HH:mm:ss.SSS, 2025-01-31T14:15:16.250, 2025-01-31T14:15:16.250",
    "dd.MM.yyyy, 31.01.2025, 2025-01-31T00:00",
    "M/d/yyyy h:mm a, 1/31/2025 2:15 PM, 2025-01-31T14:15",
    "d MMM uuuu, 31 Jan 2025, 2025-01-31T00:00",
    "yyyyMMdd, 20250131, 2025-01-31T00:00",
  })
  void timesAreReadByTheSourcesPattern(String pattern, String text, String time) {
    assertThat(ALine.of(ORDERS.dates(pattern)).with("ordered-at", text).value("ordered-at"))
        .isEqualTo(LocalDateTime.parse(time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-31",
        "2025-02-29",
        "1900-02-29",
        "2025-04-31",
        "2025-13-01",
        "2025-00-10",
        "2025-01-00",
        "2025-1-31",
        "25-01-31",
        "2025-01-31x",
        "2025-01-31 00:00:00",
        "31.01.2025",
        "20250131",
        "now",
      })
  void datesThatDoNotExistOrDoNotFitAreRejects(String text) {
    assertThat(ALine.of(ORDERS.dates("yyyy-MM-dd")).with("ordered-at", text).fault())
        .isEqualTo("2|ordered-at|not-a-time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1899-12-31", "0000-01-01", "-2025-01-31", "+12025-01-31"})
  void datesBeyondWhatTheTablesHoldAreRejects(String text) {
    assertThat(ALine.of(ORDERS.dates("yyyy-MM-dd")).with("ordered-at", text).fault())
        .isEqualTo("2|ordered-at|out-of-range");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-29", "2000-02-29", "1900-01-01", "9999-12-31"})
  void datesThatExistAreRead(String text) {
    assertThat(ALine.of(ORDERS.dates("yyyy-MM-dd")).with("ordered-at", text).value("ordered-at"))
        .isEqualTo(LocalDateTime.parse(text + "T00:00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2025-01-31", "2025-01-31 24:00:00", "2025-01-31 23:60:00", "2025-01-31 23:59:60"})
  void aTimeMustBeThereAndExistWhereThePatternHasOne(String text) {
    assertThat(ALine.of(ORDERS).with("ordered-at", text).fault())
        .isEqualTo("2|ordered-at|not-a-time");
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Tokyo, UTC, 2025-02-01 08:59:59, 2025-01-31T23:59:59",
    "Asia/Tokyo, UTC, 2025-02-01 09:00:00, 2025-02-01T00:00",
    "UTC, Europe/London, 2025-06-30 22:59:59, 2025-06-30T23:59:59",
    "UTC, Europe/London, 2025-06-30 23:00:00, 2025-07-01T00:00",
    "UTC, Europe/London, 2025-01-31 23:30:00, 2025-01-31T23:30",
    "America/New_York, Asia/Tokyo, 2024-12-31 10:00:00, 2025-01-01T00:00",
    "Pacific/Kiritimati, Pacific/Niue, 2025-03-01 00:30:00, 2025-02-27T23:30",
  })
  void timesMoveFromTheZoneOfTheSourceToThatOfTheBusiness(
      String zone, String business, String text, String time) {
    var line = ALine.of(ORDERS.zone(zone), business).with("ordered-at", text);
    assertThat(line.value("ordered-at")).isEqualTo(LocalDateTime.parse(time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Tokyo", "America/New_York"})
  void timesOfASourceWithoutZoneStayAsTheyAre(String business) {
    assertThat(
            ALine.of(ORDERS, business)
                .with("ordered-at", "2025-01-31 23:30:00")
                .value("ordered-at"))
        .isEqualTo(LocalDateTime.parse("2025-01-31T23:30"));
  }

  @Test
  void timesInTheZoneOfTheBusinessStayAsTheyAreEvenInTheGapOfSummerTime() {
    var line = ALine.of(ORDERS.zone("Europe/London"), "Europe/London");
    assertThat(line.with("ordered-at", "2025-03-30 01:30:00").value("ordered-at"))
        .isEqualTo(LocalDateTime.parse("2025-03-30T01:30"));
  }

  @Test
  void aDateThatOtherZonesPushOutOfTheYearsIsAReject() {
    var line = ALine.of(ORDERS.zone("America/New_York"), "Asia/Tokyo");
    assertThat(line.with("ordered-at", "9999-12-31 23:00:00").fault())
        .isEqualTo("2|ordered-at|out-of-range");
  }

  @Test
  void aBlankOptionalTimeIsNoValue() {
    assertThat(ALine.of(ASource.ofCustomers()).with("updated-at", "").value("updated-at")).isNull();
  }
}
