package dev.nightjar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void wordsStandLeftAndNumbersRight() {
    var table = new TextTable(2, "Segment", "Kind", "Customers", "Share");
    table.row("Champions", "rfm", "1,204", "24.1 %");
    table.row("Lost", "rfm", "7", "0.1 %");
    assertThat(table.toString().lines())
        .containsExactly(
            "  Segment    Kind  Customers   Share",
            "  Champions  rfm       1,204  24.1 %",
            "  Lost       rfm           7   0.1 %");
  }

  @Test
  void aHeaderWiderThanItsCellsSetsTheWidth() {
    var table = new TextTable(0, "Customers", "k");
    table.row("1", "12");
    assertThat(table.toString().lines()).containsExactly("  Customers   k", "          1  12");
  }

  @Test
  void linesHaveNoBlanksAtTheirEnd() {
    var table = new TextTable(2, "Night", "Failure");
    table.row("2025-01-31", "AUDIT_FAILED");
    table.row("2025-02-01", "");
    assertThat(table.toString().lines())
        .containsExactly("  Night       Failure", "  2025-01-31  AUDIT_FAILED", "  2025-02-01");
  }

  @Test
  void aTableWithoutRowsIsItsHeader() {
    assertThat(new TextTable(1, "Night", "Seconds").toString())
        .isEqualTo("  Night  Seconds" + System.lineSeparator());
  }

  @Test
  void percentSignsAreOnlyText() {
    var table = new TextTable(1, "%s", "%d");
    table.row("50 %", "100 %n");
    assertThat(table.toString().lines()).containsExactly("  %s        %d", "  50 %  100 %n");
  }

  @Test
  void marksAndBarsAreOnTerminalsAlone() {
    assertThat(marked().lines())
        .containsExactly("  Segment  In  Out", "  Loyal     8    0", "  Lost      0   12");
    System.setProperty("picocli.ansi", "true");
    try {
      assertThat(marked().lines())
          .containsExactly(
              "  Segment  In   Out",
              "  Loyal    \u001b[32m 8▲\u001b[39m\u001b[0m    0   ████████████████████",
              "  Lost      0   \u001b[31m 12▼\u001b[39m\u001b[0m  █████");
    } finally {
      System.clearProperty("picocli.ansi");
    }
  }

  private static String marked() {
    var table =
        new TextTable(1, "Segment", "In", "Out").marked(1, Screen::up).marked(2, Screen::down);
    table.row("Loyal", "8", "0");
    table.row("Lost", "0", "12");
    table.bars(List.of(0.8, 0.2));
    return table.toString();
  }
}
