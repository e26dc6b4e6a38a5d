package dev.nightjar.clustering;

import dev.nightjar.kmeans.KMeans;
import dev.nightjar.kmeans.Matrix;
import dev.nightjar.pipeline.MatrixClusterer;
import java.util.List;
import org.springframework.stereotype.Component;

/** The algorithms of the stage on a matrix of somebody else's. */
@Component
final class MatrixKMeans implements MatrixClusterer {
  private static final String EXACT = "exponion";
  private static final String TREE = "betula";

  private final ClusteringSettings settings;

  MatrixKMeans(ClusteringSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> algorithms() {
    return List.of(EXACT, TREE);
  }

  @Override
  public String chosenFor(int customers) {
    return settings.kMeans().isExact(customers) ? EXACT : TREE;
  }

  @Override
  public Outcome cluster(String algorithm, double[] cells, int columns, int k, long seed) {
    var features = new Matrix(cells, columns);
    var start =
        KMeans.algorithm(features, settings.kMeans(), algorithm.equals(EXACT)).start(k, seed);
    var members = start.assigned(features);
    return new Outcome(members, features.inertia(start.centroids(), members), start.iterations());
  }
}
