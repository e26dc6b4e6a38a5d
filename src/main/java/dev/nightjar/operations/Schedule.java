package dev.nightjar.operations;

import dev.nightjar.home.BusinessSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

/**
 * The moments at which nights are to run. A time of the day that a clock skips in spring is moved
 * by what it skips; one that a clock repeats in autumn counts once, the first time.
 */
@Component
public class Schedule {
  /** More than a clock was ever moved. */
  private static final Duration LONGEST_GAP = Duration.ofHours(25);

  /** A night missed longer ago is left to a backfill. */
  private static final Duration LONGEST_ABSENCE = Duration.ofDays(366);

  private final @Nullable CronExpression cron;
  private final ZoneId zone;
  private final BusinessSettings business;
  private final int mostMissed;

  Schedule(ScheduleSettings settings, BusinessSettings business) {
    this.cron = settings.expression();
    this.zone = settings.zone() == null ? business.zone() : settings.zone();
    this.business = business;
    this.mostMissed = settings.catchUp();
  }

  /**
   * A moment at which a night is to run.
   *
   * @param at in the zone of the schedule
   * @param night the last business date that is over
   */
  public record Run(ZonedDateTime at, LocalDate night) {
    /** Such as {@code Next run: 2026-07-01 02:30 Europe/London, for night 2026-06-30}. */
    public String text() {
      return "Next run: %s %s %s, for night %s"
          .formatted(at.toLocalDate(), at.toLocalTime(), at.getZone(), night);
    }
  }

  /**
   * The nights that are to run by now.
   *
   * @param nights to run, oldest first
   * @param tooMany older ones that were missed, more than are caught up
   * @param since the last moment at which a night was to run; null if there was none
   */
  record Due(List<LocalDate> nights, List<LocalDate> tooMany, @Nullable Instant since) {}

  /** Whether {@code schedule.cron} is set. */
  public boolean isSet() {
    return cron != null;
  }

  /** The first run after now; empty if there is none, as without {@code schedule.cron}. */
  public Optional<Run> next(Clock clock) {
    return runs(clock.instant()).findFirst();
  }

  /** The runs after a moment, in order. */
  private Stream<Run> runs(Instant moment) {
    if (cron == null) {
      return Stream.empty();
    }
    // local times are not in the order of the moments where a clock is moved
    var first = cron.next(LocalDateTime.ofInstant(moment.minus(LONGEST_GAP), zone));
    return Stream.iterate(first, Objects::nonNull, cron::next)
        .map(local -> local.atZone(zone))
        .filter(at -> at.toInstant().isAfter(moment))
        .map(at -> new Run(at, business.lastDate(at.toInstant())));
  }

  /**
   * The nights that are to run by now.
   *
   * @param done a night up to which none is due any more; null for a shop without nights
   * @param begun when the schedule came into force, for a shop without nights
   */
  Due due(@Nullable LocalDate done, Instant begun, Clock clock) {
    var now = clock.instant();
    var start = done == null ? begun : done.plusDays(1).atStartOfDay(business.zone()).toInstant();
    var earliest = now.minus(LONGEST_ABSENCE);
    var runs =
        runs(start.isBefore(earliest) ? earliest : start)
            .takeWhile(run -> !run.at().toInstant().isAfter(now))
            .toList();
    var all =
        runs.stream()
            .map(Run::night)
            .filter(night -> done == null || night.isAfter(done))
            .distinct()
            .toList();
    int first = Math.max(0, all.size() - mostMissed);
    var since = runs.isEmpty() ? null : runs.get(runs.size() - 1).at().toInstant();
    return new Due(all.subList(first, all.size()), all.subList(0, first), since);
  }
}
