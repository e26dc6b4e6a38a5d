package dev.nightjar.segments;

import static dev.nightjar.segments.AMap.codes;
import static dev.nightjar.segments.AMap.patterns;
import static dev.nightjar.segments.AMap.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.home.Offers;
import dev.nightjar.home.Vocabulary;
import dev.nightjar.segments.MapSettings.Direction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsSettingsTest {
  private static final AMap EVERYONE = AMap.of(patterns("All", "???"));

  @Test
  void segmentsThatScoresDoNotTellComeLast() {
    assertThat(own(AMap.of(codes("Best", "555"), codes("Rest", without("555")))).segments())
        .extracting(Segment::name)
        .containsExactly("Best", "Rest", "Prospects", "Net returners");
  }

  @Test
  void blanksAndLineEndsPartCodes() {
    var codes = " " + without().replace(" 333 ", " \n\t 333\u0020\u0020 ") + "\n";
    assertThat(own(AMap.of(codes("All", codes))).problems()).isEmpty();
  }

  @Test
  void anUnknownMapIsAProblemThatNamesTheMapsThereAre() {
    assertThat(settings("rfm-25", Map.of("rfm-125", EVERYONE.settings())).problems())
        .containsExactly("map: unknown map rfm-25; there are: rfm-125");
  }

  @Test
  void mapsThatAreNotInUseAreCheckedToo() {
    var other = AMap.of(codes("Best", "555"));
    var maps = Map.of("own", EVERYONE.settings(), "other", other.settings());
    assertThat(settings("own", maps).problems())
        .singleElement()
        .asString()
        .startsWith("maps.other: no segment has 111, 112, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "Prospects", "net-returners"})
  void twoSegmentsOfOneNameAreAProblem(String name) {
    var map = AMap.of(codes(name, "555"), codes("All", without("555")));
    assertThat(own(map).problems())
        .singleElement()
        .asString()
        .startsWith("maps.own: there are two segments ");
  }

  @Test
  void anElseNamedAsASegmentIsAProblem() {
    assertThat(own(AMap.of(codes("Others", "555")).orElse("Others")).problems())
        .containsExactly("maps.own: there are two segments Others");
  }

  @Test
  void scoresOfOtherBinsAreAProblem() {
    assertThat(own(EVERYONE.scores("1-3")).problems(bins(5)))
        .containsExactly("map: own names scores of 3 bins, and rfm.bins is 5: set rfm.bins=3");
  }

  @Test
  void eachAxisMayHaveItsBins() {
    var bins = Map.of("rfm.bins", 3, "rfm.recency.bins", 5);
    assertThat(own(EVERYONE.scores("1-3")).problems(scores(bins, true)))
        .containsExactly(
            "map: own names scores of 3 bins, and rfm.recency.bins is 5: set rfm.recency.bins=3");
  }

  @Test
  void scoresFromZeroHaveOneBinMore() {
    assertThat(own(EVERYONE.scores("0-5")).problems(bins(6))).isEmpty();
  }

  @Test
  void scoresOfTheOtherDirectionAreAProblem() {
    assertThat(own(EVERYONE).problems(scores(Map.of("rfm.bins", 5), false)))
        .containsExactly(
            "map: own names scores of n-is-best, and rfm.direction is 1-is-best: set"
                + " rfm.direction=n-is-best");
    assertThat(own(oneIsBest()).problems(bins(5)))
        .containsExactly(
            "map: own names scores of 1-is-best, and rfm.direction is n-is-best: set"
                + " rfm.direction=1-is-best");
  }

  @Test
  void theSameDirectionIsNoProblem() {
    assertThat(own(oneIsBest()).problems(scores(Map.of("rfm.bins", 5), false))).isEmpty();
  }

  @Test
  void nothingIsSaidOfScoresThatCannotBeRead() {
    assertThat(own(EVERYONE).problems(new Vocabulary(List.of()))).isEmpty();
  }

  @Test
  void offersTheSegmentsOfTheMapInUse() {
    var own = AMap.of(codes("Best", "555")).orElse("Rest").settings();
    var settings = settings("own", Map.of("own", own, "other", EVERYONE.settings()));
    assertThat(new Vocabulary(settings.offers()).segments())
        .containsExactly("Best", "Net returners", "Prospects", "Rest");
  }

  @Test
  void mapsThatAreNotInUseMayHaveOtherScores() {
    var maps = Map.of("own", EVERYONE.settings(), "other", EVERYONE.scores("1-3").settings());
    assertThat(settings("own", maps).problems(bins(5))).isEmpty();
  }

  private static AMap oneIsBest() {
    var map = EVERYONE.settings();
    return new AMap(
        new MapSettings(
            map.scores(), Direction._1_IS_BEST, map.waiver(), map.segments(), map.otherwise()));
  }

  private static Vocabulary bins(int bins) {
    return scores(Map.of("rfm.bins", bins), true);
  }

  private static Vocabulary scores(Map<String, Integer> bins, boolean isHighestBest) {
    return new Vocabulary(List.of(new Offers.Scores(bins, isHighestBest)));
  }

  private static SegmentsSettings own(AMap map) {
    return settings("own", Map.of("own", map.settings()));
  }

  private static SegmentsSettings settings(String map, Map<String, MapSettings> maps) {
    return new SegmentsSettings(map, maps, AMap.PROSPECTS, AMap.NET_RETURNERS);
  }
}
