package dev.nightjar.operations;

import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.db.publish.Tables.PUBLICATIONS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/** Questions about the files of one source, as of one night. */
final class FeedQueries {
  private static final String LOADED = "loaded";
  private static final String REPLACED = "replaced";

  private final DSLContext db;
  private final LocalDate night;

  FeedQueries(DSLContext db, LocalDate night) {
    this.db = db;
    this.night = night;
  }

  /** What came in a night: a value, and the number of rows that it is the sum of. */
  record Amount(BigDecimal value, long rows) {
    static final Amount NONE = new Amount(BigDecimal.ZERO, 0);
  }

  /** The last published nights of the night's weekday before it, newest first. */
  List<LocalDate> sameWeekdays(int most) {
    return db.select(PUBLICATIONS.NIGHT)
        .from(PUBLICATIONS)
        .where(PUBLICATIONS.NIGHT.lt(night))
        .and(
            extract(PUBLICATIONS.NIGHT, DatePart.ISO_DAY_OF_WEEK)
                .eq(night.getDayOfWeek().getValue()))
        .orderBy(PUBLICATIONS.NIGHT.desc())
        .limit(most)
        .fetch(PUBLICATIONS.NIGHT);
  }

  /** Lines read by night. A file that was replaced in its own night counts once. */
  Map<LocalDate, Amount> lines(String source, List<LocalDate> nights) {
    var newer = FILES.as("newer");
    var isNewerOfOtherNight = newer.NIGHT.isDistinctFrom(FILES.NIGHT);
    return db.select(FILES.NIGHT, coalesce(sum(FILES.LINES_READ), inline(BigDecimal.ZERO)))
        .from(FILES)
        .leftJoin(newer)
        .on(newer.FILE_ID.eq(FILES.REPLACED_BY))
        .where(FILES.SOURCE.eq(source), FILES.NIGHT.in(nights))
        .and(FILES.VERDICT.eq(LOADED).or(FILES.VERDICT.eq(REPLACED).and(isNewerOfOtherNight)))
        .groupBy(FILES.NIGHT)
        .fetchMap(FILES.NIGHT, row -> new Amount(row.value2(), row.value2().longValueExact()));
  }

  /** Value of the kept lines of the files of a night, less returns. */
  Map<LocalDate, Amount> revenue(String source, List<LocalDate> nights) {
    return db.select(FILES.NIGHT, sum(ORDER_PARTS.VALUE), count())
        .from(FILES)
        .join(ORDER_PARTS)
        .on(ORDER_PARTS.FILE_ID.eq(FILES.FILE_ID), ORDER_PARTS.OUTCOME.eq("kept"))
        .where(FILES.SOURCE.eq(source), FILES.NIGHT.in(nights))
        .groupBy(FILES.NIGHT)
        .fetchMap(FILES.NIGHT, row -> new Amount(row.value2(), row.value3()));
  }

  /** Lines of the night's files, and those of them that were rejected. */
  record Lines(long read, long rejected) {}

  Lines lines(String source) {
    return db.select(
            coalesce(sum(FILES.LINES_READ), inline(BigDecimal.ZERO)).cast(Long.class),
            coalesce(sum(FILES.LINES_REJECTED), inline(BigDecimal.ZERO)).cast(Long.class))
        .from(FILES)
        .where(FILES.SOURCE.eq(source), FILES.NIGHT.eq(night), FILES.VERDICT.eq(LOADED))
        .fetchSingle(Records.mapping(Lines::new));
  }

  /** Lines of all its files up to the night. */
  long loadedLines(String source) {
    return db.select(coalesce(sum(FILES.LINES_LOADED), inline(BigDecimal.ZERO)).cast(Long.class))
        .from(FILES)
        .where(FILES.SOURCE.eq(source), FILES.NIGHT.le(night), FILES.VERDICT.eq(LOADED))
        .fetchSingle()
        .value1();
  }

  /** Day of the latest order; null for none. */
  @Nullable LocalDate latestOrder(String source) {
    return latest(FILES.LATEST_DAY, FILES.SOURCE.eq(source), FILES.VERDICT.eq(LOADED));
  }

  /** Night of the last file, the same content again included; null for none. */
  @Nullable LocalDate latestFile(String source) {
    return latest(
        FILES.NIGHT, FILES.SOURCE.eq(source), FILES.VERDICT.in(LOADED, REPLACED, "duplicate"));
  }

  private @Nullable LocalDate latest(org.jooq.Field<LocalDate> day, Condition... conditions) {
    return db.select(max(day))
        .from(FILES)
        .where(conditions)
        .and(FILES.NIGHT.le(night))
        .and(day.le(night))
        .fetchSingle()
        .value1();
  }
}
