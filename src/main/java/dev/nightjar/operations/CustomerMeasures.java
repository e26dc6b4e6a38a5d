package dev.nightjar.operations;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.clustering.Tables.NIGHTS;
import static dev.nightjar.db.publish.Tables.PUBLICATIONS;
import static dev.nightjar.db.segments.Tables.MOVES;
import static dev.nightjar.db.segments.Tables.PROFILES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.sum;

import dev.nightjar.database.AdjacentNights;
import dev.nightjar.home.Counted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The measures of what became of the customers: segments, clusters, audiences. */
final class CustomerMeasures {
  /** In a longer time, many customers move in any shop. */
  private static final int MOST_DAYS = 7;

  private static final dev.nightjar.db.segments.tables.Nights SEGMENT_NIGHTS =
      dev.nightjar.db.segments.Tables.NIGHTS;

  private final DSLContext db;
  private final LocalDate night;

  CustomerMeasures(DSLContext db, LocalDate night) {
    this.db = db;
    this.night = night;
  }

  List<Reading> movedShare(GateSettings gate) {
    var tooLongAgo = tooLongAgo();
    if (tooLongAgo.isPresent()) {
      return List.of(tooLongAgo.get());
    }
    var moved = customers(MOVES.DIRECTION.in("upgrade", "downgrade"));
    var known = customers(MOVES.DIRECTION.in("upgrade", "downgrade", "stayed"));
    var counts = db.select(moved, known).from(MOVES).where(MOVES.NIGHT.eq(night)).fetchSingle();
    var finding =
        "%,d of %s moved"
            .formatted(counts.value1(), Counted.of(counts.value2(), "customer", "customers"));
    return List.of(
        counts.value2() < Math.max(gate.from(), 1)
            ? Reading.tooFew("", finding, gate.from())
            : Reading.of("", Reading.share(counts.value1(), counts.value2()), finding));
  }

  private static Field<Long> customers(Condition among) {
    return coalesce(sum(MOVES.CUSTOMERS).filterWhere(among), inline(BigDecimal.ZERO))
        .cast(Long.class);
  }

  /** A segment's customers and those of all, in a night and in the one before. */
  private record Share(String segment, long customers, long before) {}

  List<Reading> segmentShareChange(GateSettings gate) {
    var tooLongAgo = tooLongAgo();
    if (tooLongAgo.isPresent()) {
      return List.of(tooLongAgo.get());
    }
    var shares =
        db.select(PROFILES.SEGMENT, PROFILES.CUSTOMERS, PROFILES.PREVIOUS_CUSTOMERS)
            .from(PROFILES)
            .where(PROFILES.NIGHT.eq(night))
            .orderBy(PROFILES.SEGMENT)
            .fetch(row -> new Share(row.value1(), row.value2(), row.value3()));
    long all = shares.stream().mapToLong(Share::customers).sum();
    long allBefore = shares.stream().mapToLong(Share::before).sum();
    return shares.stream()
        .filter(share -> gate.isOf(share.segment()))
        .map(share -> change(share, all, allBefore, gate))
        .toList();
  }

  private static Reading change(Share share, long all, long allBefore, GateSettings gate) {
    var finding =
        "%s, %,d the night before"
            .formatted(Counted.of(share.customers(), "customer"), share.before());
    if (share.before() < Math.max(gate.from(), 1) || all == 0) {
      return Reading.tooFew(share.segment(), finding, gate.from());
    }
    var now = Reading.share(share.customers(), all);
    var before = Reading.share(share.before(), allBefore);
    return Reading.of(share.segment(), Reading.share(now.subtract(before).abs(), before), finding);
  }

  List<Reading> adjustedRandIndex() {
    var refitted =
        db.select(NIGHTS.ADJUSTED_RAND_INDEX)
            .from(NIGHTS)
            .where(NIGHTS.NIGHT.eq(night), NIGHTS.ADJUSTED_RAND_INDEX.isNotNull())
            .fetchOptional(NIGHTS.ADJUSTED_RAND_INDEX);
    return List.of(
        refitted
            .map(index -> BigDecimal.valueOf(index).setScale(6, RoundingMode.HALF_UP))
            .map(
                index ->
                    Reading.of(
                        "",
                        index,
                        "new clusters agree with those before by "
                            + index.setScale(3, RoundingMode.HALF_UP)))
            .orElseGet(() -> Reading.none("", "no new clusters replaced those before")));
  }

  List<Reading> extractSize(GateSettings gate) {
    return db
        .select(AUDIENCES.AUDIENCE, AUDIENCES.PUBLISHED)
        .from(AUDIENCES)
        .where(AUDIENCES.NIGHT.eq(night), isSent())
        .orderBy(AUDIENCES.POSITION)
        .fetch()
        .stream()
        .filter(row -> gate.isOf(row.value1()))
        .map(row -> size(row.value1(), row.value2(), gate))
        .toList();
  }

  private Reading size(String audience, long customers, GateSettings gate) {
    var before =
        db.select(AUDIENCES.PUBLISHED)
            .from(AUDIENCES)
            .join(PUBLICATIONS)
            .on(PUBLICATIONS.NIGHT.eq(AUDIENCES.NIGHT))
            .where(AUDIENCES.AUDIENCE.eq(audience), AUDIENCES.NIGHT.lt(night), isSent())
            .orderBy(AUDIENCES.NIGHT.desc())
            .limit(gate.history())
            .fetch(AUDIENCES.PUBLISHED);
    return Reading.compared(
        audience,
        Counted.of(customers, "customer"),
        BigDecimal.valueOf(customers),
        before.stream().map(BigDecimal::valueOf).toList(),
        before,
        "earlier nights",
        gate);
  }

  private static Condition isSent() {
    return condition(AUDIENCES.IS_DUE).and(not(condition(AUDIENCES.IS_BLOCKED)));
  }

  /** Nothing to judge, if the night before is too long ago to compare with. */
  private Optional<Reading> tooLongAgo() {
    return Optional.ofNullable(AdjacentNights.of(night, SEGMENT_NIGHTS, db).previous())
        .map(before -> ChronoUnit.DAYS.between(before, night))
        .filter(days -> days > MOST_DAYS)
        .map(
            days ->
                Reading.none(
                    "",
                    "the night before is %d days ago: too long to judge (judged up to %d)"
                        .formatted(days, MOST_DAYS)));
  }
}
