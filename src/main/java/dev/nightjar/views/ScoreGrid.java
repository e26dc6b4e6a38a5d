package dev.nightjar.views;

import static dev.nightjar.db.rfm.Tables.FITS;
import static dev.nightjar.db.rfm.Tables.METRICS;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import dev.nightjar.database.ValidityIntervals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * The customers of a night by recency and frequency score.
 *
 * @param recencyScores all scores, the best first
 * @param frequencyScores all scores, the worst first
 * @param cells one entry per pair of scores that customers have
 */
public record ScoreGrid(
    LocalDate night, List<Integer> recencyScores, List<Integer> frequencyScores, List<Cell> cells) {

  /**
   * The customers with a pair of scores.
   *
   * @param revenue value less returns in the window, in the business currency
   */
  public record Cell(int recency, int frequency, int customers, BigDecimal revenue) {

    /** The mean value less returns of a customer, with two decimals. */
    public BigDecimal meanValue() {
      return revenue.divide(BigDecimal.valueOf(customers), 2, RoundingMode.HALF_UP);
    }
  }

  public static ScoreGrid of(LocalDate night, DSLContext db) {
    var cells =
        db.select(MEMBERSHIPS.R_SCORE, MEMBERSHIPS.F_SCORE, count(), sum(METRICS.NET_VALUE))
            .from(MEMBERSHIPS)
            .join(METRICS)
            .on(METRICS.CUSTOMER_KEY.eq(MEMBERSHIPS.CUSTOMER_KEY))
            .and(ValidityIntervals.at(METRICS, night))
            .where(ValidityIntervals.at(MEMBERSHIPS, night))
            .and(MEMBERSHIPS.R_SCORE.isNotNull())
            .and(MEMBERSHIPS.F_SCORE.isNotNull())
            .groupBy(MEMBERSHIPS.R_SCORE, MEMBERSHIPS.F_SCORE)
            .orderBy(MEMBERSHIPS.R_SCORE, MEMBERSHIPS.F_SCORE)
            .fetch(Records.mapping(Cell::new));
    var recency = scores("recency", night, db);
    Collections.reverse(recency);
    return new ScoreGrid(night, recency, scores("frequency", night, db), cells);
  }

  /** The scores of a metric, the worst first; none if the night has scored nobody. */
  private static List<Integer> scores(String metric, LocalDate night, DSLContext db) {
    return db.fetchOptional(FITS, FITS.NIGHT.eq(night), FITS.METRIC.eq(metric))
        .map(
            fit -> {
              var scores =
                  new ArrayList<>(
                      IntStream.range(fit.getLowest(), fit.getLowest() + fit.getBins())
                          .boxed()
                          .toList());
              if (fit.getDirection().equals("1-is-best")) {
                Collections.reverse(scores);
              }
              return scores;
            })
        .orElseGet(ArrayList::new);
  }
}
