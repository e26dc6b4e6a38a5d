package dev.nightjar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StageLinesTest {
  private static final String SUMMARY =
      "3,634 customers in 4 clusters (weak structure, silhouette 0.335); 1,176 others have none (no"
          + " order in the window); first model; simplified silhouette k=3 0.452, k=4 0.474, k=5"
          + " 0.446, k=6 0.447, k=7 0.431, k=8 0.429";

  @Test
  void linesFitAHundredColumnsAndLoseNothing() {
    var lines = StageLines.of("clustering", "2.3 s", SUMMARY).lines().toList();
    assertThat(lines).hasSizeGreaterThan(2).allMatch(line -> line.length() <= 100);
    assertThat(String.join(" ", lines).replaceAll("\\s+", " ").strip())
        .isEqualTo("clustering 2.3 s " + SUMMARY);
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith(" ".repeat(23)));
  }

  @Test
  void detailsBeginALineWhereTheyWouldBeBroken() {
    assertThat(
            StageLines.of("ingest", "0.1 s", "a".repeat(70) + "; " + "b ".repeat(10).strip())
                .lines())
        .containsExactly(
            "  ingest        0.1 s  " + "a".repeat(70) + ";",
            " ".repeat(23) + "b ".repeat(10).strip());
  }

  @Test
  void shortSummariesStayOnOneLine() {
    assertThat(StageLines.of("publish", "0.3 s", "18 checks passed"))
        .isEqualTo("  publish       0.3 s  18 checks passed");
    assertThat(StageLines.of("publish", "", "failed")).isEqualTo("  publish              failed");
  }
}
