package dev.nightjar.guess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Home;
import dev.nightjar.home.SettingsLoader;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * lint refuses a draft for its question marks alone, and takes it once they are decided as their
 * comments say: of every file that is given, whole and with any of its columns missing.
 */
class DraftsPassLintTest {
  private static final int FEWER_COLUMNS = Rounds.of(1, 10);
  private static final int MOST_LINES = 400;

  @TempDir Path folder;

  static Stream<String> files() {
    return Stream.of(
        "online_retail.csv.gz",
        "rfm_data_orders.csv",
        "cdnow_sample.txt",
        "exports/orders_export_1.csv",
        "exports/orders_export_2.csv",
        "exports/customers_export.csv",
        "exports/woo-orders-export.csv",
        "exports/orders-export-2026_06_26_02_00_01.csv",
        "exports/magento-export-gbp.csv",
        "exports/unified_payments.csv");
  }

  @ParameterizedTest
  @MethodSource("files")
  void aDraftIsRefusedForItsQuestionMarksAlone(String name) throws IOException {
    var file = SharedFolder.file("data/" + name);
    requireNothingElse(name, AnExport.of(file, null, null));
    var sample = Sample.of(file, null);
    var random = new Random(name.hashCode());
    for (int i = 0; i < FEWER_COLUMNS; i++) {
      requireNothingElse(name + ", variant " + i, AnExport.of(fewer(sample, random), null, null));
    }
  }

  private void requireNothingElse(String what, String draft) throws IOException {
    assertThat(problems(draft))
        .as("%s%n%s", what, draft)
        .allMatch(problem -> problem.contains(": is to be decided"));
    var decided = draft.lines().map(line -> decided(line, true)).collect(Collectors.joining("\n"));
    assertThat(problems(decided)).as("%s, decided%n%s", what, decided).isEmpty();
    var without = draft.lines().map(line -> decided(line, false)).collect(Collectors.joining("\n"));
    assertThat(problems(without)).as("%s, decided otherwise%n%s", what, without).isEmpty();
  }

  /**
   * A line as somebody decides it.
   *
   * @param isGiven whether a value is given where the line can also be removed
   */
  private static String decided(String line, boolean isGiven) {
    if (!line.contains("\"?\"")) {
      return line;
    }
    var key = line.strip().replaceAll(":.*", "");
    var indent = line.replaceAll("\\S.*", "");
    if (key.startsWith("consent-")) {
      return ""; // no purpose of anybody: the comment asks for the purpose's name instead
    }
    if (!isGiven && line.matches(".*(remove this line|remove the line if).*")) {
      return "";
    }
    return switch (key) {
      case "no-customer" -> indent + "no-customer: [till]";
      case "once-per-order" -> indent + "once-per-order: [total]";
      case "feed" -> indent + "feed: suppressions";
      case "zone" -> indent + "zone: America/New_York";
      case "kept-statuses" -> line.replaceAll("(, )?\"\\?\"", "");
      case "numbers" -> indent + "numbers: {decimal: \",\"}";
      case "currency" -> indent + "currency: GBP";
      case "date-format" -> indent + "date-format: dd/MM/yyyy";
      default -> indent + key + ": [Some column]";
    };
  }

  private List<String> problems(String draft) throws IOException {
    var config = Files.createDirectories(folder.resolve("config"));
    try (var shipped = Files.list(Path.of("config"))) {
      for (var file : shipped.filter(Files::isRegularFile).toList()) {
        var name = String.valueOf(file.getFileName());
        if (!name.equals("presets.yaml") && Files.notExists(config.resolve(name))) {
          Files.copy(file, config.resolve(name));
        }
      }
    }
    Files.writeString(config.resolve("sources.yaml"), draft);
    try {
      SettingsLoader.load(new Home(folder, folder, List.of()));
      return List.of();
    } catch (BadSettings bad) {
      return bad.problems();
    }
  }

  /** The first lines of a file, without some of its columns; others are emptied, or zero. */
  private Path fewer(Sample sample, Random random) throws IOException {
    var kept = new TreeSet<Integer>();
    for (int i = 0; i < sample.columns().size(); i++) {
      if (random.nextInt(4) > 0) {
        kept.add(i);
      }
    }
    int emptied = random.nextInt(sample.columns().size());
    int zero = random.nextInt(sample.columns().size());
    var lines = new ArrayList<String>();
    lines.add(
        kept.stream().map(i -> quoted(sample.columns().get(i))).collect(Collectors.joining(",")));
    for (var row : sample.rows().subList(0, Math.min(MOST_LINES, sample.rows().size()))) {
      lines.add(
          kept.stream()
              .map(i -> i == emptied ? "" : i == zero ? "0" : quoted(row[i]))
              .collect(Collectors.joining(",")));
    }
    return Files.write(folder.resolve("orders-2026.csv"), lines);
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }
}
