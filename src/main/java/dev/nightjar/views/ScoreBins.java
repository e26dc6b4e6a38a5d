package dev.nightjar.views;

import static dev.nightjar.db.rfm.Tables.CUT_POINTS;
import static dev.nightjar.db.rfm.Tables.FITS;

import dev.nightjar.views.ScoreBin.Cut;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The cut points of a night. */
record ScoreBins(LocalDate night, DSLContext db) {

  /**
   * The bin of a score.
   *
   * @param within scores of the preceding metrics, for cut points nested in them
   */
  ScoreBin bin(String metric, double value, int score, String within) {
    var fit = db.selectFrom(FITS).where(FITS.NIGHT.eq(night), FITS.METRIC.eq(metric)).fetchSingle();
    int bins = fit.getBins();
    boolean isOneBest = fit.getDirection().equals("1-is-best");
    // the lowest recency is the best; of other metrics, the highest value is
    boolean isScoreRising = metric.equals("recency") == isOneBest;
    int below = isScoreRising ? score - 1 : bins - score;
    return new ScoreBin(
        metric,
        value,
        score,
        isOneBest ? 1 : bins,
        cut(metric, below, within),
        cut(metric, below + 1, within));
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
