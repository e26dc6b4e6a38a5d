package dev.nightjar.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables that lineage names are those that the sources of a stage name. */
class StageTablesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/nightjar");
  private static final Pattern TABLE =
      Pattern.compile("dev\\.nightjar\\.db\\.(\\w+)\\.[Tt]ables\\.(?!records)(\\w+)");
  private static final Pattern VIEW = Pattern.compile("create or replace view (published\\.\\w+)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ingest",
        "orders",
        "rfm",
        "clustering",
        "forecast",
        "segments",
        "audiences",
        "publish",
        "deliver"
      })
  void aStageReadsTheTablesOfOthersAndWritesItsOwn(String stage) throws IOException {
    var named = tablesIn(stage);
    assertThat(StageTables.readBy(stage))
        .containsExactlyInAnyOrderElementsOf(
            named.stream().filter(each -> !each.startsWith(stage + ".")).toList());
    assertThat(StageTables.writtenBy(stage).stream().filter(each -> !each.startsWith("published.")))
        .containsExactlyInAnyOrderElementsOf(
            named.stream().filter(each -> each.startsWith(stage + ".")).toList());
  }

  @Test
  void everyPublishedViewIsWritten() throws IOException {
    var views = VIEW.matcher(Files.readString(Path.of("db/migration/R__published.sql")));
    assertThat(
            Stream.of("publish", "deliver")
                .flatMap(stage -> StageTables.writtenBy(stage).stream())
                .filter(each -> each.startsWith("published.")))
        .containsExactlyInAnyOrderElementsOf(views.results().map(hit -> hit.group(1)).toList());
  }

  private static Set<String> tablesIn(String stage) throws IOException {
    var tables = new TreeSet<String>();
    try (var files = Files.walk(SOURCES.resolve(stage))) {
      for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        tables.addAll(
            TABLE
                .matcher(Files.readString(file))
                .results()
                .map(hit -> hit.group(1) + "." + tableName(hit.group(2)))
                .collect(Collectors.toSet()));
      }
    }
    return tables;
  }

  /** jOOQ has a table as a constant, ORDER_PARTS, and as a class, OrderParts. */
  private static String tableName(String java) {
    boolean isConstant = java.equals(java.toUpperCase(Locale.ROOT));
    return (isConstant ? java : java.replaceAll("(?<=[a-z])(?=[A-Z])", "_"))
        .toLowerCase(Locale.ROOT);
  }
}
