package dev.nightjar.views;

import static dev.nightjar.db.published.Tables.SEGMENT_MOVES;
import static dev.nightjar.db.published.Tables.SEGMENT_PROFILE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.nightjar.db.published.tables.SegmentProfile;
import dev.nightjar.ports.MoveCauses;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/**
 * Moves between segments from one published night to another.
 *
 * @param from the earlier night
 * @param to the later night
 * @param segments segments of both nights, in the order of the later night's map
 * @param ways one entry per segment left, segment entered and cause
 */
public record Moves(
    LocalDate from, LocalDate to, List<String> segments, @JsonProperty("moves") List<Way> ways) {
  private static final SegmentProfile LEFT = SEGMENT_PROFILE.as("left_behind");
  private static final SegmentProfile ENTERED = SEGMENT_PROFILE.as("entered");

  /**
   * Customers with the same move and the same cause.
   *
   * @param from null for customers not known in the earlier night
   * @param to null for customers not known in the later night
   * @param cause code of the {@link Cause}, for moves from segment to segment; otherwise null
   * @param revenue value less returns in the business currency, in the later night, or in the
   *     earlier night for customers that left
   * @param direction upgrade, downgrade, entered, left or stayed
   */
  public record Way(
      @Nullable String from,
      @Nullable String to,
      @Nullable String cause,
      int customers,
      BigDecimal revenue,
      String direction) {}

  /** The moves between two published nights, with causes found from these two nights alone. */
  public static Moves between(
      LocalDate earlier, LocalDate later, MoveCauses causes, DSLContext db) {
    var segments = new LinkedHashSet<>(map(db, later));
    segments.addAll(map(db, earlier));
    return new Moves(earlier, later, List.copyOf(segments), ways(db, earlier, later, causes));
  }

  /** The moves into a published night, as it published them; empty if it is the first. */
  public static Optional<Moves> into(LocalDate night, DSLContext db) {
    var earlier =
        db.select(max(SEGMENT_PROFILE.NIGHT))
            .from(SEGMENT_PROFILE)
            .where(SEGMENT_PROFILE.NIGHT.lt(night))
            .fetchSingle()
            .value1();
    if (earlier == null) {
      return Optional.empty();
    }
    var segments = new LinkedHashSet<>(map(db, night));
    segments.addAll(map(db, earlier));
    var ways =
        db.select(
                SEGMENT_MOVES.FROM_SEGMENT,
                SEGMENT_MOVES.TO_SEGMENT,
                when(SEGMENT_MOVES.DIRECTION.in("upgrade", "downgrade"), SEGMENT_MOVES.CAUSE),
                SEGMENT_MOVES.CUSTOMERS.cast(Integer.class),
                SEGMENT_MOVES.REVENUE,
                SEGMENT_MOVES.DIRECTION)
            .from(SEGMENT_MOVES)
            .where(SEGMENT_MOVES.NIGHT.eq(night))
            .orderBy(SEGMENT_MOVES.FROM_SEGMENT, SEGMENT_MOVES.TO_SEGMENT, SEGMENT_MOVES.CAUSE)
            .fetch(Records.mapping(Way::new));
    return Optional.of(new Moves(earlier, night, List.copyOf(segments), ways));
  }

  /** The number of customers with some of the moves. */
  public long customers(Predicate<Way> which) {
    return ways.stream().filter(which).mapToLong(Way::customers).sum();
  }

  /**
   * Customers that moved from segment to segment for one cause.
   *
   * @param revenue value less returns in the business currency, in the later night
   */
  public record Caused(long customers, BigDecimal revenue) {
    private Caused plus(Caused other) {
      return new Caused(customers + other.customers, revenue.add(other.revenue));
    }
  }

  /** The moves from segment to segment by code of the {@link Cause}. */
  @JsonProperty
  public SortedMap<String, Caused> causes() {
    var causes = new TreeMap<String, Caused>();
    ways.stream()
        .filter(way -> way.cause() != null)
        .forEach(
            way ->
                causes.merge(
                    way.cause(), new Caused(way.customers(), way.revenue()), Caused::plus));
    return causes;
  }

  private static List<String> map(DSLContext db, LocalDate night) {
    return db.select(SEGMENT_PROFILE.SEGMENT)
        .from(SEGMENT_PROFILE)
        .where(SEGMENT_PROFILE.NIGHT.eq(night))
        .orderBy(SEGMENT_PROFILE.POSITION)
        .fetch(SEGMENT_PROFILE.SEGMENT);
  }

  private static List<Way> ways(
      DSLContext db, LocalDate earlier, LocalDate later, MoveCauses moveCauses) {
    var moved = new MovedCustomers(earlier, later, moveCauses, db);
    var from = moved.from();
    var to = moved.to();
    var cause = moved.cause();
    var direction = direction(from, to);
    var revenue = coalesce(sum(moved.revenue()), inline(BigDecimal.ZERO));
    return moved
        .in(db.select(from, to, cause, count(), revenue, direction))
        .leftJoin(LEFT)
        .on(LEFT.NIGHT.eq(earlier), LEFT.SEGMENT.eq(from))
        .leftJoin(ENTERED)
        .on(ENTERED.NIGHT.eq(later), ENTERED.SEGMENT.eq(to))
        .groupBy(from, to, cause, direction)
        .orderBy(from, to, cause)
        .fetch(Records.mapping(Way::new));
  }

  /** Compares each segment's position in its own night, as the two maps can differ. */
  private static Field<String> direction(Field<String> from, Field<String> to) {
    return when(from.isNull(), inline("entered"))
        .when(to.isNull(), inline("left"))
        .when(from.ne(to).and(ENTERED.POSITION.lt(LEFT.POSITION)), inline("upgrade"))
        .when(from.ne(to).and(ENTERED.POSITION.gt(LEFT.POSITION)), inline("downgrade"))
        .otherwise(inline("stayed"));
  }
}
