package dev.nightjar.views;

import static dev.nightjar.db.publish.Tables.PUBLICATIONS;
import static dev.nightjar.db.segments.Tables.NIGHTS;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The published nights within retention.
 *
 * @param dates business dates, newest first
 */
public record PublishedNights(List<LocalDate> dates) {

  public static PublishedNights of(DSLContext db) {
    return new PublishedNights(
        db.select(PUBLICATIONS.NIGHT)
            .from(PUBLICATIONS)
            .join(NIGHTS)
            .on(NIGHTS.NIGHT.eq(PUBLICATIONS.NIGHT))
            .orderBy(PUBLICATIONS.NIGHT.desc())
            .fetch(PUBLICATIONS.NIGHT));
  }

  /** When a night was last published; what it answers is the same until then. */
  public static Optional<OffsetDateTime> publishedAt(LocalDate night, DSLContext db) {
    return db.select(PUBLICATIONS.PUBLISHED_AT)
        .from(PUBLICATIONS)
        .where(PUBLICATIONS.NIGHT.eq(night))
        .fetchOptional(PUBLICATIONS.PUBLISHED_AT);
  }

  /** The published night after another; empty for the newest. */
  public Optional<LocalDate> after(LocalDate night) {
    return dates.stream().filter(each -> each.isAfter(night)).reduce((one, next) -> next);
  }

  /**
   * The given night, or the newest.
   *
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if it is not published
   */
  public LocalDate named(@Nullable LocalDate date) {
    if (dates.isEmpty()) {
      throw refused("Nothing is published yet.\nNext: nightjar run");
    }
    if (date == null || dates.contains(date)) {
      return date == null ? dates.get(0) : date;
    }
    throw refused(
        "Night %s is not published, or past its retention.%nNext: nightjar nights (lists them), or nightjar run --date %s"
            .formatted(date, date));
  }

  /**
   * The published night before another.
   *
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if there is none
   */
  public LocalDate before(LocalDate night) {
    return dates.stream()
        .filter(night::isAfter)
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "No night before %s is published to compare with.%nNext: nightjar run"
                        .formatted(night)));
  }

  private static Failure refused(String message) {
    return new Failure(FailureCode.NIGHT_REFUSED, message);
  }
}
