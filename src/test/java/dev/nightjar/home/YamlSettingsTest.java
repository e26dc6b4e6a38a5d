package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlSettingsTest {
  @TempDir Path folder;

  @BeforeEach
  void theEnvironmentSaysNothing() {
    AHome.assumeAnEmptyEnvironment();
  }

  /** Nine aliases a level: the fifth is beyond SnakeYAML's limit, the seventh beyond memory. */
  @ParameterizedTest
  @ValueSource(ints = {5, 10})
  @Timeout(20)
  void aliasesThatMultiplyAreAProblem(int levels) {
    assertThat(AHome.in(folder).with(aliases(levels, 9)).problems())
        .singleElement()
        .asString()
        .contains("nightjar.yaml: is not YAML: ");
  }

  /** Few enough for SnakeYAML's limit on aliases, and still 7^8 values. */
  @Test
  @Timeout(20)
  void fewAliasesThatMultiplyAreAProblemToo() {
    assertThat(AHome.in(folder).with(aliases(7, 7)).problems())
        .singleElement()
        .asString()
        .contains("nightjar.yaml: is not YAML: ", "holds more than 100,000 values");
  }

  @Test
  @Timeout(20)
  void anAliasOfItselfIsAProblem() {
    assertThat(AHome.in(folder).with("rfm: &all\n  window: *all\n").problems())
        .singleElement()
        .asString()
        .contains("nightjar.yaml: is not YAML: line 1", "levels");
  }

  @Test
  void anAliasStandsForWhatItNames() {
    var yaml = "clustering: {tiers: &names [a, b]}\naudiences.declared.x.select.segments: *names";
    assertThat(
            FlatSettings.flat(
                AHome.in(folder)
                    .with("rfm.bins: &b 5\n" + "rfm.recency.bins: *b")
                    .load()
                    .sections()))
        .containsEntry("rfm.recency.bins", 5);
    assertThat(AHome.in(folder).with(yaml).problems())
        .anyMatch(each -> each.contains("there is no segment a"))
        .anyMatch(each -> each.contains("there is no segment b"));
  }

  /** YAML 1.1 would read false, false, 8, 1000, 90 and 2026-01-01 with a time. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "NO",
        "off",
        "010",
        "1_000",
        "1:30",
        "2026-01-01",
        "0.10",
        "True",
        "NULL",
        "Null",
        "=",
        "<<",
        "1e3",
        ".5"
      })
  void plainWordsStayAsTheyAreWritten(String word) {
    var yaml = "ingest.sources.shop.kept-statuses: [%s]\naudiences.holdout.salt: %s";
    assertThat(
            FlatSettings.flat(AHome.in(folder).with(yaml.formatted(word, word)).load().sections()))
        .containsEntry("ingest.sources.shop.kept-statuses", List.of(word))
        .containsEntry("audiences.holdout.salt", word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "# a comment"})
  void nothingIsNothing(String word) {
    var yaml = "rfm:\n  window: %s\n  bins: 4".formatted(word);
    assertThat(AHome.in(folder).with(yaml).problems()).anyMatch(each -> each.contains("window"));
  }

  @Test
  void aNameThatYaml11TookForABooleanIsAKey() {
    var yaml = "ingest.sources.shop.constants: {country: NO}\nsegments.maps: {no: {segments: []}}";
    assertThat(AHome.in(folder).with(yaml).problems())
        .anyMatch(each -> each.contains("segments.maps.no.segments: "))
        .noneMatch(each -> each.contains("false"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "off", "yes", "No", "1", "0"})
  void onlyTrueAndFalseAreBooleans(String word) {
    assertThat(AHome.in(folder).with("ingest.folder.enabled: " + word).problems())
        .containsExactly("nightjar.yaml:1:24: ingest.folder.enabled: is neither true nor false");
    assertThat(AHome.in(folder).with("").problems("ingest.folder.enabled=" + word))
        .containsExactly("--set ingest.folder.enabled: is neither true nor false");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "False, false", "FALSE, false"})
  void trueAndFalseAreBooleans(String word, boolean value) {
    var home = AHome.in(folder).with("ingest.folder.enabled: " + word);
    assertThat(FlatSettings.flat(home.load().sections()))
        .containsEntry("ingest.folder.enabled", value);
  }

  @Test
  void optionsTakeListsAndMapsAsFilesDo() {
    var flat =
        FlatSettings.flat(
            AHome.in(folder)
                .load(
                    "clustering.tiers=[Low, \"High, higher\"]",
                    "audiences.holdout={percent: 5, salt: a}",
                    "ingest.sources.shop.files=[abc]*")
                .sections());
    assertThat(flat)
        .containsEntry("clustering.tiers", List.of("Low", "High, higher"))
        .containsEntry("audiences.holdout.salt", "a")
        .containsEntry("ingest.sources.shop.files", "[abc]*");
    assertThat(AHome.in(folder).problems("clustering.tiers=[Low"))
        .singleElement()
        .asString()
        .startsWith("--set clustering.tiers: is not YAML: line 1");
  }

  /** A key with an escape sequence could clear the screen, or add a line of its own to a log. */
  @Test
  void charactersThatCannotBeSeenAreEscaped() throws Exception {
    var problems =
        AHome.in(folder)
            .with("rfm: {\"\\e[2Jbins\": 5, \"a\\nNo problems.\": 1, \"\\u202ebins\": 2}")
            .with("own\u001b[31m\nNo problems.yaml", "rfm: [")
            .problems();
    assertThat(problems)
        .anyMatch(each -> each.contains("\\u001b[2Jbins"))
        .anyMatch(each -> each.contains("a\\u000aNo problems."))
        .anyMatch(each -> each.contains("\\u202ebins"))
        .anyMatch(each -> each.contains("own\\u001b[31m\\u000aNo problems.yaml: is not YAML"))
        .allMatch(each -> each.codePoints().noneMatch(Character::isISOControl));
  }

  @Test
  void aFileThatIsNotInUtf8IsAProblem() throws Exception {
    AHome.in(folder);
    Files.write(folder.resolve("config/z.yaml"), "# é".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(new AHome(folder).problems())
        .containsExactly(folder.resolve("config/z.yaml") + ": is not in UTF-8");
  }

  @Test
  void tagsAreNotUnderstood() {
    assertThat(AHome.in(folder).with("rfm: !mine []").problems())
        .singleElement()
        .asString()
        .contains("nightjar.yaml: is not YAML: line 1, column 6: tags are not supported");
  }

  private static String aliases(int levels, int each) {
    var yaml = new StringBuilder("rfm:\n  l0: &l0 [x]\n");
    for (int level = 1; level <= levels; level++) {
      var names = ("*l" + (level - 1) + " , ").repeat(each);
      yaml.append("  l%d: &l%d [%s]\n".formatted(level, level, names));
    }
    return yaml.toString();
  }
}
