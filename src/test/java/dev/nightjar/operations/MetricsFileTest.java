package dev.nightjar.operations;

import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The figures of the file, and those that the rules and the dashboard name. */
@DatabaseTest
class MetricsFileTest {
  private static final Pattern NAME = Pattern.compile("nightjar_[a-z_]+");
  private static final Pattern LINE =
      Pattern.compile("nightjar_[a-z_]+(\\{[a-z]+=\"[^\"]+\"\\})? -?[0-9.E-]+");

  @Test
  void theFileIsWrittenByEachNightAndTheRulesAndTheDashboardNameItsFigures(Shop shop)
      throws IOException {
    shop.with("metrics.file=var/metrics/nightjar.prom");
    ANight.in(shop, "2025-01-31").withOrders("A 1 day ago 10.00", "B 2 days ago 20.00").deliver();
    assertThat(nightjar(shop, "run", "--date", "2025-01-31").exitCode()).isZero();
    var file = shop.folder().resolve("var/metrics/nightjar.prom");
    var lines = Files.readAllLines(file);
    assertThat(lines).filteredOn(line -> !line.startsWith("#")).allMatch(LINE.asMatchPredicate());
    assertThat(lines)
        .contains(
            "# TYPE nightjar_lines_read gauge",
            "nightjar_lines_read{source=\"shop-orders\"} 2",
            "nightjar_nights_unfinished 0",
            "nightjar_night_business_date_timestamp_seconds 1738281600",
            "nightjar_audience_customers{audience=\"everybody\"} 2");
    var names =
        lines.stream()
            .filter(line -> line.startsWith("# TYPE "))
            .map(line -> line.split(" ")[2])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(names("ops/alerts.yaml")).isSubsetOf(names);
    assertThat(names("ops/dashboard.json")).as("every figure has its picture").isEqualTo(names);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).as("no part is left").containsExactly(file);
    }
  }

  @Test
  void aNightThatFailsIsCounted(Shop shop) throws IOException {
    shop.with("metrics.file=var/nightjar.prom")
        .with("ingest.sources.shop-orders.expect.required=true");
    assertThat(nightjar(shop, "run", "--date", "2025-01-31").exitCode()).isEqualTo(1);
    assertThat(Files.readAllLines(shop.folder().resolve("var/nightjar.prom")))
        .contains("nightjar_nights_unfinished 1");
  }

  @Test
  void theDashboardIsJsonAndTheRulesNameHeadings() throws IOException {
    assertThat(JsonMapper.shared().readTree(Path.of("ops/dashboard.json").toFile()).get("panels"))
        .isNotEmpty();
    var runbook = Files.readString(Path.of("ops/runbook.md"));
    Pattern.compile("runbook.md#(\\S+)")
        .matcher(Files.readString(Path.of("ops/alerts.yaml")))
        .results()
        .map(hit -> hit.group(1).replace('-', ' '))
        .forEach(heading -> assertThat(runbook).containsIgnoringCase("## " + heading + "\n"));
  }

  private static Set<String> names(String file) throws IOException {
    return NAME.matcher(Files.readString(Path.of(file)))
        .results()
        .map(hit -> hit.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
