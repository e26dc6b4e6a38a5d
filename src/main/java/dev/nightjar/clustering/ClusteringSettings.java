package dev.nightjar.clustering;

import static java.util.stream.Collectors.joining;

import dev.nightjar.home.Checked;
import dev.nightjar.home.Offers;
import dev.nightjar.kmeans.Criterion;
import dev.nightjar.kmeans.KMeansSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How customers are clustered.
 *
 * @param population which of the scored customers; the others have no cluster
 * @param segment the segment, if the population is one
 * @param features what customers are clustered on; recency, frequency and monetary by default
 * @param scaling of all features
 * @param minK fewest clusters tried; the same as maxK for a fixed number
 * @param maxK most clusters tried; a single cluster is the result if they stand out no further than
 *     clusters of evenly spread customers would, unless min-k and max-k are the same
 * @param minShare least share of the customers that a cluster needs, 0 to 0.5; customers far from
 *     all others join the nearest cluster
 * @param criterion by which the number of clusters is chosen
 * @param seed of the first start; each further start adds one
 * @param starts k-means++ starts for each k
 * @param maxIterations iterations after which a start ends that has not converged
 * @param exactUpTo number of customers up to which each iteration looks at every customer; above
 *     it, at the leaves of a tree
 * @param leaves of the tree
 * @param sample number of customers on which the exact silhouette is computed
 * @param refit when a new model is sought
 * @param minAdjustedRandIndex agreement with the model in force, on the customers of the same
 *     night, that a new model needs to be taken; below it, the model is proposed
 * @param naming rules that name clusters, the first that matches; the others are named
 *     automatically
 * @param tiers names of the clusters' ranks by value, the lowest first
 */
@ConfigurationProperties("clustering")
record ClusteringSettings(
    @DefaultValue("buyers") Who population,
    @Nullable String segment,
    @DefaultValue List<@Valid FeatureSettings> features,
    @DefaultValue("z-score") Scaling scaling,
    @Min(2) @DefaultValue("3") int minK,
    @Max(100) @DefaultValue("8") int maxK,
    @DecimalMin("0") @DecimalMax("0.5") @DefaultValue("0.01") double minShare,
    @DefaultValue("simplified-silhouette") Criterion criterion,
    @DefaultValue("1") long seed,
    @Min(1) @Max(1000) @DefaultValue("10") int starts,
    @Min(1) @DefaultValue("300") int maxIterations,
    @Min(0) @DefaultValue("100000") int exactUpTo,
    @Min(100) @Max(1000000) @DefaultValue("2000") int leaves,
    @Min(0) @Max(20000) @DefaultValue("2000") int sample,
    @DefaultValue("nightly") Refit refit,
    @DecimalMin("-1") @DecimalMax("1") @DefaultValue("0.8") double minAdjustedRandIndex,
    @DefaultValue List<@Valid NameRule> naming,
    @DefaultValue({"Silver", "Gold", "Platinum"}) List<@NotBlank String> tiers)
    implements Checked {

  /** Which customers are clustered. */
  enum Who {
    /** Those with an order, lapsed customers too. */
    ALL("no order"),
    /** Those with an order in the window of the metrics. */
    BUYERS("no order in the window"),
    /** Those of one segment in the night before: clusters are made before segments. */
    SEGMENT("not in the segment");

    private final String outside;

    Who(String outside) {
      this.outside = outside;
    }

    /** Why the others have no cluster. */
    String outside() {
      return outside;
    }
  }

  ClusteringSettings {
    if (features.isEmpty()) {
      features =
          Stream.of(Feature.RECENCY, Feature.FREQUENCY, Feature.MONETARY)
              .map(each -> FeatureSettings.of(each, Transform.LOG1P))
              .toList();
    }
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (minK > maxK) {
      problems.add("min-k: is %d, above max-k, which is %d".formatted(minK, maxK));
    }
    if ((population == Who.SEGMENT) != (segment != null)) {
      problems.add("segment: is required with population: segment, and only allowed with it");
    }
    if (features.stream().anyMatch(each -> each.feature() == null)) {
      return problems; // said already, as every value that is missing
    }
    for (int i = 0; i < features.size(); i++) {
      for (var problem : features.get(i).problems()) {
        problems.add("features[%d]: %s".formatted(i, problem));
      }
    }
    if (names().stream().distinct().count() < features.size()) {
      problems.add("features: one is named twice");
    }
    for (int i = 0; i < naming.size(); i++) {
      for (var problem : naming.get(i).problems(names())) {
        problems.add("naming[%d].%s".formatted(i, problem));
      }
    }
    if (tiers.stream().distinct().count() < tiers.size()) {
      problems.add("tiers: one is named twice");
    }
    return problems;
  }

  @Override
  public List<Offers> offers() {
    return List.of(
        new Offers.Tiers(tiers.stream().filter(Objects::nonNull).collect(Collectors.toSet())));
  }

  KMeansSettings kMeans() {
    return new KMeansSettings(
        minK, maxK, minShare, criterion, seed, starts, maxIterations, exactUpTo, leaves, sample);
  }

  /** The population as tables name it. */
  String populationName() {
    var name = population.name().toLowerCase(Locale.ROOT);
    return population == Who.SEGMENT ? name + ": " + segment : name;
  }

  /** The names of the features, in their order. */
  List<String> names() {
    return features.stream().map(FeatureSettings::name).toList();
  }

  Tiers ranks() {
    return new Tiers(tiers);
  }

  /**
   * What a model is made for; a model made for something else cannot be applied.
   *
   * @param metrics definition of the metrics that the customers are clustered on
   */
  String definition(String metrics) {
    var each = features.stream().map(FeatureSettings::definition).collect(joining(", "));
    return "%s, %s: %s; %s".formatted(populationName(), scaling.key(), each, metrics);
  }
}
