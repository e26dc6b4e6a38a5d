package dev.nightjar.views;

import static dev.nightjar.db.forecast.Tables.CUSTOMERS;
import static dev.nightjar.db.forecast.Tables.NIGHTS;
import static dev.nightjar.db.published.Tables.SEGMENT_PROFILE;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import dev.nightjar.database.ValidityIntervals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/**
 * What the customers of the live night can be expected to buy.
 *
 * @param customers customers with an order
 * @param repeatBuyers customers with orders on more than one day
 * @param problem why there is no forecast, or none of values; null if there are both
 * @param purchases the BG/NBD model; null if there is no forecast
 * @param values the gamma-gamma model; null if values are not forecast
 * @param segments one entry per segment with a forecast, best first
 */
public record CustomerForecasts(
    LocalDate night,
    long customers,
    long repeatBuyers,
    @Nullable String problem,
    @Nullable Purchases purchases,
    @Nullable Values values,
    List<Segment> segments) {

  /** Parameters of BG/NBD, time in weeks. */
  public record Purchases(double r, double alpha, double a, double b, double logLikelihood) {}

  /** Parameters of gamma-gamma, v in the business currency. */
  public record Values(double p, double q, double v, double logLikelihood) {}

  /**
   * Sums of the customers of a segment.
   *
   * @param alive expected number of customers that have not stopped buying
   * @param orders90 expected days with an order in the 90 days after the night
   * @param value90 their expected value, in the business currency; null if values are not forecast
   * @param orders365 expected days with an order in the 365 days after the night
   * @param value365 their expected value
   */
  public record Segment(
      String segment,
      int customers,
      BigDecimal alive,
      BigDecimal orders90,
      @Nullable BigDecimal value90,
      BigDecimal orders365,
      @Nullable BigDecimal value365) {}

  /** The forecasts of the live night; empty if the night did not run the stage. */
  public static Optional<CustomerForecasts> of(LocalDate night, DSLContext db) {
    return db.fetchOptional(NIGHTS, NIGHTS.NIGHT.eq(night))
        .map(
            row ->
                new CustomerForecasts(
                    night,
                    row.getCustomers(),
                    row.getRepeatBuyers(),
                    row.getProblem(),
                    row.getR() == null
                        ? null
                        : new Purchases(
                            row.getR(),
                            row.getAlpha(),
                            row.getA(),
                            row.getB(),
                            row.getLogLikelihood()),
                    row.getP() == null
                        ? null
                        : new Values(
                            row.getP(), row.getQ(), row.getV(), row.getValueLogLikelihood()),
                    segments(night, db)));
  }

  private static List<Segment> segments(LocalDate night, DSLContext db) {
    return db.select(
            MEMBERSHIPS.SEGMENT,
            count(),
            sum(CUSTOMERS.PROBABILITY_ALIVE),
            sum(CUSTOMERS.EXPECTED_ORDERS_90),
            sum(CUSTOMERS.EXPECTED_VALUE_90),
            sum(CUSTOMERS.EXPECTED_ORDERS_365),
            sum(CUSTOMERS.EXPECTED_VALUE_365))
        .from(CUSTOMERS)
        .join(MEMBERSHIPS)
        .on(MEMBERSHIPS.CUSTOMER_KEY.eq(CUSTOMERS.CUSTOMER_KEY))
        .and(ValidityIntervals.at(MEMBERSHIPS, night))
        .join(SEGMENT_PROFILE)
        .on(SEGMENT_PROFILE.NIGHT.eq(night), SEGMENT_PROFILE.SEGMENT.eq(MEMBERSHIPS.SEGMENT))
        .where(CUSTOMERS.NIGHT.eq(night))
        .groupBy(MEMBERSHIPS.SEGMENT, SEGMENT_PROFILE.POSITION)
        .orderBy(SEGMENT_PROFILE.POSITION)
        .fetch(Records.mapping(Segment::new));
  }
}
