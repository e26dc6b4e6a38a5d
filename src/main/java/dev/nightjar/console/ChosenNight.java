package dev.nightjar.console;

import dev.nightjar.views.PublishedNights;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The night that a page shows, and those that can be chosen instead.
 *
 * @param earlier the one before it; null for none
 * @param later the one after it; null for none
 * @param all newest first
 */
public record ChosenNight(
    LocalDate night, @Nullable LocalDate earlier, @Nullable LocalDate later, List<LocalDate> all) {

  /**
   * A published night.
   *
   * @param asked null for the newest
   */
  public static ChosenNight published(@Nullable LocalDate asked, DSLContext db) {
    var nights = PublishedNights.of(db);
    return of(nights.named(asked), nights.dates());
  }

  /** A night and its neighbours among others. */
  public static ChosenNight of(LocalDate night, List<LocalDate> all) {
    return new ChosenNight(
        night,
        all.stream().filter(night::isAfter).findFirst().orElse(null),
        all.stream().filter(night::isBefore).reduce((one, next) -> next).orElse(null),
        all);
  }
}
