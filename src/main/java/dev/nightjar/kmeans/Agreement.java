package dev.nightjar.kmeans;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How far two clusterings of the same customers agree, whatever the clusters' numbers.
 *
 * @param counts customers by their cluster in the one (rows) and in the other (columns)
 */
public record Agreement(long[][] counts) {

  /** Of two clusterings whose customers are in the same order. */
  public static Agreement of(Clustered one, Clustered other) {
    var counts = new long[one.k()][other.k()];
    for (int i = 0; i < one.members().length; i++) {
      counts[one.members()[i]][other.members()[i]]++;
    }
    return new Agreement(counts);
  }

  /**
   * The adjusted Rand index (Hubert and Arabie, "Comparing partitions", Journal of Classification
   * 2, 1985): the share of the pairs of customers on which both agree, less what chance would
   * bring, 1 for equal clusterings and about 0 for independent ones.
   *
   * @return NaN for fewer than two customers
   */
  public double adjustedRandIndex() {
    double together = pairs(Arrays.stream(counts).flatMapToLong(Arrays::stream).toArray());
    double inOne = pairs(sums(counts));
    double inOther = pairs(sums(transposed()));
    double all = pairs(new long[] {Arrays.stream(sums(counts)).sum()});
    if (all == 0) {
      return Double.NaN;
    }
    double byChance = inOne * inOther / all;
    double most = (inOne + inOther) / 2;
    // one cluster in both, or no pair together in either: there is nothing to disagree about
    return most == byChance ? 1 : (together - byChance) / (most - byChance);
  }

  private static long[] sums(long[][] rows) {
    return Arrays.stream(rows).mapToLong(row -> Arrays.stream(row).sum()).toArray();
  }

  private long[][] transposed() {
    int columns = counts.length == 0 ? 0 : counts[0].length;
    return Stream.iterate(0, column -> column < columns, column -> column + 1)
        .map(column -> Arrays.stream(counts).mapToLong(row -> row[column]).toArray())
        .toArray(long[][]::new);
  }

  private static double pairs(long[] sizes) {
    return Arrays.stream(sizes).mapToDouble(size -> size * (size - 1.0) / 2).sum();
  }
}
