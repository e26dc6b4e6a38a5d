package dev.nightjar.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.home.Home;
import dev.nightjar.home.SettingsLoader;
import dev.nightjar.home.Vocabulary;
import dev.nightjar.kit.SharedFolder;
import dev.nightjar.ports.MapLinter.MapReport;
import dev.nightjar.segments.MapSettings.Box;
import dev.nightjar.segments.MapSettings.Direction;
import dev.nightjar.segments.MapSettings.ScoredSegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The maps that ship, against those that were published. */
class PresetsTest {
  private static final SegmentsSettings SHIPPED = shipped();

  private static final List<String> NAMES = List.copyOf(SHIPPED.maps().keySet());

  @Test
  void shipUnderTheNamesTheyAreKnownBy() {
    assertThat(SHIPPED.maps())
        .containsOnlyKeys(
            "r-rfm-current",
            "r-rfm-classic",
            "rf-regex",
            "rfm-125",
            "klaviyo",
            "putler",
            "quartile-patterns",
            "tiers");
    assertThat(SHIPPED.map()).isEqualTo("rfm-125");
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void passTheLinter(String map) {
    assertThat(new MapLint(map(map), SHIPPED.read(map(map))).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "r-rfm-current, 125, 10, 58",
    "r-rfm-classic, 125, 36, 39",
    "rf-regex, 125, 0, 0",
    "rfm-125, 125, 0, 0",
    "klaviyo, 27, 0, 0",
    "putler, 216, 0, 122",
    "quartile-patterns, 64, 30, 14",
    "tiers, 125, 0, 0"
  })
  void leaveAndSharesCellsAsPublished(String map, int cells, int leftToElse, int overlaps) {
    var report = report(map);
    assertThat(report.cells()).isEqualTo(cells);
    assertThat(report.leftToElse()).hasSize(leftToElse);
    assertThat(report.overlapping()).isEqualTo(overlaps);
    var named = SHIPPED.read(map(map)).cells();
    assertThat(named).hasSize(cells);
    assertThat(named.stream().filter(cell -> cell.rule().equals("else"))).hasSize(leftToElse);
  }

  @Test
  void waiveExactlyTheNamesThatTheirPublishersMadeUnreachable() {
    assertThat(report("r-rfm-classic").unreachable())
        .containsExactly("New Customers", "Promising", "Can't Lose Them");
    assertThat(report("putler").unreachable()).containsExactly("Can't Lose Them");
    assertThat(NAMES.stream().filter(each -> !report(each).unreachable().isEmpty()))
        .containsExactlyInAnyOrder("r-rfm-classic", "putler");
    assertThat(NAMES.stream().filter(each -> !map(each).waiver().isEmpty()))
        .containsExactlyInAnyOrder("r-rfm-classic", "r-rfm-current", "putler");
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void haveALineOfThePlaybookForEverySegment(String map) {
    assertThat(SHIPPED.read(map(map)).segments())
        .allSatisfy(each -> assertThat(each.description()).isNotBlank())
        .allSatisfy(each -> assertThat(each.action()).isNotBlank())
        .allSatisfy(each -> assertThat(each.channel()).isNotBlank())
        .allSatisfy(each -> assertThat(each.offer()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"r-rfm-current", "r-rfm-classic", "putler"})
  void boxesAreThePublishedOnesInTheirOrder(String map) {
    var rules = new ArrayList<List<String>>();
    published(map).get("rules").forEach(rule -> rules.add(texts(rule)));
    assertThat(map(map).segments()).extracting(PresetsTest::asPublished).isEqualTo(rules);
  }

  @Test
  void patternsAreThePublishedOnes() {
    var rules = new HashMap<String, String>();
    published("rf-regex").forEachEntry((name, pattern) -> rules.put(name, pattern.asString()));
    assertThat(map("rf-regex").segments())
        .hasSize(10)
        .allSatisfy(each -> assertThat(each.patterns()).isEqualTo(rules.get(each.name())));
  }

  @ParameterizedTest
  @CsvSource({"rfm-125, 11", "klaviyo, 6"})
  void codesAreThePublishedOnes(String map, int segments) {
    var rules = new ArrayList<String>();
    published(map).forEachEntry((name, codes) -> rules.add(name + ": " + codes.asString()));
    assertThat(map(map).segments())
        .hasSize(segments)
        .extracting(each -> each.name() + ": " + each.codes())
        .isEqualTo(rules);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, Best customers",
    "1, 4, 1, Newest customers",
    "4, 4, 1, Slipping",
    "2, 1, 3, 'Faithful, promising'",
    "1, 1, 4, 'Faithful, promising'",
    "3, 3, 1, Biggest spenders",
    "2, 1, 1, Biggest spenders",
    "2, 1, 2, Loyal",
    "2, 2, 2, Others"
  })
  void quartilePatternsNameAsPublished(int r, int f, int m, String segment) {
    assertThat(new AMap(map("quartile-patterns")).at(r, f, m)).startsWith(segment + " by ");
    assertThat(map("quartile-patterns").direction()).isEqualTo(Direction._1_IS_BEST);
  }

  @Test
  void segmentsAreRankedWhereTheOrderOfTheMatchIsNotThatOfTheirWorth() {
    assertThat(names("r-rfm-current"))
        .startsWith("Champions", "Loyal Customers", "Potential Loyalist", "New Customers")
        .endsWith("Can't Lose Them", "Lost", "Others", "Lapsed", "Prospects", "Net returners");
    assertThat(names("quartile-patterns"))
        .startsWith("Best customers", "Biggest spenders", "Loyal")
        .endsWith("Slipping", "Others", "Lapsed", "Prospects", "Net returners");
    assertThat(names("tiers")).startsWith("Platinum", "Gold", "Silver");
  }

  private static List<String> names(String map) {
    return SHIPPED.read(map(map)).segments().stream().map(Segment::name).toList();
  }

  /** Name, then both ends of each range. */
  private static List<String> asPublished(ScoredSegment segment) {
    assertThat(segment.boxes()).hasSize(1);
    Box box = segment.boxes().get(0);
    var ends = new ArrayList<>(List.of(segment.name()));
    Stream.of(box.r(), box.f(), box.m(), box.fm())
        .filter(range -> range != null)
        .forEach(range -> ends.addAll(ends(range)));
    return ends;
  }

  private static List<String> ends(String range) {
    var ends = List.of(range.split("-"));
    return List.of(ends.get(0), ends.get(ends.size() - 1));
  }

  private static List<String> texts(JsonNode rule) {
    var texts = new ArrayList<String>();
    rule.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  private static JsonNode published(String map) {
    var file = SharedFolder.file("specs/segment-maps.json").toFile();
    return new ObjectMapper().readTree(file).get(map);
  }

  private static MapReport report(String map) {
    return new MapReports(SHIPPED, new Vocabulary(List.of()))
        .examine().stream().filter(each -> each.map().equals(map)).findFirst().orElseThrow();
  }

  private static MapSettings map(String name) {
    return Objects.requireNonNull(SHIPPED.maps().get(name), name);
  }

  private static SegmentsSettings shipped() {
    var shop = Path.of("").toAbsolutePath();
    return SettingsLoader.load(new Home(shop, shop, List.of())).records().stream()
        .filter(SegmentsSettings.class::isInstance)
        .map(SegmentsSettings.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
