package dev.nightjar.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.segments.SegmentsSettings.Segment;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentsNamesTest {
  private static final String REST =
      IntStream.rangeClosed(111, 554)
          .mapToObj(String::valueOf)
          .filter(c -> c.matches("[1-5]{3}"))
          .collect(Collectors.joining(" "));

  @Test
  void twoSegmentsOfOneNameAreAProblem() {
    assertThat(problems("All", "All", "Prospects", "", "")).isNotEmpty();
  }

  @Test
  void prospectsNamedAsASegmentAreAProblem() {
    assertThat(problems("All", "Best", "Best", "", "")).isNotEmpty();
  }

  @Test
  void codesOfProspectsAreAProblem() {
    assertThat(problems("All", "Best", "Prospects", "555", "")).isNotEmpty();
  }

  @Test
  void aSegmentThatNoScoreReachesIsAProblem() {
    var maps = Map.of("own", List.of(s("All", REST + " 555"), s("Nobody", "")));
    assertThat(new SegmentsSettings("own", maps, s("P", ""), s("N", "")).problems()).isNotEmpty();
  }

  private static List<String> problems(String a, String b, String p, String pCodes, String n) {
    var maps = Map.of("own", List.of(s(a, REST), s(b, "555")));
    return new SegmentsSettings("own", maps, s(p, pCodes), s("N", n)).problems();
  }

  private static Segment s(String name, String codes) {
    return new Segment(name, codes, "", "");
  }
}
