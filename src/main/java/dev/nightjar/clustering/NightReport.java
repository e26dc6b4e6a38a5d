package dev.nightjar.clustering;

import static java.util.stream.Collectors.joining;

import dev.nightjar.clustering.ClusteringResult.Found;
import dev.nightjar.clustering.NightAssignments.Movement;
import dev.nightjar.database.AdjacentNights;
import dev.nightjar.home.Counted;
import dev.nightjar.kmeans.Structure;
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
    var summary =
        "%s in %s%s%s; %s%s%s"
            .formatted(
                Counted.of(customers, "customer"),
                Counted.of(outcome.model().k(), "cluster"),
                structure(outcome, candidate),
                others(population),
                model(outcome),
                moved(outcome.movement()),
                sought(candidate));
    return new StageReport(
        summary,
        Map.of(
            "customers",
            customers,
            "clusters",
            (long) outcome.model().k(),
            "proposed-clusters",
            outcome.proposed() == null ? 0L : (long) outcome.proposed().model().k()));
  }

  private String others(Population population) {
    return population.others() == 0
        ? ""
        : "; %s (%s)"
            .formatted(
                Counted.of(population.others(), "other has none", "others have none"),
                settings.population().outside());
  }

  /** Of a new model, how clear its clusters are. */
  private static String structure(ClusteringResult outcome, @Nullable CandidateModel candidate) {
    if (outcome.model().k() == 1) {
      var gap = candidate == null ? null : candidate.tried().gap();
      return gap == null
          ? ""
          : String.format(
              Locale.ROOT,
              ", as more have no structure (gap of %s %.3f, less an error of %.3f, against %.3f)",
              Counted.of(candidate.tried().many().k(), "cluster"),
              gap.many(),
              gap.error(),
              gap.one());
    }
    double silhouette = outcome.clustered().quality().silhouette();
    return Double.isNaN(silhouette)
        ? ""
        : String.format(
            Locale.ROOT,
            " (%s structure, silhouette %.3f)",
            Structure.of(silhouette).key(),
            silhouette);
  }

  private String model(ClusteringResult outcome) {
    var kept = "model of " + outcome.model().fittedOn();
    return switch (outcome.decision()) {
      case FIRST -> "first model";
      case REDEFINED ->
          "FEATURES, METRICS, SCALING OR POPULATION CHANGED, so a new model with new clusters";
      case REFITTED -> "new model" + agreement(outcome.found()) + proposed(outcome);
      case KEPT -> kept;
      case ACCEPTED -> "accepted " + kept;
      case PROPOSED -> kept + proposed(outcome);
      case NOBODY -> throw new IllegalArgumentException("nobody has no model");
    };
  }

  /** Of a new model with the one in force, both on tonight's customers. */
  private static String agreement(Found found) {
    return String.format(
        Locale.ROOT,
        ", adjusted Rand index %.3f with the one in force on the same customers",
        found.adjustedRandIndex());
  }

  private String proposed(ClusteringResult outcome) {
    var proposed = outcome.proposed();
    if (proposed == null) {
      return "";
    }
    int before = outcome.model().k();
    int after = proposed.model().k();
    var agreement = agreement(proposed).substring(2);
    var why =
        before != after
            ? "%s in place of %d; %s".formatted(Counted.of(after, "cluster"), before, agreement)
            : "%s, below %s".formatted(agreement, settings.minAdjustedRandIndex());
    return "; A NEW ONE IS PROPOSED (%s): see nightjar clusters --quality".formatted(why);
  }

  private String moved(@Nullable Movement movement) {
    return movement == null
        ? ""
        : String.format(
            Locale.ROOT,
            "; %,d of %,d are in another cluster than on %s",
            movement.moved(),
            movement.compared(),
            nights.previous());
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
    return (silhouettes.isEmpty() ? "" : "; simplified silhouette " + silhouettes)
        + candidate.scaler().remarks();
  }
}
