package dev.nightjar.pipeline;

import static dev.nightjar.db.pipeline.Tables.NIGHTS;
import static dev.nightjar.db.pipeline.Tables.STAGES;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.jooq.DSLContext;

/** How long stages usually take. */
public final class UsualDurations {
  private UsualDurations() {}

  /**
   * The median duration of each stage, in the order of stages.
   *
   * @param night which does not count
   * @param most number of nights, the last finished ones before it
   */
  public static Map<String, Duration> before(LocalDate night, int most, DSLContext db) {
    var nights =
        select(NIGHTS.NIGHT, max(NIGHTS.REVISION).as(NIGHTS.REVISION))
            .from(NIGHTS)
            .where(NIGHTS.STATUS.eq(Ledger.FINISHED), NIGHTS.NIGHT.lt(night))
            .groupBy(NIGHTS.NIGHT)
            .orderBy(NIGHTS.NIGHT.desc())
            .limit(most)
            .asTable("nights");
    var duration =
        field("extract(epoch from {0} - {1})", Double.class, STAGES.FINISHED_AT, STAGES.STARTED_AT);
    var median = percentileCont(0.5).withinGroupOrderBy(duration).cast(Double.class);
    return db.select(STAGES.STAGE, median)
        .from(STAGES)
        .join(nights)
        .on(STAGES.NIGHT.eq(nights.field(NIGHTS.NIGHT)))
        .and(STAGES.REVISION.eq(nights.field(NIGHTS.REVISION)))
        .where(STAGES.STATUS.eq(Ledger.FINISHED))
        .groupBy(STAGES.STAGE)
        .orderBy(max(STAGES.ATTEMPT))
        .fetchMap(row -> row.value1(), row -> Duration.ofMillis(Math.round(row.value2() * 1000)));
  }
}
