package dev.nightjar.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies around the records of real exports: titles, comments, blank lines, escapes. */
class LayoutsTest {
  private static final AFile TITLED =
      AFile.of("Orders of May", "", "order,customer,total", "1,A,2.50", "2,B,3.00");

  @Test
  void theHeaderBelowATitleIsFound() {
    assertThat(TITLED.read(AFile.ANY))
        .containsExactly(
            "csv, comma, UTF-8, below line 2",
            "order|customer|total",
            "4: 1|A|2.50",
            "5: 2|B|3.00");
    assertThat(TITLED.read(AFile.ANY, "order", "total")).contains("order|customer|total");
  }

  @Test
  void theWantedColumnsDecideWhichLineIsTheHeader() {
    var file = AFile.of("from,to,by", "2026-05-01,2026-05-31,Ann", "order,customer,total", "1,A,2");
    assertThat(file.read(AFile.ANY, "total"))
        .containsExactly("csv, comma, UTF-8, below line 2", "order|customer|total", "4: 1|A|2");
  }

  @Test
  void aTitlePaddedWithDelimitersIsNotTheHeader() {
    assertThat(AFile.of("Orders;;", ";;", "order;at;total", "1;x;2,5", "2;y;3").read(AFile.ANY))
        .containsExactly(
            "csv, semicolon, UTF-8, below line 2", "order|at|total", "4: 1|x|2,5", "5: 2|y|3");
  }

  @Test
  void declaredLinesAreSkipped() {
    assertThat(TITLED.read(skipping(3)))
        .containsExactly("csv, comma, UTF-8, below line 3", "1|A|2.50", "5: 2|B|3.00");
    assertThatThrownBy(() -> TITLED.read(skipping(9)))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("9");
    assertThat(TITLED.read(new Layout(null, null, null, '"', false, List.of(), 3, null, null)))
        .containsExactly("csv, comma, UTF-8, below line 3", "1|2|3", "4: 1|A|2.50", "5: 2|B|3.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;", "SEP=;", "\"sep=;\"", "\uFEFFsep=;"})
  void excelsLineWithTheSeparatorIsObeyed(String line) {
    var file = AFile.of(line, "order;a,b,c,d", "1;1,2,3,4");
    assertThat(file.read(AFile.ANY))
        .containsExactly("csv, semicolon, UTF-8, below line 1", "order|a,b,c,d", "3: 1|1,2,3,4");
  }

  @Test
  void commentsAreNotRecords() {
    var file = AFile.of("order,total", "# of May", "1,2", "#2,3", "\"#3\",4");
    assertThat(file.read(layout('#', null)))
        .containsExactly("csv, comma, UTF-8", "order|total", "3: 1|2", "5: #3|4");
    // the order numbers of some shops begin so
    assertThat(file.read(AFile.ANY)).contains("4: #2|3");
  }

  @Test
  void backslashesEscape() {
    var file =
        AFile.of(
            "order,note", "1,\"a \\\"b\\\", c\\\\\"", "2,x\\,y", "3,\\N", "4,a\\b", "5,\"c\\\nd\"");
    assertThat(file.read(layout(null, '\\')))
        .containsExactly(
            "csv, comma, UTF-8",
            "order|note",
            "2: 1|a \"b\", c\\",
            "3: 2|x,y",
            "4: 3|",
            "5: 4|a\\b",
            "6: 5|c\nd");
    assertThatThrownBy(() -> file.read(AFile.ANY)).isInstanceOf(BadFile.class);
  }

  @Test
  void blankLinesAndCellsAreSkippedHoweverTheyAreWritten() {
    var file = AFile.of("order,total", "", ",", "   ", "\"\",\" \"", "1,2", "2,3,,", "3,4,x", "4");
    assertThat(file.read(AFile.ANY))
        .containsExactly(
            "csv, comma, UTF-8", "order|total", "6: 1|2", "7: 2|3", "8: 3|4|x", "9: 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"a\":1,\"b\":\"x]\\\"}\"},{\"a\":2}]",
        " [ {\"a\":1,\"b\":\"x]\\\"}\"} , {\"a\":2} ] ",
        "\uFEFF[{\"a\":1,\"b\":\"x]\\\"}\"},{\"a\":2}]"
      })
  void aJsonArrayIsRead(String text) {
    assertThat(AFile.of(text).read(AFile.ANY))
        .containsExactly("json array, UTF-8", "a|b", "1: 1|x]\"}", "2: 2|");
  }

  @Test
  void theElementsOfAnArrayAreCountedAndHaveFaults() {
    var file = AFile.of("[", " {\"a\": 1,", "  \"b\": {\"c\": 2}},", " 7,", " {\"a\": 3}", "]");
    assertThat(file.read(AFile.ANY))
        .containsExactly("json array, UTF-8", "a|b", "1: 1|", "2 NOT_A_JSON_OBJECT: 7", "3: 3|");
    assertThat(file.read(AFile.ANY, "b")).contains("1 NESTED_VALUE: 1|");
    assertThatThrownBy(() -> file.cut(0.9).read(AFile.ANY)).hasMessage("the file is cut off");
    assertThatThrownBy(() -> AFile.of("[{\"a\":1}]", "x").read(AFile.ANY))
        .hasMessage("more text follows the JSON array");
    assertThatThrownBy(() -> AFile.of("[]").read(AFile.ANY)).hasMessage("the file is empty");
    assertThat(AFile.of("[Order],[Total]", "1,2").read(AFile.ANY)).contains("[Order]|[Total]");
  }

  private static Layout skipping(int lines) {
    return new Layout(null, null, null, '"', true, List.of(), lines, null, null);
  }

  private static Layout layout(@Nullable Character comment, @Nullable Character escape) {
    return new Layout(null, null, null, '"', true, List.of(), null, comment, escape);
  }
}
