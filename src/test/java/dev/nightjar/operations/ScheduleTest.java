package dev.nightjar.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.home.BusinessSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private static final String NIGHTLY = "30 2 * * *";
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-29, 2026-03-29T03:30+02:00[Europe/Berlin], spring leaves out 02:30",
    "Europe/Berlin, 2026-10-25, 2026-10-25T02:30+02:00[Europe/Berlin], autumn has 02:30 twice",
    "America/New_York, 2026-03-08, 2026-03-08T03:30-04:00[America/New_York], spring",
    "Australia/Lord_Howe, 2026-10-04, 2026-10-04T02:30+11:00[Australia/Lord_Howe], half an hour",
    "Europe/Berlin, 2028-02-29, 2028-02-29T02:30+01:00[Europe/Berlin], the leap day",
    "Europe/Berlin, 2028-03-01, 2028-03-01T02:30+01:00[Europe/Berlin], the day after it",
    "Europe/Berlin, 2027-01-01, 2027-01-01T02:30+01:00[Europe/Berlin], a new year",
    "Pacific/Kiritimati, 2027-01-01, 2027-01-01T02:30+14:00[Pacific/Kiritimati], 14 hours ahead"
  })
  void aNightRunsOnceAndForTheDateBefore(String zone, LocalDate day, String at, String why) {
    assertThat(runs(NIGHTLY, zone, zone, day.minusDays(3), day.plusDays(3)))
        .as(why)
        .filteredOn(run -> run.at().toLocalDate().equals(day))
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.at()).hasToString(at);
              assertThat(run.night()).isEqualTo(day.minusDays(1));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Europe/London",
        "Europe/Berlin",
        "America/New_York",
        "America/Sao_Paulo",
        "Australia/Lord_Howe",
        "Pacific/Kiritimati",
        "Pacific/Chatham",
        "Africa/Cairo"
      })
  void everyDateOfTenYearsHasOneNightAtAnyHour(String zone) {
    var from = LocalDate.parse("2016-01-01");
    var to = LocalDate.parse("2026-01-01");
    for (var cron : List.of("0 0 * * *", "30 1 * * *", NIGHTLY, "15 3 * * *", "30 23 * * *")) {
      assertThat(runs(cron, zone, zone, from, to))
          .as(cron)
          .extracting(Schedule.Run::night)
          .containsExactlyElementsOf(from.minusDays(1).datesUntil(to.minusDays(1)).toList());
    }
  }

  @Test
  void aDateThatAZoneLeavesOutHasNoNight() {
    assertThat(
            runs(
                NIGHTLY,
                "Pacific/Apia",
                "Pacific/Apia",
                LocalDate.parse("2011-12-29"),
                LocalDate.parse("2012-01-02")))
        .extracting(run -> run.night().toString())
        .containsExactly("2011-12-28", "2011-12-29", "2011-12-31");
  }

  @Test
  void theZonesOfScheduleAndBusinessCanDiffer() {
    assertThat(new Schedule(settings("0 10 * * *", "UTC", 7), business("Pacific/Kiritimati")))
        .satisfies(
            schedule ->
                assertThat(schedule.next(clock("2026-07-01T09:59:59Z")))
                    .hasValueSatisfying(run -> assertThat(run.night()).isEqualTo("2026-07-01")),
            schedule ->
                assertThat(schedule.next(clock("2026-07-01T10:00:00Z")))
                    .hasValueSatisfying(run -> assertThat(run.night()).isEqualTo("2026-07-02")));
  }

  @Test
  void missedNightsAreDueOldestFirst() {
    assertThat(due(NIGHTLY, 7, "2026-06-27", "2026-07-01T09:00:00Z").nights())
        .containsExactly(dates("2026-06-28", "2026-06-29", "2026-06-30"));
    assertThat(due(NIGHTLY, 7, "2026-06-27", "2026-07-01T02:29:59Z").nights())
        .containsExactly(dates("2026-06-28", "2026-06-29"));
    assertThat(due(NIGHTLY, 7, "2026-06-30", "2026-07-01T09:00:00Z").nights()).isEmpty();
  }

  @Test
  void moreMissedNightsThanTheLimitAreReportedOnly() {
    var due = due(NIGHTLY, 2, "2026-06-27", "2026-07-01T09:00:00Z");
    assertThat(due.nights()).containsExactly(dates("2026-06-29", "2026-06-30"));
    assertThat(due.tooMany()).containsExactly(dates("2026-06-28"));
  }

  @Test
  void onlyNightsOfTheScheduleAreMissed() {
    // Mondays, for the Sunday before
    assertThat(due("30 2 * * MON", 7, "2026-06-01", "2026-06-23T09:00:00Z").nights())
        .containsExactly(dates("2026-06-07", "2026-06-14", "2026-06-21"));
  }

  @Test
  void aShopWithoutNightsWaitsForItsFirstRun() {
    var schedule = new Schedule(settings(NIGHTLY, null, 7), business("UTC"));
    var begun = Instant.parse("2026-06-30T15:00:00Z");
    assertThat(schedule.due(null, begun, clock("2026-07-01T02:29:00Z")).nights()).isEmpty();
    assertThat(schedule.due(null, begun, clock("2026-07-01T02:30:00Z")).nights())
        .containsExactly(dates("2026-06-30"));
  }

  @Test
  void severalRunsADayAreOneNight() {
    assertThat(due("0 * * * *", 7, "2026-06-29", "2026-07-01T09:30:00Z").nights())
        .containsExactly(dates("2026-06-30"));
  }

  @Test
  void aScheduleThatNeverComesHasNoNextRun() {
    assertThat(
            new Schedule(settings("0 0 30 2 *", null, 7), business("UTC"))
                .next(clock("2026-07-01T00:00:00Z")))
        .isEmpty();
    assertThat(settings("30 2 * *", null, 7).problems())
        .containsExactly("cron: is not a cron expression of five fields (expected: 30 2 * * *)");
    assertThat(settings("30 25 * * *", null, 7).problems()).hasSize(1);
    assertThat(settings(NIGHTLY, null, 7).problems()).isEmpty();
  }

  private static Schedule.Due due(String cron, int limit, String done, String now) {
    return new Schedule(settings(cron, null, limit), business("UTC"))
        .due(LocalDate.parse(done), LONG_AGO, clock(now));
  }

  /** The runs on some dates of the schedule's zone. */
  private static List<Schedule.Run> runs(
      String cron, String zone, String business, LocalDate from, LocalDate to) {
    var schedule = new Schedule(settings(cron, zone, 7), business(business));
    var runs = new ArrayList<Schedule.Run>();
    var last = from.atStartOfDay(ZoneId.of(zone)).toInstant().minusNanos(1);
    for (var run = schedule.next(Clock.fixed(last, ZoneOffset.UTC)).orElseThrow();
        run.at().toLocalDate().isBefore(to);
        run = schedule.next(Clock.fixed(run.at().toInstant(), ZoneOffset.UTC)).orElseThrow()) {
      runs.add(run);
    }
    return runs;
  }

  private static ScheduleSettings settings(String cron, @Nullable String zone, int catchUp) {
    return new ScheduleSettings(cron, zone == null ? null : ZoneId.of(zone), catchUp);
  }

  private static BusinessSettings business(String zone) {
    return new BusinessSettings(ZoneId.of(zone), Currency.getInstance("EUR"), Map.of(), null, null);
  }

  private static Clock clock(String now) {
    return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
  }

  private static LocalDate[] dates(String... dates) {
    return java.util.Arrays.stream(dates).map(LocalDate::parse).toArray(LocalDate[]::new);
  }
}
