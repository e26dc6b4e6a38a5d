package dev.nightjar.clustering;

import static java.util.stream.Collectors.joining;

import dev.nightjar.kmeans.Matrix;
import dev.nightjar.kmeans.Quantiles;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Names clusters that have no name yet: by the first configured rule that matches, otherwise by
 * words for the position of their median among all customers: up to the first quartile, from the
 * third quartile on, or between. No two clusters get the same name.
 */
final class ClusterNaming {
  private final List<NameRule> rules;
  private final List<String> features;
  private final Matrix values;

  /**
   * @param values of all customers in business units, whose quartiles are the measure
   */
  ClusterNaming(ClusteringSettings settings, Matrix values) {
    this.rules = settings.naming();
    this.features = settings.names();
    this.values = values;
  }

  private static double[] quartiles(double[] values) {
    var known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return known.length == 0
        ? new double[] {Double.NaN, Double.NaN}
        : new double[] {Quantiles.quantile(known, 0.25), Quantiles.quantile(known, 0.75)};
  }

  /** Removes names that other rules gave, and names that today's rules would give. */
  List<Cluster> forget(List<Cluster> clusters) {
    return clusters.stream()
        .map(each -> each.isNamedByRule() || isRuled(each) ? each.unnamed() : each)
        .toList();
  }

  /** The clusters in the same order, those without a name with one. */
  List<Cluster> name(List<Cluster> clusters) {
    var taken = new HashSet<String>();
    clusters.stream().filter(Cluster::isNamed).map(Cluster::name).forEach(taken::add);
    var names = new HashMap<Integer, Cluster>();
    var unnamed =
        clusters.stream()
            .filter(each -> !each.isNamed())
            .sorted(Comparator.comparing(Cluster::position))
            .toList();
    for (var cluster : unnamed) {
      if (isRuled(cluster)) {
        names.put(cluster.number(), cluster.named(free(ruled(cluster), taken), true));
      }
    }
    var rest = unnamed.stream().filter(each -> !isRuled(each)).toList();
    var words = words(rest, taken);
    for (var cluster : rest) {
      var name = free(words.get(cluster.number()), taken);
      names.put(cluster.number(), cluster.named(name, false));
    }
    return clusters.stream().map(each -> names.getOrDefault(each.number(), each)).toList();
  }

  private boolean isRuled(Cluster cluster) {
    return rules.stream().anyMatch(rule -> rule.matches(cluster, features));
  }

  private String ruled(Cluster cluster) {
    return rules.stream()
        .filter(rule -> rule.matches(cluster, features))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static String free(String wanted, Set<String> taken) {
    var name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + " " + i;
    }
    return name;
  }

  /** Words for each cluster by its number; with a number where several clusters share them. */
  private Map<Integer, String> words(List<Cluster> clusters, Set<String> taken) {
    var words = new HashMap<Integer, String>();
    if (clusters.isEmpty()) {
      return words;
    }
    var quartiles =
        IntStream.range(0, features.size())
            .mapToObj(f -> quartiles(values.column(f)))
            .toArray(double[][]::new);
    clusters.forEach(each -> words.put(each.number(), words(each, quartiles)));
    var own = Map.copyOf(words);
    for (var cluster : clusters) {
      var others =
          clusters.stream()
              .filter(each -> own.get(each.number()).equals(own.get(cluster.number())))
              .toList();
      if (others.size() > 1 || taken.contains(own.get(cluster.number()))) {
        words.merge(cluster.number(), about(cluster, others), (base, about) -> base + about);
      }
    }
    return words;
  }

  private String words(Cluster cluster, double[][] quartiles) {
    var words =
        IntStream.range(0, features.size())
            .mapToObj(f -> word(features.get(f), cluster.medians()[f], quartiles[f]))
            .filter(word -> !word.isEmpty())
            .collect(joining(", "));
    return words.isEmpty() ? "average" : words;
  }

  private static String word(String feature, double median, double[] quartiles) {
    if (Double.isNaN(median)) {
      return "";
    }
    boolean isLow = median <= quartiles[0] && median < quartiles[1];
    boolean isHigh = median >= quartiles[1] && median > quartiles[0];
    return switch (feature) {
      case "recency" -> isLow ? "recent" : isHigh ? "lapsed" : "cooling";
      case "frequency" -> orders(median, isHigh);
      case "monetary" -> (isLow ? "low" : isHigh ? "high" : "medium") + " value";
      default -> isLow ? "low " + words(feature) : isHigh ? "high " + words(feature) : "";
    };
  }

  private static String orders(double median, boolean isHigh) {
    if (median < 1.5) {
      return "one order";
    }
    return median < 2.5 ? "two orders" : isHigh ? "many orders" : "few orders";
  }

  /** {@code average-order-value} as average order value, {@code payment=card} as card share. */
  private static String words(String feature) {
    int share = feature.indexOf('=');
    return share < 0 ? feature.replace('-', ' ') : feature.substring(share + 1) + " share";
  }

  /** The median that best distinguishes a cluster from others with the same words. */
  private String about(Cluster cluster, List<Cluster> others) {
    var feature =
        IntStream.range(0, features.size())
            .filter(f -> !Double.isNaN(cluster.medians()[f]))
            .boxed()
            .max(Comparator.comparingDouble(f -> range(f, others)));
    return feature.map(f -> ", about " + about(features.get(f), cluster.medians()[f])).orElse("");
  }

  /** How far apart the centres of clusters are on a feature, scaled. */
  private static double range(int feature, List<Cluster> clusters) {
    var centres = clusters.stream().mapToDouble(each -> each.centre()[feature]).summaryStatistics();
    return centres.getMax() - centres.getMin();
  }

  private static String about(String feature, double median) {
    var number = new BigDecimal(median).round(new MathContext(2));
    var text =
        number.abs().compareTo(BigDecimal.TEN) < 0
            ? number.stripTrailingZeros().toPlainString()
            : String.format(Locale.ROOT, "%,.0f", number);
    return switch (feature) {
      case "recency" -> text + " days";
      case "frequency" -> text + " orders";
      case "monetary" -> text;
      default -> text + " " + words(feature);
    };
  }
}
