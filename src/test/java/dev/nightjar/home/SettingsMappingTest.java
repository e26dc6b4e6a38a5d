package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsMappingTest {
  /** Inboxes and an audience of the same names with nothing but what has no default. */
  private static final String INBOXES =
      """
      audiences:
        declared:
          vip: {select: {orders: {at-least: 0}}}
      ingest:
        sftp:
          shop: {host: localhost, password: secret}
        s3:
          shop: {bucket: files}
      """;

  @TempDir Path folder;

  @BeforeEach
  void theEnvironmentSaysNothing() {
    AHome.assumeAnEmptyEnvironment();
  }

  @Test
  void everyPropertyIsMapped() {
    var settings = AHome.in(folder).with(EverySetting.YAML).load();
    assertThat(FlatSettings.text(settings.sections())).isEqualTo(EverySettingBound.TEXT);
  }

  @Test
  void noPropertyIsUntested() {
    var plain = AHome.in(folder).with(INBOXES).load().sections();
    var full = AHome.in(folder).with(EverySetting.YAML).load().sections();
    assertThat(FlatSettings.unchanged(plain, full))
        .as("properties that are left at their default, as other rules take them")
        .containsExactlyInAnyOrder(
            "destinations.profiles.generic-csv.bom",
            "destinations.profiles.generic-csv.columns.0.name",
            "destinations.profiles.generic-csv.columns.0.algorithm",
            "rfm.recency.ranks",
            "rfm.frequency.at-threshold",
            "rfm.frequency.ranks",
            "rfm.monetary.ranks");
  }

  @Test
  void aPropertyLeftAtItsDefaultIsNoticed() {
    var plain = AHome.in(folder).with(INBOXES).load().sections();
    assertThat(FlatSettings.unchanged(plain, plain))
        .contains("ingest.sftp.shop.port", "ingest.s3.shop.prefix")
        .contains("rfm.window", "db.password", "ingest.folder.min-age", "segments.prospects.name")
        .contains("ingest.sources.shop.return-marker.order-prefix")
        .contains("segments.maps.rfm-125.segments.0.action", "rfm.rule", "rfm.recency.bins");
  }

  /** A comma parts the names of a plain text: whoever means one column writes a list of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id                  | id
          Kunden Nr.          | Kunden Nr.
          '["Amount, net"]'   | Amount, net
          '[a, "b, c"]'       | a ; b, c
          '"a, b"'            | a ; b
          'a,b'               | a ; b
          """)
  void columnsAreOneNameOrAListOfThem(String yaml, String columns) {
    var home =
        AHome.in(folder).with("ingest.sources.shop.columns: {email: %s}".formatted(block(yaml)));
    assertThat(FlatSettings.flat(home.load().sections()))
        .containsEntry("ingest.sources.shop.columns.email", List.of(columns.split(" ; ")));
  }

  private static String block(String yaml) {
    return yaml.startsWith("[") || yaml.startsWith("\"") ? yaml : "\"" + yaml + "\"";
  }
}
