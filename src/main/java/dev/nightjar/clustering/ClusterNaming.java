package dev.nightjar.clustering;

import java.math.BigDecimal;
import java.math.MathContext;
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
 * {@link ClusterWords}. No two clusters get the same name.
 */
final class ClusterNaming {
  private final List<NameRule> rules;
  private final List<String> features;
  private final Population population;

  /**
   * @param population all clustered customers
   */
  ClusterNaming(ClusteringSettings settings, Population population) {
    this.rules = settings.naming();
    this.features = settings.names();
    this.population = population;
  }

  /** Removes names that other rules gave, and names that today's rules would give. */
  List<Cluster> forget(List<Cluster> clusters) {
    return clusters.stream()
        .map(each -> each.isNamedByRule() || isRuled(each) ? each.unnamed() : each)
        .toList();
  }

  /** The clusters in the same order, those without a name with one. */
  List<Cluster> name(List<Cluster> clusters) {
    var words = new ClusterWords(population, features, clusters);
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
    var distinct = distinct(rest, words, taken);
    for (var cluster : rest) {
      var name = free(distinct.get(cluster.number()), taken);
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
  private Map<Integer, String> distinct(
      List<Cluster> clusters, ClusterWords words, Set<String> taken) {
    var distinct = new HashMap<Integer, String>();
    clusters.forEach(each -> distinct.put(each.number(), words.of(each)));
    var own = Map.copyOf(distinct);
    for (var cluster : clusters) {
      var others =
          clusters.stream()
              .filter(each -> own.get(each.number()).equals(own.get(cluster.number())))
              .toList();
      if (others.size() > 1 || taken.contains(own.get(cluster.number()))) {
        distinct.merge(
            cluster.number(), about(cluster, others, words), (base, more) -> base + more);
      }
    }
    return distinct;
  }

  /** The median that best distinguishes a cluster from others with the same words. */
  private String about(Cluster cluster, List<Cluster> others, ClusterWords words) {
    var feature =
        IntStream.range(0, features.size())
            .filter(f -> !Double.isNaN(cluster.medians()[f]))
            .boxed()
            .max(Comparator.comparingDouble(f -> range(f, others)));
    return feature
        .map(f -> ", about " + words.unit(features.get(f), rounded(cluster.medians()[f])))
        .orElse("");
  }

  /** How far apart the centres of clusters are on a feature, scaled. */
  private static double range(int feature, List<Cluster> clusters) {
    var centres = clusters.stream().mapToDouble(each -> each.centre()[feature]).summaryStatistics();
    return centres.getMax() - centres.getMin();
  }

  private static String rounded(double median) {
    var number = new BigDecimal(median).round(new MathContext(2));
    return number.abs().compareTo(BigDecimal.TEN) < 0
        ? number.stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%,.0f", number);
  }
}
