package dev.nightjar.segments;

import static dev.nightjar.segments.AMap.boxes;
import static dev.nightjar.segments.AMap.codes;
import static dev.nightjar.segments.AMap.fm;
import static dev.nightjar.segments.AMap.patterns;
import static dev.nightjar.segments.AMap.ranked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.segments.MapSettings.ScoredSegment;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentMapTest {
  @Test
  void theFirstSegmentThatHasACellTakesIt() {
    var map = AMap.of(codes("Best", "555"), patterns("Rest", "???"));
    assertThat(map.cellsOf("Best")).containsExactly("555");
    assertThat(map.cellsOf("Rest")).hasSize(124).doesNotContain("555");
  }

  @Test
  void ofOneSegmentCodesGoBeforePatternsAndPatternsBeforeBoxes() {
    var all = AMap.scored("All", null, "555", "55?", List.of(AMap.box(null, null, null)));
    assertThat(AMap.of(all).at(5, 5, 5)).isEqualTo("All by code 555");
    assertThat(AMap.of(all).at(5, 5, 4)).isEqualTo("All by pattern 55?");
  }

  @Test
  void cellsAreNumberedAsTheMapNumbersThem() {
    var map =
        AMap.of(codes("Nothing", "000"), boxes("Top", fm("5", "5"))).scores("0-5").orElse("Others");
    assertThat(map.read().cells()).hasSize(216);
    assertThat(map.cellsOf("Nothing")).containsExactly("000");
    assertThat(map.cellsOf("Top")).containsExactly("555");
    assertThat(map.at(0, 0, 0)).isEqualTo("Nothing by code 000");
  }

  @Test
  void segmentsAreInTheOrderOfTheMapAndThoseNoRuleTellsLast() {
    var map = AMap.of(codes("Best", "555"), codes("Worst", "111")).orElse("Others").read();
    assertThat(map.segments())
        .extracting(Segment::name)
        .containsExactly("Best", "Worst", "Others", "Lapsed", "Prospects", "Net returners");
  }

  @Test
  void aRankPlacesASegmentAndTheOrderDecidesTheMatch() {
    var map = AMap.of(ranked(2, "Newest", "14?"), ranked(1, "Spenders", "??1")).orElse("Others");
    assertThat(map.at(1, 4, 1)).isEqualTo("Newest by pattern 14?");
    assertThat(map.read().segments().subList(0, 2))
        .extracting(Segment::name)
        .containsExactly("Spenders", "Newest");
  }

  @Test
  void aSegmentKeepsItsLineOfThePlaybook() {
    var scored = new ScoredSegment("All", null, "", "???", List.of(), "a", "b", "c", "d");
    assertThat(AMap.of(scored).read().segments().get(0))
        .isEqualTo(new Segment("All", "a", "b", "c", "d"));
  }

  @Test
  void theDefinitionTellsScoresRulesAndOrder() {
    assertThat(
            AMap.of(codes("Best", " 555\n 554 "), patterns("Good", "5? 4?"))
                .orElse("Others")
                .read()
                .definition())
        .isEqualTo(
            """
            scores 1-5, n-is-best
            Best: code 555; code 554
            Good: pattern 5?; pattern 4?
            Others: else
            order: Best > Good > Others > Lapsed > Prospects > Net returners\
            """);
  }

  @Test
  void theDefinitionChangesWithTheMapAndNotWithThePlaybook() {
    var map = AMap.of(patterns("All", "???"));
    var described = new ScoredSegment("All", null, "", "???", List.of(), "a", "b", "c", "d");
    assertThat(AMap.of(described).read().definition()).isEqualTo(map.read().definition());
    assertThat(AMap.of(patterns("Everyone", "???")).read().definition())
        .isNotEqualTo(map.read().definition());
    assertThat(map.scores("1-4").read().definition()).isNotEqualTo(map.read().definition());
  }
}
