package dev.nightjar.views;

import static dev.nightjar.db.published.Tables.SEGMENT_PROFILE;
import static org.jooq.impl.DSL.max;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The published segments of a night. JSON is the list.
 *
 * @param night null if no night is published
 * @param segments one entry per segment of the night's map, best first; empty if the night is not
 *     published
 */
public record Segments(@Nullable LocalDate night, @JsonValue List<Segment> segments) {

  /**
   * One segment of a night. Money is in the business currency. Orders and values are those in the
   * scoring window; means and medians are per customer.
   *
   * @param position position in the map, 1 for the best
   * @param customersShare share of all customers, 0 to 1
   * @param revenue value less returns
   * @param revenueShare share of the revenue of all customers, 0 to 1
   * @param meanRecencyDays days since the last order; null, like the median, if no customer has
   *     ordered
   * @param meanNetValue value less returns
   * @param previousCustomers customers in the published night before; null for the first
   * @param movedIn customers that were in another segment, or unknown, in the night before
   * @param movedOut customers of the night before that are now in another segment, or gone
   * @param meanOrderValue value per order; null if there are no orders
   * @param meanFrequency frequency as it is scored
   * @param meanMonetary monetary value as it is scored
   * @param frequencyCounts what frequency counts: orders, days, lines or units
   * @param monetaryValue what monetary is: sum or mean-order
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
      @Nullable BigDecimal meanOrderValue,
      @Nullable BigDecimal meanFrequency,
      @Nullable BigDecimal meanMonetary,
      @Nullable Double medianFrequency,
      @Nullable Double medianMonetary,
      String frequencyCounts,
      String monetaryValue) {}

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
            SEGMENT_PROFILE.MEAN_ORDER_VALUE,
            SEGMENT_PROFILE.MEAN_FREQUENCY,
            SEGMENT_PROFILE.MEAN_MONETARY,
            SEGMENT_PROFILE.MEDIAN_FREQUENCY,
            SEGMENT_PROFILE.MEDIAN_MONETARY,
            SEGMENT_PROFILE.FREQUENCY_COUNTS,
            SEGMENT_PROFILE.MONETARY_VALUE)
        .from(SEGMENT_PROFILE)
        .where(SEGMENT_PROFILE.NIGHT.eq(night))
        .orderBy(SEGMENT_PROFILE.POSITION)
        .fetchInto(Segment.class);
  }
}
