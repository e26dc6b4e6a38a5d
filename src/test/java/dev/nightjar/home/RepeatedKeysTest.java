package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two files that write the same, none wins in silence. */
class RepeatedKeysTest {
  @TempDir Path folder;

  @Test
  void aSourceInTwoFilesIsReportedOnceWithBothPlaces() {
    var source =
        """
        ingest:
          sources:
            till:
              feed: customers
              files: %s
              columns: {customer: id}
        """;
    var home =
        AHome.in(folder)
            .with("a.yaml", source.formatted("a*"))
            .with("b.yaml", "\n" + source.formatted("b*"));
    var problem =
        "b.yaml:5:13: ingest.sources.till: is in a.yaml:4:13 too; give one of the sources another"
            + " name, or remove it";
    assertThat(home.problems()).containsExactly(problem);
    assertThat(home.problems("ingest.sources.till.files=c*")).containsExactly(problem);
    assertThat(
            AHome.in(folder.resolve("documents"))
                .with("a.yaml", source.formatted("a*") + "---\n" + source.formatted("b*"))
                .problems())
        .singleElement()
        .asString()
        .startsWith("a.yaml:11:13: ingest.sources.till: is in a.yaml:4:13 too");
  }

  @Test
  void aSettingOrAListInTwoFilesIsReported() {
    assertThat(
            AHome.in(folder)
                .with("a.yaml", "clustering: {max-k: 4, tiers: [A, B]}")
                .with("b.yaml", "clustering: {max-k: 5, tiers: [A, B, C], min-k: 2}")
                .problems())
        .containsExactly(
            "b.yaml:1:21: clustering.max-k: is in a.yaml:1:21 too; keep one of them",
            "b.yaml:1:32: clustering.tiers: is in a.yaml:1:32 too; keep one of them");
  }
}
