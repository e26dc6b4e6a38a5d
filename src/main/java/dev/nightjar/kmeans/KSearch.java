package dev.nightjar.kmeans;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One clustering for each k that was tried.
 *
 * @param single all customers in one cluster
 * @param each of two clusters or more, by ascending k
 * @param criterion by which the best is chosen
 * @param gap whether the best are more than a single cluster; null if that was not asked
 */
public record KSearch(
    Clustered single, List<Clustered> each, Criterion criterion, @Nullable GapStatistic gap) {
  private static final double NEARLY = 1.01;

  /**
   * The best by the criterion, of equals the one with the fewest clusters; a single cluster if it
   * stands out no further than that does, or if there is no other.
   */
  public Clustered best() {
    return each.isEmpty() || gap != null && !gap.isStructure() ? single : many();
  }

  /** The best of two clusters or more; there is at least one. */
  public Clustered many() {
    return each.get(bestIndex());
  }

  /** The clustering of so many clusters; null if it was not tried. */
  public @Nullable Clustered with(int k) {
    return Stream.concat(Stream.of(single), each.stream())
        .filter(one -> one.k() == k)
        .findFirst()
        .orElse(null);
  }

  KSearch withGap(@Nullable GapStatistic gapOfBest) {
    return new KSearch(single, each, criterion, gapOfBest);
  }

  /**
   * With the clustering of a warm start in place of the one with as many clusters, unless that is
   * better by more than a hundredth of the inertia: of equally good optima, the one nearest to last
   * night's clusters is the easiest to work with.
   */
  public KSearch withWarmStart(Clustered warm) {
    return new KSearch(
        single,
        each.stream()
            .map(
                one -> one.k() == warm.k() && warm.inertia() <= one.inertia() * NEARLY ? warm : one)
            .toList(),
        criterion,
        gap);
  }

  private int bestIndex() {
    int best = 0;
    for (int i = 1; i < each.size(); i++) {
      if (score(i) > score(best) || Double.isNaN(score(best)) && !Double.isNaN(score(i))) {
        best = i;
      }
    }
    return best;
  }

  /** Higher is better; NaN where the criterion is not defined. */
  private double score(int i) {
    var quality = each.get(i).quality();
    return switch (criterion) {
      case SIMPLIFIED_SILHOUETTE -> quality.simplifiedSilhouette();
      case DAVIES_BOULDIN -> -quality.daviesBouldin();
      case CALINSKI_HARABASZ -> quality.calinskiHarabasz();
      case BIC -> quality.bic();
      case ELBOW -> elbow(i);
    };
  }

  /**
   * How far the inertia of the i-th clustering lies below the straight line from the first to the
   * last, both axes taken from 0 to 1 (the distance that Kneedle takes; Satopaa and others, ICDCSW
   * 2011); NaN where fewer than three were tried.
   */
  public double elbow(int i) {
    var first = each.get(0);
    var last = each.get(each.size() - 1);
    double fall = first.inertia() - last.inertia();
    if (each.size() < 3 || !(fall > 0)) {
      return Double.NaN;
    }
    double along = (each.get(i).k() - first.k()) / (double) (last.k() - first.k());
    return 1 - along - (each.get(i).inertia() - last.inertia()) / fall;
  }
}
