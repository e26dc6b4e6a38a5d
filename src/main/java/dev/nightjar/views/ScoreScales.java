package dev.nightjar.views;

import static dev.nightjar.db.rfm.Tables.CUT_POINTS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/**
 * All cut points of a night's metrics, and where a customer is among them.
 *
 * @param scales one entry per metric; none if the customer is not scored
 */
public record ScoreScales(List<Scale> scales) {

  /**
   * The cut points of a metric, in the metric's unit.
   *
   * @param scores of the bins, from the lowest values to the highest
   * @param cuts between the bins, ascending
   * @param bin position of the customer's bin, from 0
   */
  public record Scale(ScoreBin customer, List<Integer> scores, List<Double> cuts, int bin) {

    /** How far the value is through its bin, 0 to 1; one half in a bin with an open end. */
    public double share() {
      if (bin == 0 || bin >= cuts.size()) {
        return 0.5;
      }
      double low = cuts.get(bin - 1);
      double high = cuts.get(bin);
      return high > low ? Math.max(0, Math.min(1, (customer.value() - low) / (high - low))) : 0.5;
    }
  }

  /**
   * The scales of a customer.
   *
   * @param customer the bins of the customer, in the order of the metrics
   */
  public static ScoreScales of(LocalDate night, List<ScoreBin> customer, DSLContext db) {
    var bins = new ScoreBins(night, db);
    var scales = new ArrayList<Scale>();
    for (int i = 0; i < customer.size(); i++) {
      scales.add(scale(bins, customer.get(i), customer.subList(0, i)));
    }
    return new ScoreScales(scales);
  }

  private static Scale scale(ScoreBins bins, ScoreBin bin, List<ScoreBin> before) {
    var fit = bins.fit(bin.metric());
    var cuts =
        bins.db()
            .select(CUT_POINTS.VALUE)
            .from(CUT_POINTS)
            .where(CUT_POINTS.NIGHT.eq(bins.night()), CUT_POINTS.METRIC.eq(bin.metric()))
            .and(CUT_POINTS.WITHIN.in("", bins.within(before)))
            .orderBy(CUT_POINTS.POSITION)
            .fetch(CUT_POINTS.VALUE);
    int lowest = fit.getLowest();
    var scores = new ArrayList<>(IntStream.range(lowest, lowest + fit.getBins()).boxed().toList());
    // few days are good, and so is much of anything else
    if (ScoreBins.isOneBest(fit) != bin.metric().equals("recency")) {
      Collections.reverse(scores);
    }
    return new Scale(bin, scores, cuts, scores.indexOf(bin.score()));
  }
}
