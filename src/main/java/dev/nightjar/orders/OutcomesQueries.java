package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.SOURCES;
import static dev.nightjar.db.orders.Tables.FILE_OUTCOMES;
import static dev.nightjar.db.orders.Tables.LINE_OUTCOMES;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;

/** The outcomes of lines, over all files. */
final class OutcomesQueries {
  private OutcomesQueries() {}

  /** Replaces the night's counts by source and outcome, rejects among them. */
  static void replace(DSLContext db, LocalDate night) {
    var files = dev.nightjar.db.ingest.Tables.FILES;
    var known = dev.nightjar.db.orders.Tables.FILES;
    db.deleteFrom(LINE_OUTCOMES).where(LINE_OUTCOMES.NIGHT.eq(night)).execute();
    db.insertInto(LINE_OUTCOMES, LINE_OUTCOMES.fields())
        .select(
            select(
                    val(night),
                    known.SOURCE,
                    FILE_OUTCOMES.OUTCOME,
                    sum(FILE_OUTCOMES.LINES).cast(SQLDataType.BIGINT))
                .from(FILE_OUTCOMES)
                .join(known)
                .on(known.FILE_ID.eq(FILE_OUTCOMES.FILE_ID))
                .groupBy(known.SOURCE, FILE_OUTCOMES.OUTCOME))
        .execute();
    db.insertInto(LINE_OUTCOMES, LINE_OUTCOMES.fields())
        .select(
            select(
                    val(night),
                    known.SOURCE,
                    inline("rejected"),
                    sum(files.LINES_REJECTED).cast(SQLDataType.BIGINT))
                .from(files)
                .join(known)
                .on(known.FILE_ID.eq(files.FILE_ID))
                .join(SOURCES)
                .on(SOURCES.SOURCE.eq(known.SOURCE))
                .and(SOURCES.FEED.in(TouchedFiles.FEEDS_OF_ORDERS))
                .groupBy(known.SOURCE)
                .having(sum(files.LINES_REJECTED).gt(BigDecimal.ZERO)))
        .execute();
  }
}
