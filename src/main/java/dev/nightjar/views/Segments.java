package dev.nightjar.views;

import static dev.nightjar.db.published.Tables.SEGMENT_PROFILE;
import static org.jooq.impl.DSL.max;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The published segments of a night. JSON is the list of them.
 *
 * @param night null where nothing is published yet
 * @param segments one per segment of the night's map, the best first; none where the night is not
 *     published
 */
public record Segments(@Nullable LocalDate night, @JsonValue List<Segment> segments) {

  /**
   * A segment of a night. Money is in the business currency; orders and values are those in the
   * scoring window.
   *
   * @param position in the map, 1 for the best
   * @param customersShare 0 to 1
   * @param revenue value less returns
   * @param revenueShare 0 to 1
   * @param meanRecencyDays null without an order, as the other means and medians of recency
   * @param meanNetValue of a customer
   * @param previousCustomers in the published night before; null without one
   * @param movedIn customers who were elsewhere, or not known, in the night before
   * @param movedOut customers of the night before who are elsewhere, or gone
   * @param meanOrderValue of an order; null without one
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Segment(
      LocalDate night,
      String segment,
      int position,
      long customers,
      BigDecimal customersShare,
      BigDecimal revenue,
      BigDecimal revenueShare,
      @Nullable BigDecimal meanRecencyDays,
      @Nullable BigDecimal meanOrdersCount,
      @Nullable BigDecimal meanNetValue,
      @Nullable Double medianRecencyDays,
      @Nullable Double medianOrdersCount,
      @Nullable Double medianNetValue,
      @Nullable Long previousCustomers,
      long movedIn,
      long movedOut,
      @Nullable BigDecimal meanOrderValue) {}

  /**
   * The segments of a night.
   *
   * @param date null for the newest published night
   */
  public static Segments of(@Nullable LocalDate date, DSLContext db) {
    var night = date == null ? newest(db) : date;
    return new Segments(night, night == null ? List.of() : segments(night, db));
  }

  private static @Nullable LocalDate newest(DSLContext db) {
    return db.select(max(SEGMENT_PROFILE.NIGHT)).from(SEGMENT_PROFILE).fetchSingle().value1();
  }

  private static List<Segment> segments(LocalDate night, DSLContext db) {
    return db.select(
            SEGMENT_PROFILE.NIGHT,
            SEGMENT_PROFILE.SEGMENT,
            SEGMENT_PROFILE.POSITION,
            SEGMENT_PROFILE.CUSTOMERS,
            SEGMENT_PROFILE.CUSTOMERS_SHARE,
            SEGMENT_PROFILE.REVENUE,
            SEGMENT_PROFILE.REVENUE_SHARE,
            SEGMENT_PROFILE.MEAN_RECENCY_DAYS,
            SEGMENT_PROFILE.MEAN_ORDERS_COUNT,
            SEGMENT_PROFILE.MEAN_NET_VALUE,
            SEGMENT_PROFILE.MEDIAN_RECENCY_DAYS,
            SEGMENT_PROFILE.MEDIAN_ORDERS_COUNT,
            SEGMENT_PROFILE.MEDIAN_NET_VALUE,
            SEGMENT_PROFILE.PREVIOUS_CUSTOMERS,
            SEGMENT_PROFILE.MOVED_IN,
            SEGMENT_PROFILE.MOVED_OUT,
            SEGMENT_PROFILE.MEAN_ORDER_VALUE)
        .from(SEGMENT_PROFILE)
        .where(SEGMENT_PROFILE.NIGHT.eq(night))
        .orderBy(SEGMENT_PROFILE.POSITION)
        .fetch(Records.mapping(Segment::new));
  }
}
