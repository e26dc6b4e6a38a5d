package dev.nightjar.clustering;

import static java.util.stream.Collectors.joining;

import dev.nightjar.home.Counted;
import dev.nightjar.kmeans.Clustered;
import dev.nightjar.kmeans.Matrix;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns values in business units into comparable features.
 *
 * <p>For every transform and scaling, business units come back as the median of the members'
 * values, see {@link Clustered#medians}: ranks and limits cannot be inverted.
 *
 * @param features in the order of the columns
 */
record Scaler(List<FittedFeature> features) {

  /**
   * Fits a scaler.
   *
   * @param values customers x features, in business units
   */
  static Scaler fit(Matrix values, ClusteringSettings settings) {
    return new Scaler(
        IntStream.range(0, settings.features().size())
            .mapToObj(
                f ->
                    FittedFeature.fit(
                        settings.features().get(f), settings.scaling(), values.column(f)))
            .toList());
  }

  /**
   * The features of the customers of a night, finite, in a new matrix.
   *
   * @param values customers x features, in business units
   */
  Matrix scale(Matrix values) {
    int columns = features.size();
    var cells = new double[values.cells().length];
    for (int f = 0; f < columns; f++) {
      var scaled = features.get(f).apply(values.column(f));
      for (int i = 0; i < scaled.length; i++) {
        cells[i * columns + f] = scaled[i];
      }
    }
    return new Matrix(cells, columns);
  }

  /** Remarks on substituted values for the stage's report; empty if there are none. */
  String remarks() {
    return features.stream()
        .flatMap(
            each ->
                Stream.of(
                        each.missing() == 0
                            ? ""
                            : "%s is unknown for %s, the median stands in"
                                .formatted(each.name(), Counted.of(each.missing(), "customer")),
                        each.isConstant() ? each.name() + " is the same for all" : "",
                        each.isSpreadStandIn()
                            ? each.name() + " has equal quartiles, its standard deviation stands in"
                            : "")
                    .filter(remark -> !remark.isEmpty()))
        .map("; "::concat)
        .collect(joining());
  }
}
