package dev.nightjar.views;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static org.jooq.impl.DSL.noCondition;

import dev.nightjar.db.audiences.tables.records.AudiencesRecord;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The published nights of a range in which an audience was delivered, or any audience.
 *
 * @param nights oldest first, at least one
 * @param declaredDays the days of follow-up that were declared in the first of them; null for none
 */
record DeliveredNights(List<LocalDate> nights, @Nullable Integer declaredDays) {
  static DeliveredNights of(UpliftQuestion question, PublishedNights published, DSLContext db) {
    var from = question.from();
    var audience = question.audience();
    if (question.last().isBefore(from)) {
      throw refused("--to %s is before --from %s.".formatted(question.last(), from), from);
    }
    if (question.days() != null && question.days() < 1) {
      throw refused("--days must be above zero, and is %d.".formatted(question.days()), from);
    }
    if (question.last().equals(from)) {
      published.named(from);
    }
    var rows =
        db.selectFrom(AUDIENCES)
            .where(AUDIENCES.NIGHT.between(from, question.last()))
            .and(AUDIENCES.NIGHT.in(published.dates()))
            .and(audience == null ? noCondition() : AUDIENCES.AUDIENCE.eq(audience))
            .orderBy(AUDIENCES.NIGHT)
            .fetch();
    var delivered = rows.stream().filter(row -> row.getIsDue() && !row.getIsBlocked()).toList();
    if (delivered.isEmpty()) {
      throw refused(reason(question, rows), from);
    }
    return new DeliveredNights(
        delivered.stream().map(AudiencesRecord::getNight).distinct().toList(),
        audience == null
            ? delivered.get(0).getGlobalHoldoutDays()
            : delivered.get(0).getHoldoutDays());
  }

  private static String reason(UpliftQuestion question, List<AudiencesRecord> rows) {
    boolean isOne = question.last().equals(question.from());
    var nights =
        isOne
            ? "night " + question.from()
            : "the published nights from %s to %s".formatted(question.from(), question.last());
    var name = question.audience() == null ? "any" : question.audience();
    if (rows.isEmpty()) {
      return "There is no audience %s in %s.".formatted(name, nights);
    }
    return "Audience %s was not delivered in %s: it was %s."
        .formatted(name, nights, rows.get(0).getIsBlocked() ? "too small" : "not due");
  }

  private static Failure refused(String message, LocalDate from) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "%s%nNext: nightjar audiences --date %s".formatted(message, from));
  }
}
