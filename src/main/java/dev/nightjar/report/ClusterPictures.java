package dev.nightjar.report;

import dev.nightjar.drawings.Curves;
import dev.nightjar.drawings.Drawing;
import dev.nightjar.drawings.Figures;
import dev.nightjar.drawings.Scatter;
import dev.nightjar.views.Clusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Clusters and their models as pictures.
 *
 * @param figures how numbers are written
 */
public record ClusterPictures(Figures figures) {

  /** The centres of clusters by their first two features. */
  public Drawing.Picture clusters(Clusters clusters) {
    var features = clusters.features();
    return features.size() < 2
        ? scatter(clusters, "", "", List.of())
        : clusters(clusters, features.get(0), features.get(1));
  }

  /**
   * The centres of clusters by two features.
   *
   * @param across name of the horizontal feature
   * @param up name of the vertical feature
   */
  public Drawing.Picture clusters(Clusters clusters, String across, String up) {
    var centres = new ArrayList<Scatter.Centre>();
    int all = clusters.clusters().size();
    for (var each : clusters.clusters()) {
      var x = each.median(across);
      var y = each.median(up);
      if (x != null && y != null) {
        centres.add(
            new Scatter.Centre(
                each.label(),
                x,
                y,
                each.customers(),
                Pictures.strength(centres.size(), all),
                "%s: %s customers (%s)"
                    .formatted(
                        each.label(),
                        figures.count(each.customers()),
                        figures.percent(each.customersShare().doubleValue())),
                null));
      }
    }
    // some of the clusters alone would look like all of them
    return scatter(clusters, across, up, centres.size() < all ? List.of() : centres);
  }

  private Drawing.Picture scatter(
      Clusters clusters, String across, String up, List<Scatter.Centre> centres) {
    return new Scatter(
        "Clusters of " + figures.date(clusters.night()),
        "Medians of two features. Areas are in proportion to customers.",
        across,
        up,
        List.of(),
        centres,
        figures);
  }

  /** How well each number of clusters fits. */
  public Drawing.Picture quality(Clusters clusters) {
    var quality = clusters.quality();
    return new Curves(
        "Numbers of clusters tried"
            + (quality.isEmpty() ? "" : " on " + figures.date(quality.get(0).night())),
        "High silhouettes and a bend of the inertia speak for a number. The line marks the model.",
        "Clusters",
        quality.stream().map(Clusters.Quality::k).toList(),
        quality.stream()
            .filter(Clusters.Quality::isChosen)
            .map(Clusters.Quality::k)
            .findFirst()
            .orElse(null),
        List.of(
            new Curves.Panel(
                List.of(
                    measure("simplified silhouette", quality, q -> q.simplifiedSilhouette()),
                    measure("silhouette of a sample", quality, q -> q.silhouette()))),
            new Curves.Panel(List.of(measure("inertia", quality, q -> q.inertia())))),
        figures);
  }

  private static Curves.Measure measure(
      String label, List<Clusters.Quality> quality, Function<Clusters.Quality, Double> measure) {
    var values = new ArrayList<Double>();
    quality.forEach(each -> values.add(measure.apply(each)));
    return new Curves.Measure(label, values);
  }
}
