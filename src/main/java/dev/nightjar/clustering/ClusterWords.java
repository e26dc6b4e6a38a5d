package dev.nightjar.clustering;

import static java.util.stream.Collectors.joining;

import dev.nightjar.clustering.Population.ScoredMetrics;
import dev.nightjar.kmeans.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Words for the medians of clusters. Days and orders get absolute words. For other features, low
 * and high are ranks: up to the first quartile of all customers, and from the third quartile on.
 * Clusters whose medians hardly differ get the same rank; if all are alike, none gets one.
 */
final class ClusterWords {
  /** Medians differ if the greater one is at least so many times the other. */
  private static final double DIFFERENT = 1.25;

  private final Population population;
  private final List<String> features;
  private final List<Cluster> clusters;

  /**
   * @param population whose quartiles are the measure
   * @param features names of the medians
   * @param clusters all clusters of the model
   */
  ClusterWords(Population population, List<String> features, List<Cluster> clusters) {
    this.population = population;
    this.features = features;
    this.clusters = clusters;
  }

  /** The words for a cluster. */
  String of(Cluster cluster) {
    var words =
        IntStream.range(0, features.size())
            .filter(f -> !Double.isNaN(cluster.medians()[f]))
            .mapToObj(f -> word(f, cluster.medians()[f]))
            .filter(word -> !word.isEmpty())
            .collect(joining(", "));
    return words.isEmpty() ? "average" : words;
  }

  private static List<AbsoluteWord> absolute(String feature, ScoredMetrics metrics) {
    return switch (feature) {
      case "recency" -> AbsoluteWord.RECENCY;
      case "frequency" -> metrics.countsOrders() ? AbsoluteWord.ORDERS : List.of();
      default -> List.of();
    };
  }

  private String word(int feature, double median) {
    var absolute = absolute(features.get(feature), population.metrics());
    if (!absolute.isEmpty()) {
      return AbsoluteWord.of(median, absolute);
    }
    var rank = rank(feature, median);
    var isMonetary = features.get(feature).equals("monetary");
    return rank.isEmpty() || !isMonetary && rank.equals("medium")
        ? ""
        : rank + " " + noun(features.get(feature));
  }

  /** Low, medium or high; empty if the clusters are alike. */
  private String rank(int feature, double median) {
    var medians =
        clusters.stream()
            .mapToDouble(each -> each.medians()[feature])
            .filter(each -> !Double.isNaN(each))
            .sorted()
            .toArray();
    int from = firstAlike(medians, median);
    int to = from;
    while (to < medians.length && firstAlike(medians, medians[to]) == from) {
      to++;
    }
    if (from == 0 && to == medians.length) {
      return "";
    }
    var known =
        Arrays.stream(population.values().column(feature))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double first = Quantiles.quantile(known, 0.25);
    double third = Quantiles.quantile(known, 0.75);
    double middle = Arrays.stream(medians, from, to).sum() / (to - from);
    boolean isLow = middle <= first && middle < third;
    return isLow ? "low" : middle >= third && middle > first ? "high" : "medium";
  }

  /** The index of the least median that a chain of hardly different ones leads to. */
  private static int firstAlike(double[] sorted, double median) {
    int first = Arrays.binarySearch(sorted, median);
    while (first > 0 && !isDifferent(sorted[first - 1], sorted[first])) {
      first--;
    }
    return first;
  }

  private static boolean isDifferent(double less, double more) {
    return less <= 0 ? more > 0 || more > less / DIFFERENT : more >= less * DIFFERENT;
  }

  /** A feature in words: {@code payment=card} is card share. */
  String noun(String feature) {
    if (feature.equals("monetary")) {
      return population.metrics().isValue() ? "value" : "mean value";
    }
    int share = feature.indexOf('=');
    return share < 0 ? feature.replace('-', ' ') : feature.substring(share + 1) + " share";
  }

  /** A number with the unit of its feature. */
  String unit(String feature, String number) {
    return switch (feature) {
      case "recency" -> number + " days";
      case "frequency" -> number + (population.metrics().countsOrders() ? " orders" : " frequency");
      case "monetary" -> number;
      default -> number + " " + noun(feature);
    };
  }
}
