package dev.nightjar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.views.Moves;
import dev.nightjar.views.Moves.Way;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MoveMatrixTest {
  private static final LocalDate DAY = LocalDate.parse("2025-01-31");

  @Test
  void aMatrixOfThirteenSegmentsAndAMillionCustomersFitsTheScreen() {
    var segments =
        IntStream.rangeClosed(1, 13).mapToObj(i -> "Segment with a long name " + i).toList();
    var ways = new ArrayList<Way>();
    for (var from : segments) {
      for (var to : segments) {
        ways.add(new Way(from, to, null, 98_765, BigDecimal.ONE, "stayed"));
      }
    }
    assertThat(matrix(new Moves(DAY.minusDays(1), DAY, segments, ways)).lines())
        .hasSize(16)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
  }

  @Test
  void newAndGoneCustomersHaveARowAndAColumn() {
    var moves =
        new Moves(
            DAY.minusDays(1),
            DAY,
            List.of("High", "Low"),
            List.of(
                way("High", "High", 3),
                way("High", "Low", 2),
                way("Low", null, 1),
                way(null, "Low", 12_345)));
    assertThat(matrix(moves))
        .isEqualTo(
            """
               from \\ to 1     2 Gone Total
             1 High      3     2    ·     5
             2 Low       ·     ·    1     1
               New       · 12.3k    · 12.3k
               Total     3 12.3k    1 12.4k
            """);
  }

  private static Way way(String from, String to, int customers) {
    return new Way(from, to, null, customers, BigDecimal.ZERO, "stayed");
  }

  private static String matrix(Moves moves) {
    return new MoveMatrix(moves, way -> BigDecimal.valueOf(way.customers())).toString();
  }
}
