package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.EnumerablePropertySource;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A home whose configuration a test writes.
 *
 * @param folder of the home
 */
record AHome(Path folder) {
  /** Every score of five bins. */
  static final String ALL_CODES = allCodes();

  /** The settings that have no default. */
  static final String REQUIRED =
      """
      destinations:
        profiles:
          generic-csv:
            version: "1"
            source: https://example.com
            checked-on: 2026-01-01
            channel: any
            purpose: marketing
            format: ndjson
            columns:
              - {header: a, field: email, normaliser: email, hashed: true, need: required}
      ingest:
        sources:
          shop:
            feed: customers
            files: customers-*.csv
            columns:
              customer: id
      segments:
        lapsed:
          name: Lapsed
        prospects:
          name: Prospects
        net-returners:
          name: Net returners
        maps:
          rfm-125:
            segments:
              - name: Everyone
                codes: %s
      """
          .formatted(ALL_CODES);

  /** A home with nothing but the settings that have no default. */
  static AHome in(Path folder) {
    return new AHome(folder).with("required.yaml", REQUIRED);
  }

  /** Environment variables win over files: with one set, nothing can be said of the files. */
  static void assumeAnEmptyEnvironment() {
    assumeThat(System.getenv().keySet())
        .as("variables of the environment")
        .noneMatch(
            each ->
                each.matches(
                    "NIGHTJAR_(AUDIENCES|BUSINESS|CLUSTERING|DB|DESTINATIONS|INGEST|DELIVER)_.*"))
        .noneMatch(each -> each.matches("NIGHTJAR_(RFM|SEGMENTS)_.*"));
  }

  /** The same home with one more file of settings, which replace those of {@link #REQUIRED}. */
  AHome with(String file, String yaml) {
    var config = folder.resolve("config");
    try {
      Files.createDirectories(config);
      Files.writeString(config.resolve(file), yaml);
      var required = config.resolve("required.yaml");
      if (!file.equals("required.yaml") && Files.exists(required)) {
        Files.writeString(required, without(keys(config.resolve(file)), required));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys of a file, those of lists without their index; none if it cannot be read. */
  private static Set<String> keys(Path file) throws IOException {
    try {
      return YamlSettings.read("keys", file).stream()
          .flatMap(each -> Stream.of(((EnumerablePropertySource<?>) each).getPropertyNames()))
          .map(key -> key.replaceAll("\\[.*", ""))
          .collect(Collectors.toSet());
    } catch (YAMLException | CharacterCodingException e) {
      return Set.of();
    }
  }

  /** The settings of a file without some keys. */
  private static String without(Set<String> keys, Path file) throws IOException {
    var rest = new StringBuilder();
    for (var source : YamlSettings.read("rest", file)) {
      for (var key : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
        if (!keys.contains(key.replaceAll("\\[.*", ""))) {
          rest.append("\"%s\": \"%s\"%n".formatted(key, source.getProperty(key)));
        }
      }
    }
    return rest.toString();
  }

  AHome with(String yaml) {
    return with("nightjar.yaml", yaml);
  }

  Settings load(String... overrides) {
    return SettingsLoader.load(new Home(folder, folder, List.of(overrides)));
  }

  List<String> problems(String... overrides) {
    var bad = catchThrowableOfType(BadSettings.class, () -> load(overrides));
    assertThat(bad).as("settings that must not load").isNotNull();
    return bad.problems();
  }

  private static String allCodes() {
    var codes = new ArrayList<String>();
    for (int code = 111; code <= 555; code++) {
      if (String.valueOf(code).matches("[1-5]{3}")) {
        codes.add(String.valueOf(code));
      }
    }
    return String.join(" ", codes);
  }
}
