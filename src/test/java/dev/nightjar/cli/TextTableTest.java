package dev.nightjar.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
}
