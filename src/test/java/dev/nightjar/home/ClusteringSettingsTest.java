package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusteringSettingsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clustering.min-k=1             | clustering.min-k:
          clustering.min-k=9             | clustering.min-k: is 9, above max-k, which is 8
          clustering.max-k=101           | clustering.max-k:
          clustering.min-share=0.51     | clustering.min-share:
          clustering.starts=0            | clustering.starts:
          clustering.starts=1001         | clustering.starts:
          clustering.max-iterations=0    | clustering.max-iterations:
          clustering.seed=1.5            | clustering.seed: is not a whole number
          clustering.segment=Loyal       | clustering.segment: is required with population: segment
          clustering.population=segment  | clustering.segment: is required with population: segment
          clustering.scaling=none        | clustering.scaling: is not one of: z-score, robust, min-max
          clustering.criterion=best      | clustering.criterion: is not one of: simplified-silhouette
          clustering.features[0].feature=age    | clustering.features[0].feature: is not one of: recency
          clustering.features[0].transform=log1p | clustering.features[0].feature: must not be null
          clustering.features[0].feature=share  | clustering.features[0]: share needs an attribute
          clustering.exact-up-to=-1      | clustering.exact-up-to:
          clustering.leaves=99           | clustering.leaves:
          clustering.sample=20001        | clustering.sample:
          """)
  void refusesToClusterSo(String override, String problem) {
    assertThat(AHome.in(folder).problems(override)).anyMatch(each -> each.contains(problem));
  }
}
