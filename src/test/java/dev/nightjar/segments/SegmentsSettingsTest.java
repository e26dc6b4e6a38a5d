package dev.nightjar.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.SharedFolder;
import dev.nightjar.pipeline.Home;
import dev.nightjar.pipeline.Settings;
import dev.nightjar.segments.SegmentsSettings.Segment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class SegmentsSettingsTest {
  private static final String ALL = String.join(" ", allCodes());

  @Test
  void theShippedMapNamesEachOf125CellsOnce() {
    var codes = shipped().maps().get("rfm-125").stream().flatMap(each -> each.codeList().stream());
    assertThat(codes.toList()).hasSize(125).containsExactlyInAnyOrderElementsOf(allCodes());
    assertThat(shipped().problems()).isEmpty();
  }

  @Test
  void theShippedMapIsThePublishedOne() {
    var file = SharedFolder.file("specs/segment-maps.json").toFile();
    var published = new HashMap<String, Set<String>>();
    new ObjectMapper()
        .readTree(file)
        .get("rfm-125")
        .forEachEntry((name, codes) -> published.put(name, words(codes.asString())));
    var shipped = new HashMap<String, Set<String>>();
    shipped()
        .maps()
        .get("rfm-125")
        .forEach(segment -> shipped.put(segment.name(), new TreeSet<>(segment.codeList())));
    assertThat(shipped).isEqualTo(published).hasSize(11);
  }

  @Test
  void everyShippedSegmentHasALineOfThePlaybook() {
    assertThat(shipped().segments())
        .hasSize(13)
        .allSatisfy(each -> assertThat(each.description()).isNotBlank())
        .allSatisfy(each -> assertThat(each.action()).isNotBlank());
  }

  @Test
  void segmentsThatScoresDoNotTellComeLast() {
    var settings = settings("own", segment("Best", "555"), segment("Rest", "111"));
    assertThat(settings.segments())
        .extracting(Segment::name)
        .containsExactly("Best", "Rest", "Prospects", "Net returners");
  }

  @Test
  void anExactPartitionHasNoProblem() {
    assertThat(settings("own", segment("Best", "555"), segment("Rest", without("555"))).problems())
        .isEmpty();
  }

  @Test
  void aMissingCellIsAProblem() {
    assertThat(settings("own", segment("All", without("111", "345"))).problems())
        .containsExactly("maps.own: no segment has 111, 345");
  }

  @Test
  void aCellOfTwoSegmentsIsAProblem() {
    assertThat(settings("own", segment("All", ALL), segment("Best", "555 554")).problems())
        .containsExactly(
            "maps.own: 555 belongs to All and to Best", "maps.own: 554 belongs to All and to Best");
  }

  @Test
  void aCodeWrittenTwiceIsAProblem() {
    assertThat(settings("own", segment("All", ALL + " 555")).problems())
        .containsExactly("maps.own: 555 belongs to All and to All");
  }

  @Test
  void aMalformedCodeIsAProblemAndNamesNoCell() {
    var codes = without("421", "412") + " 421x 42 0421 612 4-2";
    assertThat(settings("own", segment("All", codes)).problems())
        .containsExactly(
            "maps.own: 421x of All is no code",
            "maps.own: 42 of All is no code",
            "maps.own: 0421 of All is no code",
            "maps.own: 612 of All is no code",
            "maps.own: 4-2 of All is no code",
            "maps.own: no segment has 412, 421");
  }

  @Test
  void blanksAndLineEndsPartCodes() {
    var codes = " " + ALL.replace(" 333 ", " \n\t 333\u0020\u0020 ") + "\n";
    assertThat(settings("own", segment("All", codes)).problems()).isEmpty();
  }

  @Test
  void anUnknownMapIsAProblemThatNamesTheMapsThereAre() {
    var everyone = List.of(segment("All", ALL));
    var settings =
        new SegmentsSettings(
            "rfm-25", Map.of("rfm-125", everyone), segment("P", ""), segment("N", ""));
    assertThat(settings.problems())
        .containsExactly("map: there is no map rfm-25; there are: rfm-125");
  }

  @Test
  void mapsThatAreNotInUseAreCheckedToo() {
    var maps = Map.of("own", List.of(segment("All", ALL)), "other", List.<Segment>of());
    var settings = new SegmentsSettings("own", maps, segment("P", ""), segment("N", ""));
    assertThat(settings.problems())
        .singleElement()
        .asString()
        .startsWith("maps.other: no segment has 111, 112, ");
  }

  private static SegmentsSettings shipped() {
    var shop = Path.of("").toAbsolutePath();
    var settings = Settings.load(new Home(shop, shop, List.of()));
    return (SegmentsSettings) settings.sections().get("segments");
  }

  private static SegmentsSettings settings(String map, Segment... segments) {
    return new SegmentsSettings(
        map,
        Map.of(map, List.of(segments)),
        segment("Prospects", ""),
        segment("Net returners", ""));
  }

  private static Segment segment(String name, String codes) {
    return new Segment(name, codes, "", "");
  }

  private static String without(String... codes) {
    var others = new TreeSet<>(allCodes());
    others.removeAll(List.of(codes));
    return String.join(" ", others);
  }

  private static Set<String> words(String text) {
    return new TreeSet<>(Arrays.asList(text.split(" ")));
  }

  private static Set<String> allCodes() {
    var codes = new TreeSet<String>();
    for (int code = 111; code <= 555; code++) {
      if (String.valueOf(code).matches("[1-5]{3}")) {
        codes.add(String.valueOf(code));
      }
    }
    return codes;
  }
}
