package dev.nightjar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.Installation;
import dev.nightjar.kit.NightjarProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LintCommandTest {
  @TempDir Path home;

  @BeforeEach
  void configure() throws Exception {
    Installation.configure(home);
  }

  @Test
  void tellsOfEveryMapAndMoreOfTheOneInUse() throws Exception {
    var lint = nightjar("lint", "--set", "segments.map=r-rfm-classic");
    assertThat(lint.exitCode()).isZero();
    assertThat(lint.output())
        .containsPattern("Map +Form +Scores +Waiver +Cells +Named +Left to else")
        .containsPattern("r-rfm-classic \\(in use\\) +boxes +1-5 +yes +125 +89 +36 +39 +3\n")
        .containsPattern("klaviyo +codes +1-3 +– +27 +27 +0 +0 +0\n")
        .contains("36 of 125 cells are left to Others: 113, 114", "and 16 more\n")
        .contains("New Customers is never reached: Potential Loyalist has 411, 511\n")
        .contains("waiver: published so: 36 of 125 cells")
        .doesNotContain("At Risk goes before Hibernating")
        .endsWith("No problems.\n");
  }

  @Test
  void tellsOfOneMapToPrograms() throws Exception {
    var lint = nightjar("lint", "--map", "putler", "--json");
    assertThat(lint.exitCode()).isZero();
    var maps = JsonMapper.shared().readTree(lint.output()).get("maps");
    assertThat(maps).hasSize(1);
    assertThat(maps.get(0).get("map").asString()).isEqualTo("putler");
    assertThat(maps.get(0).get("cells").asInt()).isEqualTo(216);
    assertThat(maps.get(0).get("unreachable").get(0).asString()).isEqualTo("Can't Lose Them");
  }

  @Test
  void anUnknownMapIsAUsageErrorThatNamesTheMapsThereAre() throws Exception {
    var lint = nightjar("lint", "--map", "putlr");
    assertThat(lint.exitCode()).isEqualTo(2);
    assertThat(lint.output()).contains("There is no map putlr; there are: ", "putler", "rfm-125");
  }

  @Test
  void aMapOfOtherScoresThanThoseThatAreGivenIsAProblem() throws Exception {
    var lint = nightjar("lint", "--set", "segments.map=klaviyo");
    assertThat(lint.exitCode()).isEqualTo(3);
    assertThat(lint.output())
        .contains("klaviyo names scores of 3 bins, and rfm.bins is 5: set rfm.bins=3");
  }

  private NightjarProcess.Result nightjar(String... arguments) {
    return NightjarProcess.nightjar(home, arguments);
  }
}
