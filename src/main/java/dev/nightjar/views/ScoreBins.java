package dev.nightjar.views;

import static dev.nightjar.db.rfm.Tables.CUT_POINTS;
import static dev.nightjar.db.rfm.Tables.FITS;

import dev.nightjar.db.rfm.tables.records.FitsRecord;
import dev.nightjar.views.ScoreBin.Cut;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The cut points of a night. */
record ScoreBins(LocalDate night, DSLContext db) {

  /**
   * The bin of a score.
   *
   * @param before bins of the preceding metrics, in which cut points can be nested
   */
  ScoreBin bin(String metric, double value, int score, List<ScoreBin> before) {
    var fit = fit(metric);
    boolean isOneBest = isOneBest(fit);
    int below = rank(fit, score) - 1;
    if (metric.equals("recency")) {
      below = fit.getBins() - 1 - below; // the lowest recency is the best
    }
    var within = within(before);
    return new ScoreBin(
        metric,
        value,
        score,
        isOneBest ? fit.getLowest() : fit.getLowest() + fit.getBins() - 1,
        cut(metric, below, within),
        cut(metric, below + 1, within));
  }

  FitsRecord fit(String metric) {
    return db.fetchSingle(FITS, FITS.NIGHT.eq(night), FITS.METRIC.eq(metric));
  }

  /** The scores on metrics, as cut points that are nested in them have it. */
  String within(List<ScoreBin> before) {
    return before.stream()
        .map(each -> String.valueOf(rank(fit(each.metric()), each.score())))
        .collect(Collectors.joining());
  }

  static boolean isOneBest(FitsRecord fit) {
    return fit.getDirection().equals("1-is-best");
  }

  /** The place of a score, 1 for the worst. */
  private static int rank(FitsRecord fit, int score) {
    int place = score - fit.getLowest();
    return isOneBest(fit) ? fit.getBins() - place : place + 1;
  }

  private @Nullable Cut cut(String metric, int position, String within) {
    return db.select(CUT_POINTS.VALUE, CUT_POINTS.IS_INCLUSIVE)
        .from(CUT_POINTS)
        .where(CUT_POINTS.NIGHT.eq(night), CUT_POINTS.METRIC.eq(metric))
        .and(CUT_POINTS.POSITION.eq(position))
        .and(CUT_POINTS.WITHIN.in("", within))
        .fetchOne(row -> new Cut(row.value1(), row.value2()));
  }
}
