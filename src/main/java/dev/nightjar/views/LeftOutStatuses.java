package dev.nightjar.views;

import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.ORDER_LINES;
import static dev.nightjar.db.ingest.Tables.SOURCES;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.count;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a night's files that are left out because of their status. JSON is the list.
 *
 * @param statuses one entry per source and status, the most frequent first
 */
public record LeftOutStatuses(@JsonValue List<LeftOut> statuses) {

  /**
   * The lines of a source with a status that does not count.
   *
   * @param status as in the files; null if the line has none
   */
  public record LeftOut(String source, @Nullable String status, int lines) {}

  public static LeftOutStatuses of(LocalDate night, DSLContext db) {
    return new LeftOutStatuses(
        db.select(FILES.SOURCE, ORDER_LINES.STATUS, count())
            .from(FILES)
            .join(SOURCES)
            .on(SOURCES.SOURCE.eq(FILES.SOURCE), cardinality(SOURCES.KEPT_STATUSES).gt(0))
            .join(ORDER_LINES)
            .on(ORDER_LINES.FILE_ID.eq(FILES.FILE_ID))
            .where(FILES.NIGHT.eq(night), FILES.VERDICT.eq("loaded"))
            .and(
                ORDER_LINES
                    .STATUS
                    .isNull()
                    .or(ORDER_LINES.STATUS.eq(any(SOURCES.KEPT_STATUSES)).not()))
            .groupBy(FILES.SOURCE, ORDER_LINES.STATUS)
            .orderBy(FILES.SOURCE, count().desc(), ORDER_LINES.STATUS)
            .fetch(Records.mapping(LeftOut::new)));
  }
}
