package dev.nightjar.clustering;

import static java.util.stream.Collectors.joining;

import dev.nightjar.clustering.ClusteringResult.Found;
import dev.nightjar.database.AdjacentNights;
import dev.nightjar.home.Counted;
import dev.nightjar.pipeline.StageReport;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stage's report on a night. */
final class NightReport {
  private final AdjacentNights nights;
  private final ClusteringSettings settings;

  NightReport(AdjacentNights nights, ClusteringSettings settings) {
    this.nights = nights;
    this.settings = settings;
  }

  /**
   * @param outcome null where nobody was clustered
   * @param candidate a model that was sought; null for none
   */
  StageReport of(
      Population population,
      @Nullable ClusteringResult outcome,
      @Nullable CandidateModel candidate) {
    long customers = population.count();
    if (outcome == null) {
      return new StageReport(
          Counted.of(customers, "customer") + ", no two of them different: no clusters",
          Map.of("customers", customers));
    }
    long clusters = outcome.model().k();
    var summary =
        "%s in %s; %s%s"
            .formatted(
                Counted.of(customers, "customer"),
                Counted.of(clusters, "cluster"),
                model(outcome),
                sought(candidate));
    return new StageReport(
        summary,
        Map.of(
            "customers",
            customers,
            "clusters",
            clusters,
            "proposed-clusters",
            outcome.proposed() == null ? 0L : (long) outcome.proposed().model().k()));
  }

  private String model(ClusteringResult outcome) {
    var agreement = agreement(outcome.found());
    var kept = "model of %s%s".formatted(outcome.model().fittedOn(), agreement);
    return switch (outcome.decision()) {
      case FIRST -> "first model";
      case REDEFINED ->
          "FEATURES, SCALING OR POPULATION CHANGED, so a new model with new clusters" + agreement;
      case REFITTED -> "new model" + agreement;
      case KEPT -> kept;
      case ACCEPTED -> "accepted " + kept;
      case PROPOSED -> kept + "; " + proposed(outcome);
      case NOBODY -> throw new IllegalArgumentException("nobody has no model");
    };
  }

  private String agreement(Found found) {
    return found.adjustedRandIndex() == null
        ? ""
        : ", adjusted Rand index %s against %s".formatted(index(found), nights.previous());
  }

  private String proposed(ClusteringResult outcome) {
    var proposed = outcome.proposed();
    int before = outcome.model().k();
    int after = proposed.model().k();
    var why =
        before != after
            ? "%s in place of %d".formatted(Counted.of(after, "cluster"), before)
            : "adjusted Rand index %s, below %s"
                .formatted(index(proposed), settings.minAdjustedRandIndex());
    return "A NEW ONE IS PROPOSED (%s): see nightjar clusters --quality".formatted(why);
  }

  private static String index(Found found) {
    return String.format(Locale.ROOT, "%.3f", found.adjustedRandIndex());
  }

  private static String sought(@Nullable CandidateModel candidate) {
    if (candidate == null) {
      return "";
    }
    var silhouettes =
        candidate.tried().each().stream()
            .map(
                each ->
                    String.format(
                        Locale.ROOT, "k=%d %.3f", each.k(), each.quality().simplifiedSilhouette()))
            .collect(joining(", "));
    return "; simplified silhouette " + silhouettes + candidate.scaler().remarks();
  }
}
