package dev.nightjar.segments;

import static dev.nightjar.segments.AMap.box;
import static dev.nightjar.segments.AMap.boxes;
import static dev.nightjar.segments.AMap.codes;
import static dev.nightjar.segments.AMap.patterns;
import static dev.nightjar.segments.AMap.ranked;
import static dev.nightjar.segments.AMap.without;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MapLintTest {
  private static final String ALL = without();

  @Test
  void anExactPartitionHasNeitherProblemNorNote() {
    var map = AMap.of(codes("Best", "555"), codes("Rest", without("555")));
    assertThat(map.problems()).isEmpty();
    assertThat(map.notes()).isEmpty();
  }

  @Test
  void aGapIsAProblemThatNamesTheCells() {
    assertThat(AMap.of(codes("All", without("111", "345"))).problems())
        .containsExactly(
            "no segment has 111, 345 (2 of 125 cells): give each to one, or name a segment under else");
  }

  @Test
  void manyCellsAreCounted() {
    assertThat(AMap.of(patterns("Some", "[1-4]??")).problems())
        .singleElement()
        .asString()
        .contains("511, 512", "542, 543, 544, 545 and 5 more (25 of 125 cells)");
  }

  @Test
  void aGapWithAnElseIsANote() {
    var map = AMap.of(codes("All", without("111", "345"))).orElse("Others");
    assertThat(map.problems()).isEmpty();
    assertThat(map.notes()).containsExactly("2 of 125 cells are left to Others: 111, 345");
  }

  @Test
  void anElseThatIsLeftNothingIsAProblem() {
    assertThat(AMap.of(codes("All", ALL)).orElse("Others").problems())
        .containsExactly("else is never reached, every cell has a rule: remove it");
  }

  @Test
  void aCodeOfTwoSegmentsIsAProblem() {
    assertThat(AMap.of(codes("All", ALL), codes("Best", "555 554")).problems())
        .containsExactly(
            "554, 555 of All is also of Best: keep each code once",
            "Best is never reached: All has 554, 555: move it up, or say in a waiver why not");
  }

  @Test
  void aCodeWrittenTwiceIsAProblem() {
    assertThat(AMap.of(codes("All", ALL + " 555")).problems())
        .containsExactly("555 of All is also of All: keep each code once");
  }

  @Test
  void aCodeOfTwoSegmentsIsNotWaived() {
    var map = AMap.of(codes("Best", "555 554"), codes("All", without("555")));
    assertThat(map.waiver("so").problems())
        .containsExactly("554 of Best is also of All: keep each code once");
  }

  @Test
  void cellsOfTwoRulesAreNotedWithTheWinner() {
    var map = AMap.of(boxes("Best", box("5", "5", null)), patterns("Rest", "???"));
    assertThat(map.problems()).isEmpty();
    assertThat(map.notes()).containsExactly("Best goes before Rest in 5: 551, 552, 553, 554, 555");
  }

  @Test
  void aNameThatIsNeverReachedIsAProblemThatNamesWhoTakesItsCells() {
    var map = AMap.of(patterns("R", "5??"), patterns("All", "???"), patterns("Both", "[4-5]55"));
    assertThat(map.problems())
        .containsExactly(
            "Both is never reached: All has 455; R has 555: move it up, or say in a waiver why not");
  }

  @Test
  void aWaiverLetsANamePassAndIsNoted() {
    var map = AMap.of(patterns("All", "???"), codes("Best", "555")).waiver("published so");
    assertThat(map.problems()).isEmpty();
    assertThat(map.notes())
        .containsExactly("Best is never reached: All has 555", "waiver: published so");
  }

  @Test
  void aSegmentWithoutARuleIsAProblemThatNoWaiverLetsPass() {
    var map = AMap.of(codes("Nobody", " "), patterns("All", "???")).waiver("so");
    assertThat(map.problems())
        .containsExactly("Nobody has no rule: give it codes, patterns or boxes");
  }

  @Test
  void aRuleWithoutACellIsAProblem() {
    var never = boxes("Never", AMap.box(null, "5", "5", "1"));
    assertThat(AMap.of(never, patterns("All", "???")).problems())
        .singleElement()
        .asString()
        .startsWith("Never is never reached: its rules have no cell");
  }

  @Test
  void aMalformedCodeNamesNoCell() {
    var codes = without("421", "412") + " 421412 42";
    assertThat(AMap.of(codes("All", codes)).problems())
        .containsExactly(
            "All: 421412 is not a code: write 421 412",
            "All: 42 is not a code: write three scores of 1-5",
            "no segment has 412, 421 (2 of 125 cells): give each to one, or name a segment under else");
  }

  @Test
  void ranksAreGivenToAllOrNone() {
    var map = AMap.of(ranked(1, "Best", "5??"), patterns("Rest", "???"));
    assertThat(map.problems())
        .containsExactly("Rest has no rank, and others have one: rank all or none");
  }

  @Test
  void aRankIsTakenOnce() {
    assertThat(AMap.of(ranked(1, "Best", "5??"), ranked(1, "Rest", "???")).problems())
        .containsExactly("rank 1 of Rest is taken: give it another");
  }
}
