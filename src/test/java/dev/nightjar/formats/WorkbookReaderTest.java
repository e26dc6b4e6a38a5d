package dev.nightjar.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookReaderTest {
  @Test
  void cellsReadAsPlainText() {
    var file =
        workbook(
            book -> {
              var sheet = book.newWorksheet("Orders");
              header(sheet, "order", "price", "at", "gift", "text", "sum", "day");
              sheet.value(1, 0, 536365);
              sheet.value(1, 1, 2.55);
              sheet.value(1, 2, LocalDateTime.of(2010, 12, 1, 8, 26));
              sheet.style(1, 2).format("dd/mm/yyyy hh:mm").set();
              sheet.value(1, 3, true);
              sheet.value(1, 4, "0012 & \"more\"");
              sheet.formula(1, 5, "A2*B2");
              sheet.value(1, 6, 40513);
              sheet.style(1, 6).format("[$-407]d. mmm yyyy;@").set();
            });
    assertThat(file.read(AFile.ANY))
        .containsExactly(
            "xlsx",
            "order|price|at|gift|text|sum|day",
            "2: 536365|2.55|2010-12-01 08:26:00|true|0012 & \"more\"||2010-12-01 00:00:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.5499999999999998|''|2.55",
        "0.30000000000000004|''|0.3",
        "4050000000123456|''|4050000000123456",
        "4050000000123464|''|4050000000123464",
        "4.050000000123456E15|''|4050000000123456",
        "536364.99999999994|''|536365",
        "536365|''|536365",
        "1.5E-3|''|0.0015",
        "1E999999999|''|1E+999999999",
        "40513.351388888892|s=\"1\"|2010-12-01 08:26:00",
        "40513.3513888889|s=\"1\"|2010-12-01 08:26:00",
        "40513|s=\"1\"|2010-12-01 00:00:00",
        "1|s=\"1\"|1900-01-01 00:00:00",
        "61|s=\"1\"|1900-03-01 00:00:00",
        "0.25|s=\"1\"|06:00:00",
        "-5|s=\"1\"|-5",
        "99999999|s=\"1\"|99999999",
        "12.5|s=\"2\"|12.5",
        "#N/A|t=\"e\"|#N/A",
        "1|t=\"b\"|true",
        "typed|t=\"str\"|typed",
        "word|s=\"1\"|''"
      })
  void theNoiseOfBinaryFractionsIsLeftOut(String stored, String attribute, String text) {
    var sheet =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c>"
            + "<c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c></row>"
            + "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\" %s><v>%s</v></c></row>"
                .formatted(attribute, stored);
    assertThat(AWorkbook.of(sheet).file().read(AFile.ANY).get(2)).isEqualTo("3: 1|" + text);
  }

  @Test
  void theRowsOfFurtherSheetsAreCountedOn() {
    var file = workbook(book -> List.of("2010", "2011").forEach(name -> sheet(book, name, 2)));
    assertThat(file.read(AFile.ANY))
        .containsExactly("xlsx", "order|sheet", "2: 1|2010", "3: 2|2010", "5: 1|2011", "6: 2|2011");
  }

  @Test
  void hiddenSheetsAreLeftOutUnlessTheyAreNamed() {
    var file =
        workbook(
            book -> {
              sheet(book, "old", 2);
              book.newWorksheet("look up").setVisibilityState(VisibilityState.HIDDEN);
              sheet(book, "new", 1);
              var hidden = book.newWorksheet("draft");
              header(hidden, "order", "sheet");
              hidden.value(1, 0, 9);
              hidden.value(1, 1, "draft");
              hidden.setVisibilityState(VisibilityState.VERY_HIDDEN);
            });
    assertThat(file.read(AFile.ANY))
        .containsExactly("xlsx", "order|sheet", "2: 1|old", "3: 2|old", "5: 1|new");
    assertThat(file.read(sheets("draft"))).containsExactly("xlsx", "order|sheet", "2: 9|draft");
  }

  @Test
  void theHeaderBelowATitleIsFoundOnEachSheet() {
    var file =
        workbook(
            book ->
                List.of("a", "b")
                    .forEach(
                        name -> {
                          var sheet = book.newWorksheet(name);
                          sheet.value(0, 0, "Orders of " + name);
                          for (int i = 0; i < 3; i++) {
                            sheet.value(2, i, "c" + i);
                            sheet.value(3, i, i);
                            sheet.value(4, i, i + 1);
                          }
                        }));
    assertThat(file.read(AFile.ANY))
        .containsExactly("xlsx", "c0|c1|c2", "4: 0|1|2", "5: 1|2|3", "9: 0|1|2", "10: 1|2|3");
    assertThat(file.read(AFile.ANY, "c1")).contains("c0|c1|c2");
  }

  @Test
  void onlyTheNamedSheetsAreReadInTheirOrder() {
    var file = workbook(book -> List.of("a", "b", "c").forEach(name -> sheet(book, name, 1)));
    assertThat(file.read(sheets("c", "a")))
        .containsExactly("xlsx", "order|sheet", "2: 1|c", "4: 1|a");
    assertThatThrownBy(() -> file.read(sheets("d"))).hasMessage("the workbook has no sheet d");
  }

  @Test
  void aSheetWithAnotherHeaderIsABadFile() {
    var file =
        workbook(
            book -> {
              sheet(book, "first", 1);
              header(book.newWorksheet("second"), "order", "leaf");
            });
    assertThatThrownBy(() -> file.read(AFile.ANY))
        .isInstanceOf(BadFile.class)
        .hasMessage("sheet second has another header than the sheets before it");
  }

  @Test
  void emptySheetsAndRowsAreSkippedAndShortRowsFilledUp() {
    var file =
        workbook(
            book -> {
              book.newWorksheet("notes");
              var sheet = book.newWorksheet("orders");
              sheet.value(2, 0, "a");
              sheet.value(2, 1, "b");
              sheet.value(4, 0, "only");
              sheet.value(5, 0, "x");
              sheet.value(5, 1, "y");
              sheet.value(5, 2, "more");
            });
    assertThat(file.read(AFile.ANY)).containsExactly("xlsx", "a|b", "5: only|", "6: x|y|more");
  }

  @Test
  void columnsWithoutHeaderAreNumbered() {
    var file = workbook(book -> sheet(book, "a", 1));
    assertThat(file.read(AFile.headless(null)))
        .containsExactly("xlsx", "1|2", "1: order|sheet", "2: 1|a");
  }

  @Test
  void aPackedWorkbookIsUnpackedFirst() {
    var file = workbook(book -> sheet(book, "a", 1));
    assertThat(file.zip("orders.xlsx").read(AFile.ANY)).startsWith("zip, xlsx").hasSize(3);
    assertThat(file.gzip().read(AFile.ANY)).startsWith("gzip, xlsx").hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c r=\"ZZZZZZ1\"><v>1</v></c>|a cell is in no column",
        "<c r=\"A1\" t=\"s\"><v>999999999</v></c>|a cell's text is missing",
        "<c r=\"A1\" t=\"s\"><v>-1</v></c>|a cell's text is missing",
        "<c r=\"A1\"><v>1</c>|the workbook is damaged"
      })
  void whatWouldFillTheMemoryIsABadFile(String cell, String reason) {
    var file = AWorkbook.of("<row r=\"1\">" + cell + "</row>").file();
    assertThatThrownBy(() -> file.read(AFile.ANY)).isInstanceOf(BadFile.class).hasMessage(reason);
  }

  @Test
  void entitiesAreRefused() {
    var file = AWorkbook.of("<row r=\"1\"/>").declaring(AWorkbook.BILLION_LAUGHS).file();
    assertThatThrownBy(() -> file.read(AFile.ANY)).hasMessage("the workbook declares entities");
  }

  private static Layout sheets(String... names) {
    return new Layout(Layout.Format.XLSX, null, null, '"', true, List.of(names), null, null, null);
  }

  private static AFile workbook(Consumer<Workbook> fill) {
    return new AFile(new byte[0])
        .with(
            out -> {
              var book = new Workbook(out, "test", "1.0");
              fill.accept(book);
              book.finish();
            });
  }

  private static void sheet(Workbook book, String name, int rows) {
    var sheet = book.newWorksheet(name);
    header(sheet, "order", "sheet");
    for (int i = 1; i <= rows; i++) {
      sheet.value(i, 0, i);
      sheet.value(i, 1, name);
    }
  }

  private static void header(org.dhatim.fastexcel.Worksheet sheet, String... names) {
    for (int i = 0; i < names.length; i++) {
      sheet.value(0, i, names[i]);
    }
  }
}
