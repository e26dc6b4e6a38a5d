package dev.nightjar.segments;

import static dev.nightjar.db.rfm.Tables.CUT_POINTS;
import static dev.nightjar.db.segments.Tables.MOVES;
import static dev.nightjar.db.segments.Tables.PROFILES;
import static org.jooq.impl.DSL.sum;

import dev.nightjar.pipeline.FailureCode;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageFailed;
import dev.nightjar.pipeline.StageReport;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Names each customer's segment, profiles the segments, and remembers who moved. */
@Component
public class SegmentsStage implements Stage {
  private final DSLContext db;
  private final SegmentsSettings settings;

  SegmentsStage(DSLContext db, SegmentsSettings settings) {
    this.db = db;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "segments";
  }

  @Override
  public StageReport run(Night night) {
    refuseOtherBins(night);
    var previous = SegmentsQueries.nightBefore(db, night.date());
    var queries = new SegmentsQueries(night.date(), previous, settings);
    db.transaction(transaction -> queries.replace(transaction.dsl()));
    var isTonight = MOVES.NIGHT.eq(night.date());
    long customers = customers(isTonight.and(MOVES.TO_SEGMENT.isNotNull()));
    long moved = customers(isTonight.and(MOVES.FROM_SEGMENT.ne(MOVES.TO_SEGMENT)));
    long entered = customers(isTonight.and(MOVES.FROM_SEGMENT.isNull()));
    long segments =
        db.fetchCount(PROFILES, PROFILES.NIGHT.eq(night.date()), PROFILES.CUSTOMERS.gt(0L));
    var since =
        previous == null
            ? "the first night"
            : "since %s %,d moved, %,d new".formatted(previous, moved, entered);
    return new StageReport(
        "%,d customers in %,d segments; %s".formatted(customers, segments, since),
        Map.of("customers", customers, "segments", segments, "moved", moved, "new", entered));
  }

  /** Scores of more or fewer bins than the map's would be named wrongly, or not at all. */
  private void refuseOtherBins(Night night) {
    int cuts =
        db.fetchCount(
            CUT_POINTS, CUT_POINTS.NIGHT.eq(night.date()), CUT_POINTS.METRIC.eq("recency"));
    if (cuts > 0 && cuts + 1 != SegmentsSettings.BINS) {
      throw new StageFailed(
          FailureCode.BAD_SETTINGS,
          night,
          "The customers have scores of %d bins, and map %s is made for %d: mend rfm.bins, then nightjar run --again."
              .formatted(cuts + 1, settings.map(), SegmentsSettings.BINS));
    }
  }

  private long customers(Condition which) {
    var customers = db.select(sum(MOVES.CUSTOMERS)).from(MOVES).where(which).fetchSingle().value1();
    return customers == null ? 0 : customers.longValueExact();
  }
}
