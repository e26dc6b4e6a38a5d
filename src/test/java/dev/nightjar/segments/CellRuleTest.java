package dev.nightjar.segments;

import static dev.nightjar.segments.AMap.box;
import static dev.nightjar.segments.AMap.boxes;
import static dev.nightjar.segments.AMap.codes;
import static dev.nightjar.segments.AMap.fm;
import static dev.nightjar.segments.AMap.patterns;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellRuleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          543         | 1
          54?         | 5
          5x?         | 25
          XxX         | 125
          54          | 5
          ?3          | 25
          [1-2][3-4]? | 20
          [135]5[1-35]| 12
          11? ?11     | 9
          """)
  void aPatternHasTheCellsThatFitIt(String patterns, int cells) {
    assertThat(AMap.of(patterns("Some", patterns)).cellsOf("Some")).hasSize(cells);
  }

  @Test
  void aPatternOfTwoPlacesLeavesMOpen() {
    assertThat(AMap.of(patterns("Some", "5[4-5]")).cellsOf("Some"))
        .containsExactly("541", "542", "543", "544", "545", "551", "552", "553", "554", "555");
  }

  @Test
  void aBoxIsClosedAndAnAxisLeftOutIsOpen() {
    assertThat(AMap.of(boxes("Some", box("4-5", "1", "2-3"))).cellsOf("Some"))
        .containsExactly("412", "413", "512", "513");
    assertThat(AMap.of(boxes("Some", box(null, null, "5"))).cellsOf("Some")).hasSize(25);
  }

  @Test
  void aSegmentHasTheCellsOfAllItsBoxes() {
    var map = AMap.of(boxes("Some", box("5", "5", "5"), box("1", "1", "1-2")));
    assertThat(map.cellsOf("Some")).containsExactly("111", "112", "555");
  }

  @Test
  void theMeanOfFAndMMayBeAHalf() {
    assertThat(AMap.of(boxes("Some", fm("5", "4-5"))).cellsOf("Some"))
        .containsExactly("535", "544", "545", "553", "554", "555");
    assertThat(AMap.of(boxes("Some", fm("5", "4.5"))).cellsOf("Some"))
        .containsExactly("545", "554");
  }

  @Test
  void everyRuleTellsItsText() {
    var map =
        AMap.of(
                codes("A", "543"),
                patterns("B", "14?"),
                boxes("C", box("4-5", "1", "2-5")),
                boxes("D", fm("1", "2.5-3")))
            .orElse("Others");
    assertThat(map.at(5, 4, 3)).isEqualTo("A by code 543");
    assertThat(map.at(1, 4, 2)).isEqualTo("B by pattern 14?");
    assertThat(map.at(4, 1, 2)).isEqualTo("C by box r 4-5, f 1, m 2-5");
    assertThat(map.at(1, 1, 4)).isEqualTo("D by box r 1, fm 2.5-3");
    assertThat(map.at(3, 3, 3)).isEqualTo("Others by else");
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "0421", "612", "4-2", "421x", "40?", "٤٢١"})
  void aCodeIsThreeScores(String code) {
    assertThat(AMap.of(codes("Some", code)).orElse("Others").problems())
        .first()
        .isEqualTo("Some: " + code + " is not a code: write three scores of 1-5");
  }

  @ParameterizedTest
  @CsvSource({"421412, 421 412", "421412512, 421 412 512"})
  void codesRunTogetherAreReported(String together, String apart) {
    assertThat(AMap.of(codes("Some", together)).orElse("Others").problems())
        .containsExactly("Some: " + together + " is not a code: write " + apart);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5", "6??", "5[6-7]", "[5-1]?", "[]5", "[1-", "5**", "????", "[?]5", "5[-]"})
  void aPatternIsTwoOrThreePlacesOfScores(String pattern) {
    assertThat(AMap.of(patterns("Some", pattern)).orElse("Others").problems())
        .containsExactly(
            "Some: %s is not a pattern: write a score of 1-5, ? or [a-b] in two or three places"
                .formatted(pattern));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "6", "0-3", "5-1", "1-", "a", "1.5", "1-2-3", "*"})
  void aRangeIsOfScores(String range) {
    assertThat(AMap.of(boxes("Some", box(range, null, null))).orElse("Others").problems())
        .containsExactly(
            "Some: r %s is not a range: write a score of 1-5, or two such as 1-5".formatted(range));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.5", "0.5-3", "3-2.5", "1.2"})
  void aRangeOfTheMeanIsOfScoresAndHalves(String range) {
    assertThat(AMap.of(boxes("Some", fm(null, range))).orElse("Others").problems())
        .containsExactly(
            "Some: fm %s is not a range: write a score of 1-5, or two such as 1-5"
                .formatted(range));
  }

  @Test
  void digitsAreThoseOfTheScale() {
    var quarters = AMap.of(patterns("Some", "??5")).scores("1-4").orElse("Others");
    assertThat(quarters.problems()).singleElement().asString().contains("a score of 1-4");
    assertThat(AMap.of(codes("Some", "000")).scores("0-9").orElse("Others").problems()).isEmpty();
  }

  @Test
  void digitsAreThoseOfTheirAxis() {
    assertThat(AMap.of(codes("Some", "422 121")).scores("1-4", "1-2", "1-2").orElse("O").problems())
        .isEmpty();
    assertThat(
            AMap.of(
                    codes("A", "241"),
                    patterns("B", "?[2-3]"),
                    boxes("C", box("4", null, "2-3"), fm("1-4", "2.5")))
                .scores("1-4", "1-2", "0-2")
                .orElse("O")
                .problems())
        .containsExactly(
            "A: 241 is not a code: write three scores of r 1-4, f 1-2, m 0-2",
            "B: ?[2-3] is not a pattern: write a score of r 1-4, f 1-2, m 0-2, ? or [a-b] in two or"
                + " three places",
            "C: m 2-3 is not a range: write a score of 0-2, or two such as 0-2",
            "C: fm 2.5 is not a range: write a score of 0.5-2.0, or two such as 0.5-2.0");
    assertThat(
            AMap.of(boxes("Top", fm("4", "1.5-2")), patterns("Rest", "??"))
                .scores("1-4", "1-2", "0-2")
                .cellsOf("Top"))
        .containsExactly("412", "421", "422");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "1-10", "5-1", "3-3", "a-b", "1–5"})
  void aScaleIsTwoDigits(String scores) {
    assertThat(AMap.of(patterns("All", "???")).scores(scores).problems())
        .isEqualTo(
            List.of(
                "scores: must be a scale within 0 to 9: write the lowest and the highest, such as 1-5, or {r: 1-4, f: 1-2, m: 1-2}"));
  }
}
