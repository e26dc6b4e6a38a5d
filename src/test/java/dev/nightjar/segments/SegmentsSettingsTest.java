package dev.nightjar.segments;

import static dev.nightjar.segments.AMap.boxes;
import static dev.nightjar.segments.AMap.codes;
import static dev.nightjar.segments.AMap.patterns;
import static dev.nightjar.segments.AMap.where;
import static dev.nightjar.segments.AMap.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.facts.FactConditions;
import dev.nightjar.facts.Range;
import dev.nightjar.home.Offers;
import dev.nightjar.home.Vocabulary;
import dev.nightjar.segments.MapSettings.Direction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsSettingsTest {
  private static final AMap EVERYONE = AMap.of(patterns("All", "???"));

  @Test
  void segmentsThatScoresDoNotTellComeLast() {
    assertThat(own(AMap.of(codes("Best", "555"), codes("Rest", without("555")))).segments())
        .extracting(Segment::name)
        .containsExactly("Best", "Rest", "Lapsed", "Prospects", "Net returners");
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
    var bins =
        scores(
            List.of(
                metric("recency", 5, "rfm.recency.bins"),
                metric("frequency", 3, "rfm.bins"),
                metric("monetary", 3, "rfm.bins")),
            true);
    assertThat(own(EVERYONE.scores("1-3")).problems(bins))
        .containsExactly(
            "map: own names scores of 3 bins, and rfm.recency.bins is 5: set rfm.recency.bins=3");
    var map = AMap.of(patterns("All", "???")).scores("1-5", "1-3", "0-2");
    assertThat(own(map).problems()).isEmpty();
    assertThat(own(map).problems(bins)).isEmpty();
    assertThat(own(map).problems(bins(5)))
        .containsExactly(
            "map: own names 3 scores of frequency, and rfm.bins is 5: set rfm.frequency.bins=3",
            "map: own names 3 scores of monetary, and rfm.bins is 5: set rfm.monetary.bins=3");
  }

  /** What one message asks for must not be what another refuses. */
  @Test
  void aMeanAsksForAMapOfTwoScoresAndNotForOtherBins() {
    var mean =
        scores(
            List.of(
                metric("recency", 5, "rfm.bins"),
                metric("frequency", 5, "rfm.bins"),
                metric("monetary", 2, "rfm.monetary.rule")),
            true);
    assertThat(own(EVERYONE).problems(mean))
        .containsExactly(
            "map: own names 5 scores of monetary, and rfm.monetary.rule=mean makes two: choose"
                + " another rule, or a map with scores: {m: 1-2}");
    var map = AMap.of(patterns("All", "???")).scores("1-5", "1-5", "1-2");
    assertThat(own(map).problems(mean)).isEmpty();
  }

  @Test
  void anUnknownAttributeIsAProblemThatNamesTheNearest() {
    var conditions =
        new FactConditions(
            Range.ANY, Range.ANY, Range.ANY, Range.ANY, Map.of("contry", List.of("DE")));
    var map = AMap.of(boxes("Abroad", where(null, null, null, conditions)), patterns("All", "???"));
    assertThat(own(map).problems()).isEmpty();
    var sources = new Offers.Sources(Set.of("paid-by"), List.of(), Map.of());
    assertThat(own(map).problems(new Vocabulary(List.of(sources))))
        .containsExactly("maps.own: there is no attribute contry; did you mean country?");
  }

  @Test
  void offersTheLowestScoreOfEachMetric() {
    var map = AMap.of(patterns("All", "???")).scores("1-5", "1-3", "0-2");
    var vocabulary = new Vocabulary(own(map).offers());
    assertThat(Stream.of("recency", "frequency", "monetary").map(vocabulary::lowestScore))
        .containsExactly(1, 1, 0);
  }

  @Test
  void theLinterSaysWhichCellsAndSegmentsCannotOccur() {
    var scores =
        scores(
            List.of(
                new Offers.Metric("recency", 3, "rfm.bins", Set.of(1)),
                metric("frequency", 2, "rfm.bins"),
                metric("monetary", 2, "rfm.bins")),
            true);
    var map =
        AMap.of(patterns("Gone", "0??"), patterns("Good", "22?"), patterns("All", "???"))
            .scores("0-2", "1-2", "1-2");
    assertThat(own(map).problems()).isEmpty();
    var report = new MapReports(own(map), scores).examine().get(0);
    assertThat(report.impossibleCells()).containsExactly("011", "012", "021", "022");
    assertThat(report.impossibleSegments()).containsExactly("Gone");
    assertThat(report.notes())
        .contains(
            "with the settings of rfm, 4 of 12 cells cannot occur: 011, 012, 021, 022",
            "Gone cannot occur: all of its cells are among these");
    var mirrored = scores(scores.scores().orElseThrow().metrics(), false);
    assertThat(new MapReports(own(map), mirrored).examine().get(0).impossibleCells())
        .containsExactly("211", "212", "221", "222");
  }

  @Test
  void scoresFromZeroHaveOneBinMore() {
    assertThat(own(EVERYONE.scores("0-5")).problems(bins(6))).isEmpty();
  }

  @Test
  void scoresOfTheOtherDirectionAreAProblem() {
    assertThat(own(EVERYONE).problems(bins(5, false)))
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
    assertThat(own(oneIsBest()).problems(bins(5, false))).isEmpty();
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
        .containsExactly("Best", "Lapsed", "Net returners", "Prospects", "Rest");
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
    return bins(bins, true);
  }

  private static Vocabulary bins(int bins, boolean isHighestBest) {
    return scores(
        Stream.of("recency", "frequency", "monetary")
            .map(metric -> metric(metric, bins, "rfm.bins"))
            .toList(),
        isHighestBest);
  }

  private static Offers.Metric metric(String name, int bins, String setting) {
    return new Offers.Metric(name, bins, setting, Set.of());
  }

  private static Vocabulary scores(List<Offers.Metric> metrics, boolean isHighestBest) {
    return new Vocabulary(List.of(new Offers.Scores(metrics, isHighestBest, null)));
  }

  private static SegmentsSettings own(AMap map) {
    return settings("own", Map.of("own", map.settings()));
  }

  private static SegmentsSettings settings(String map, Map<String, MapSettings> maps) {
    return new SegmentsSettings(map, maps, AMap.LAPSED, AMap.PROSPECTS, AMap.NET_RETURNERS);
  }
}
