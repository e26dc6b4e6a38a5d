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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy-MM-dd HH:mm:ss Z | 2026-06-01 10:11:12 -0500 | 2026-06-01T16:11:12",
        "yyyy-MM-dd'T'HH:mm:ssXXX | 2026-03-04T23:30:00-05:00 | 2026-03-05T04:30",
        "yyyy-MM-dd'T'HH:mm:ss[XXX] | 2026-03-04T23:30:00-05:00 | 2026-03-05T04:30",
        "yyyy-MM-dd'T'HH:mm:ss[XXX] | 2026-03-04T23:30:00 | 2026-03-04T15:30",
        "yyyy-MM-dd HH:mm:ss[ Z] | 2026-06-01 10:11:12 +0100 | 2026-06-01T10:11:12",
        "yyyy-MM-dd HH:mm z | 2026-07-01 10:00 PDT | 2026-07-01T18:00",
        "yyyy-MM-dd HH:mm VV | 2026-07-01 10:00 America/New_York | 2026-07-01T15:00",
        "yyyy-MM-dd[ HH:mm:ss] | 2026-03-04 | 2026-03-03T16:00",
        "yyyy-MM-dd[ HH:mm:ss] | 2026-03-04 08:00:01 | 2026-03-04T00:00:01",
        "MMM d, yyyy h:mm:ss a | Jun 1, 2026 10:11:12 PM | 2026-06-01T15:11:12",
        "dd/MM/yy HH:mm | 31/12/26 12:00 | 2026-12-31T04:00",
        "iso-8601 | 2026-03-04T23:30:00-05:00 | 2026-03-05T04:30",
        "iso-8601 | 2026-03-04T23:30:00.123Z | 2026-03-04T23:30:00.123",
        "iso-8601 | 2026-07-04 23:30:00 +0200 | 2026-07-04T22:30",
        "iso-8601 | 20260304T233000Z | 2026-03-04T23:30",
        "iso-8601 | 2026-03-04T23:30 | 2026-03-04T15:30",
        "epoch-seconds | 1781000000 | 2026-06-09T11:13:20",
        "epoch-millis | 1781000000500 | 2026-06-09T11:13:20.500",
      })
  void momentsAreConvertedToTheZoneOfTheBusiness(String pattern, String text, String time) {
    var source = ORDERS.dates(pattern).zone("Asia/Shanghai");
    assertThat(ALine.of(source, "Europe/London").with("ordered-at", text).value("ordered-at"))
        .isEqualTo(LocalDateTime.parse(time));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-29 01:30, skipped, 2026-03-29T02:30",
    "2026-10-25 01:30, repeated, 2026-10-25T01:30",
    "2026-10-25 02:30, after both, 2026-10-25T02:30",
  })
  void aTimeThatTheChangeOfClocksSkipsIsAnHourLaterAndARepeatedOneTheFirst(
      String text, String kind, String time) {
    var source = ORDERS.dates("yyyy-MM-dd HH:mm").zone("Europe/London");
    assertThat(ALine.of(source, "Europe/Lisbon").with("ordered-at", text).value("ordered-at"))
        .as(kind)
        .isEqualTo(LocalDateTime.parse(time));
  }

  @Test
  void theFirstPatternThatReadsATextCounts() {
    var source =
        ORDERS.with("date-format[0]", "dd.MM.yyyy HH:mm").with("date-format[1]", "iso-8601");
    var line = ALine.of(source);
    assertThat(line.with("ordered-at", "04.03.2026 10:00").value("ordered-at"))
        .isEqualTo(LocalDateTime.parse("2026-03-04T10:00"));
    assertThat(line.with("ordered-at", "2026-03-04").value("ordered-at"))
        .isEqualTo(LocalDateTime.parse("2026-03-04T00:00"));
    assertThat(line.with("ordered-at", "4/3/2026").fault()).isEqualTo("2|ordered-at|not-a-time");
  }

  @Test
  void namesOfMonthsAreOfTheLocale() {
    var source = ORDERS.dates("d. MMMM yyyy").with("locale", "de");
    assertThat(ALine.of(source).with("ordered-at", "3. März 2026").value("ordered-at"))
        .isEqualTo(LocalDateTime.parse("2026-03-03T00:00"));
    assertThat(ALine.of(source).with("ordered-at", "3. March 2026").fault())
        .isEqualTo("2|ordered-at|not-a-time");
  }

  @ParameterizedTest
  @CsvSource({
    "epoch-seconds, now",
    "epoch-millis, 1e999999999",
    "iso-8601, 2026-02-30",
    "iso-8601, 2026-03-04T",
    "yyyy-MM-dd h:mm[ a], 2026-03-04 10:00",
  })
  void textsThatAreNoMomentsAreRejects(String pattern, String text) {
    assertThat(ALine.of(ORDERS.dates(pattern)).with("ordered-at", text).fault())
        .isEqualTo("2|ordered-at|not-a-time");
  }
}
