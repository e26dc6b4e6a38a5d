package dev.nightjar.kmeans;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * k-means on a matrix: with every customer in every iteration, or, above the configured number of
 * customers, on the leaves of a tree.
 *
 * <p>A few customers far from all others would be a cluster of their own. Customers whose cluster
 * is too small are therefore set aside, and the clusters are found among the others; in the end,
 * everybody goes to the nearest centre.
 *
 * <p>The same matrix and the same settings give the same clusters, whatever the machine.
 */
public final class KMeans {
  /** How often customers are set aside before there are no k clusters that are large enough. */
  private static final int MOST_ROUNDS = 5;

  private final Matrix features;
  private final KMeansSettings settings;
  private final Algorithm algorithm;
  private final Evaluation evaluation;

  /** Customers that were set aside, for whatever k. */
  private final BitSet outliers = new BitSet();

  /**
   * @param features customers x features, scaled, finite, in the order of the customers' keys
   */
  public KMeans(Matrix features, KMeansSettings settings) {
    this.features = features;
    this.settings = settings;
    this.algorithm = algorithm(features, settings, settings.isExact(features.rows()));
    this.evaluation = new Evaluation(features, settings.sample(), settings.seed());
  }

  public static Algorithm algorithm(Matrix features, KMeansSettings settings, boolean isExact) {
    return isExact
        ? new ExactKMeans(features, settings.maxIterations())
        : new TreeKMeans(features, settings.leaves(), settings.maxIterations());
  }

  /** Name of the algorithm and its library, for the stored model. */
  public String algorithm() {
    return algorithm.name();
  }

  /**
   * One clustering for each k of the settings that has clusters of the required size, and a single
   * cluster.
   *
   * @param distinct how many customers differ from each other, at least 2; counted up to the most
   *     clusters is enough
   */
  public KSearch tryEachK(int distinct) {
    int most = Math.min(settings.maxK(), distinct);
    var each =
        IntStream.rangeClosed(Math.min(settings.minK(), most), most)
            .mapToObj(this::cluster)
            .filter(Objects::nonNull)
            .toList();
    var search = new KSearch(single(), each, settings.criterion(), null);
    return settings.isKGiven() || each.isEmpty() ? search : search.withGap(gap(search.many().k()));
  }

  /**
   * The gap of k clusters among the customers who were never set aside; null if hardly any of a
   * sample of them differ.
   */
  private @Nullable GapStatistic gap(int k) {
    var sample = features.only(features.draw(GapStatistic.ROWS, settings.seed(), outliers));
    return sample.distinctRows(k + 1) <= k ? null : GapStatistic.of(sample, k, settings.seed());
  }

  private Clustered single() {
    var centre = new double[][] {features.mean()};
    var members = new int[features.rows()];
    return new Clustered(centre, members, features.inertia(centre, members), 0, Quality.UNDEFINED);
  }

  /**
   * The best of the configured starts; of equal ones the first.
   *
   * @param k clusters, from 2 to the number of different customers
   * @return null if there are no k clusters of the required size
   */
  public @Nullable Clustered cluster(int k) {
    var kept = IntStream.range(0, features.rows()).toArray();
    var best = best(algorithm, k);
    var members = best.assigned(features);
    for (int round = 0; hasSmall(members, k); round++) {
      kept = setAside(kept, members, k);
      var others = features.only(kept);
      if (round == MOST_ROUNDS || others.distinctRows(k) < k) {
        return null;
      }
      best = best(algorithm(others, settings, settings.isExact(others.rows())), k);
      members = best.assigned(others);
    }
    return evaluated(best, kept.length == features.rows() ? members : null);
  }

  private Algorithm.Start best(Algorithm rows, int k) {
    var best = rows.start(k, settings.seed());
    for (int start = 1; start < settings.starts(); start++) {
      var found = rows.start(k, settings.seed() + start);
      if (found.inertia() < best.inertia()) {
        best = found;
      }
    }
    return best;
  }

  private boolean hasSmall(int[] members, int k) {
    return Arrays.stream(sizes(members, k)).anyMatch(this::isSmall);
  }

  private boolean isSmall(int size) {
    return size < settings.least(features.rows());
  }

  /** The rows whose cluster is large enough. */
  private int[] setAside(int[] rows, int[] members, int k) {
    var sizes = sizes(members, k);
    return IntStream.range(0, rows.length)
        .filter(
            i -> {
              boolean isSmall = isSmall(sizes[members[i]]);
              if (isSmall) {
                outliers.set(rows[i]);
              }
              return !isSmall;
            })
        .map(i -> rows[i])
        .toArray();
  }

  private static int[] sizes(int[] members, int k) {
    var sizes = new int[k];
    for (int member : members) {
      sizes[member]++;
    }
    return sizes;
  }

  /**
   * A warm start: from given centres, such as those of last night, to the nearest optimum. Cluster
   * i begins at centre i, and stays there where it becomes empty.
   *
   * @param centres k x features, scaled as these features; left as they are
   * @return null if a cluster is smaller than required
   */
  public @Nullable Clustered from(double[][] centres) {
    var start = algorithm.from(copy(centres));
    var members = start.assigned(features);
    return hasSmall(members, centres.length) ? null : evaluated(start, members);
  }

  /**
   * @param known the members; null to assign everybody to the nearest centre
   */
  private Clustered evaluated(Algorithm.Start start, int @Nullable [] known) {
    var members = known == null ? features.nearest(start.centroids()) : known;
    return new Clustered(
        start.centroids(),
        members,
        features.inertia(start.centroids(), members),
        start.iterations(),
        evaluation.of(start.centroids(), members));
  }

  private static double[][] copy(double[][] centres) {
    return Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
  }
}
