package dev.nightjar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.assertj.core.api.InstanceOfAssertFactories.collection;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final String DEFAULTS =
      """
      business.zone: UTC
      business.currency: EUR
      clustering.min-k: 3
      clustering.max-k: 8
      clustering.seed: 1
      clustering.starts: 10
      clustering.max-iterations: 300
      db.url: null
      db.user: null
      db.password: null
      ingest.landing: var/landing
      ingest.folder.enabled: true
      ingest.folder.path: inbox
      ingest.folder.min-age: PT2S
      ingest.sftp: {}
      ingest.s3: {}
      ingest.sources.shop.feed: CUSTOMERS
      ingest.sources.shop.files: customers-*.csv
      ingest.sources.shop.columns.customer: id
      ingest.sources.shop.delimiter: ,
      ingest.sources.shop.date-format: yyyy-MM-dd HH:mm:ss
      ingest.sources.shop.zone: null
      ingest.sources.shop.currency: null
      ingest.sources.shop.kept-statuses: []
      ingest.sources.shop.return-marker.order-prefix: null
      ingest.sources.shop.return-marker.statuses: []
      ingest.sources.shop.return-marker.negative-quantity: false
      ingest.sources.shop.returns: NET
      ingest.sources.shop.duplicates: KEEP
      ingest.sources.shop.max-reject-share: 0.05
      ingest.sources.shop.on-bad-file: GO_ON
      publish.destination: generic-csv
      publish.folder: extracts
      publish.outbox: var/outbox
      rfm.rule: QUANTILE
      rfm.bins: 5
      rfm.window: P365D
      segments.map: rfm-125
      segments.maps.rfm-125.0.name: Everyone
      segments.maps.rfm-125.0.codes: %s
      segments.maps.rfm-125.0.description:\s
      segments.maps.rfm-125.0.action:\s
      segments.prospects.name: Prospects
      segments.prospects.codes:\s
      segments.prospects.description:\s
      segments.prospects.action:\s
      segments.net-returners.name: Net returners
      segments.net-returners.codes:\s
      segments.net-returners.description:\s
      segments.net-returners.action:\s
      """
          .formatted(AHome.ALL_CODES);

  @TempDir Path folder;

  @BeforeEach
  void theEnvironmentSaysNothing() {
    AHome.assumeAnEmptyEnvironment();
  }

  @Test
  void everyPropertyHasItsDefault() {
    assertThat(FlatSettings.text(AHome.in(folder).load().sections())).isEqualTo(DEFAULTS);
  }

  @Test
  void everyPropertyOfAnInboxHasItsDefault() {
    var home =
        AHome.in(folder)
            .with("ingest: {sftp: {a: {host: h, password: p}}, s3: {b: {bucket: files}}}");
    assertThat(FlatSettings.text(home.load().sections()))
        .contains(
            """
            ingest.sftp.a.host: h
            ingest.sftp.a.port: 22
            ingest.sftp.a.path: inbox
            ingest.sftp.a.user: nightjar
            ingest.sftp.a.password: p
            ingest.sftp.a.key-file: null
            ingest.sftp.a.passphrase: null
            ingest.sftp.a.known-hosts: config/known_hosts
            ingest.sftp.a.done-file: null
            ingest.sftp.a.after: ARCHIVE
            ingest.sftp.a.min-age: PT10S
            ingest.s3.b.bucket: files
            ingest.s3.b.prefix: inbox/
            ingest.s3.b.after: ARCHIVE
            ingest.s3.b.archive-prefix: landed/
            ingest.s3.b.region: eu-west-1
            ingest.s3.b.endpoint: null
            ingest.s3.b.path-style: null
            """);
  }

  @Test
  void shippedConfigurationHasNoProblem() {
    var shop = Path.of("").toAbsolutePath();
    assertThat(Settings.load(new Home(shop, shop, List.of())).sections())
        .containsOnlyKeys("business", "clustering", "db", "ingest", "publish", "rfm", "segments");
  }

  @Test
  void optionWinsOverFile() {
    var home = AHome.in(folder).with("rfm: {window: P30D, bins: 4}");
    assertThat(FlatSettings.flat(home.load("rfm.window=all").sections()))
        .containsEntry("rfm.window", "all")
        .containsEntry("rfm.bins", 4);
  }

  @Test
  void firstFileByNameWins() {
    var home = AHome.in(folder).with("a.yaml", "rfm.bins: 3").with("b.yaml", "rfm.bins: 4");
    assertThat(FlatSettings.flat(home.load().sections())).containsEntry("rfm.bins", 3);
  }

  @Test
  void sourcesKeepTheirOrder() {
    var source = "{feed: customers, files: '*', columns: {customer: id}}";
    var yaml = "ingest: {sources: {zebra: %1$s, ape: %1$s, mole: %1$s}}".formatted(source);
    var ingest = AHome.in(folder).with(yaml).load().effective().get("ingest");
    assertThat(ingest)
        .asInstanceOf(MAP)
        .extractingByKey("sources", MAP)
        .extracting(Map::keySet, collection(Object.class))
        .containsExactly("zebra", "ape", "mole", "shop");
  }
}
