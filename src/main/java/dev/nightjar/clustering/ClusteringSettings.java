package dev.nightjar.clustering;

import dev.nightjar.pipeline.Checked;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How customers are clustered.
 *
 * @param minK fewest clusters tried
 * @param maxK most clusters tried; the k with the best simplified silhouette is kept
 * @param seed of the first start; each further start adds one
 * @param starts k-means++ starts for each k
 * @param maxIterations where a start ends that has not converged
 */
@ConfigurationProperties("clustering")
record ClusteringSettings(
    @Min(2) @DefaultValue("3") int minK,
    @Max(100) @DefaultValue("8") int maxK,
    @DefaultValue("1") long seed,
    @Min(1) @Max(1000) @DefaultValue("10") int starts,
    @Min(1) @DefaultValue("300") int maxIterations)
    implements Checked {

  @Override
  public List<String> problems() {
    return minK <= maxK
        ? List.of()
        : List.of("min-k: is %d, above max-k, which is %d".formatted(minK, maxK));
  }
}
