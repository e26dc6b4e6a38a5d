package dev.nightjar.home;

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
      alerts.on: [FAILURE, WARNING, APPROVAL, OVERDUE, RECOVERY]
      alerts.console: null
      alerts.overdue-after: PT26H
      alerts.repeat-after: PT24H
      alerts.timeout: PT10S
      alerts.retries: 2
      alerts.webhooks: {}
      alerts.email: null
      alerts.commands: {}
      audiences.holdout.percent: 0
      audiences.holdout.salt: null
      audiences.holdout.days: null
      audiences.suppressions.max-age: P3D
      audiences.suppressions.max-shrink: 0.2
      audiences.declared: {}
      business.zone: UTC
      business.currency: EUR
      business.rates: {}
      business.retention: null
      business.history: null
      clustering.population: BUYERS
      clustering.segment: null
      clustering.features.0.feature: RECENCY
      clustering.features.0.attribute: null
      clustering.features.0.value: null
      clustering.features.0.transform: LOG1P
      clustering.features.0.percentiles: [1.0, 99.0]
      clustering.features.1.feature: FREQUENCY
      clustering.features.1.attribute: null
      clustering.features.1.value: null
      clustering.features.1.transform: LOG1P
      clustering.features.1.percentiles: [1.0, 99.0]
      clustering.features.2.feature: MONETARY
      clustering.features.2.attribute: null
      clustering.features.2.value: null
      clustering.features.2.transform: LOG1P
      clustering.features.2.percentiles: [1.0, 99.0]
      clustering.scaling: Z_SCORE
      clustering.min-k: 3
      clustering.max-k: 8
      clustering.min-share: 0.01
      clustering.criterion: SIMPLIFIED_SILHOUETTE
      clustering.seed: 1
      clustering.starts: 10
      clustering.max-iterations: 300
      clustering.exact-up-to: 100000
      clustering.leaves: 2000
      clustering.sample: 2000
      clustering.refit: NIGHTLY
      clustering.min-adjusted-rand-index: 0.8
      clustering.naming: []
      clustering.tiers: [Silver, Gold, Platinum]
      console.enabled: true
      console.host: 127.0.0.1
      console.port: 8480
      console.behind-proxy: false
      console.certificate: null
      console.key: null
      console.idle: PT30M
      console.longest: PT12H
      console.metrics-token: null
      console.save-drafts: false
      console.api-requests: 600
      console.oidc.issuer: null
      console.oidc.client-id: null
      console.oidc.client-secret: null
      console.oidc.name-claim: preferred_username
      console.oidc.role-claim: groups
      db.url: null
      db.user: null
      db.password: null
      db.port: null
      deliver.destination: generic-csv
      deliver.folder: extracts
      deliver.outbox: var/outbox
      deliver.files: {}
      deliver.guard.max-removes: 0.3
      deliver.guard.max-growth: 1
      deliver.guard.max-changes: 0.3
      deliver.guard.from: 20
      deliver.retention: P90D
      deliver.deliveries: {}
      """
          + EveryDestinationBound.DEFAULTS
          + """
      forecast.min-repeat-buyers: 100
      gates.timeout: PT1M
      gates.checks: {}
      gates.declared: {}
      guess.presets: {}
      ingest.landing: var/landing
      ingest.poll: PT1M
      ingest.folder.enabled: true
      ingest.folder.path: inbox
      ingest.folder.min-age: PT2S
      ingest.sftp: {}
      ingest.s3: {}
      ingest.sources.shop.feed: CUSTOMERS
      ingest.sources.shop.files: customers-*.csv
      ingest.sources.shop.layout.format: null
      ingest.sources.shop.layout.encoding: null
      ingest.sources.shop.layout.delimiter: null
      ingest.sources.shop.layout.quote: "
      ingest.sources.shop.layout.header: true
      ingest.sources.shop.layout.sheets: []
      ingest.sources.shop.layout.skip-lines: null
      ingest.sources.shop.layout.comment: null
      ingest.sources.shop.layout.escape: null
      ingest.sources.shop.columns.customer: [id]
      ingest.sources.shop.constants: {}
      ingest.sources.shop.attributes: {}
      ingest.sources.shop.fill-down: []
      ingest.sources.shop.once-per-order: []
      ingest.sources.shop.date-format: [yyyy-MM-dd HH:mm:ss]
      ingest.sources.shop.locale: en
      ingest.sources.shop.zone: null
      ingest.sources.shop.numbers.decimal: .
      ingest.sources.shop.numbers.thousands: null
      ingest.sources.shop.keys.lower: false
      ingest.sources.shop.keys.strip: null
      ingest.sources.shop.keys.damaged: KEEP
      ingest.sources.shop.no-customer: [0, guest, null, nan, n/a, none, -, #N/A]
      ingest.sources.shop.currency: null
      ingest.sources.shop.kept-statuses: []
      ingest.sources.shop.return-marker.order-prefix: null
      ingest.sources.shop.return-marker.statuses: []
      ingest.sources.shop.return-marker.negative-quantity: false
      ingest.sources.shop.returns: NET
      ingest.sources.shop.free-lines: LEAVE_OUT
      ingest.sources.shop.duplicates: null
      ingest.sources.shop.same-name: CORRECTION
      ingest.sources.shop.expect.required: false
      ingest.sources.shop.expect.by: null
      ingest.sources.shop.expect.min-files: 1
      ingest.sources.shop.expect.max-files: null
      ingest.sources.shop.expect.min-rows: 0
      ingest.sources.shop.expect.max-rows: null
      ingest.sources.shop.expect.max-reject-share: 0.05
      lineage.namespace: nightjar
      lineage.folder: var/lineage
      lineage.retention: P400D
      lineage.http.url: null
      lineage.http.token: null
      lineage.http.timeout: PT5S
      metrics.file: null
      privacy.secret: null
      report.folder: reports
      report.retention: P400D
      rfm.rule: QUANTILE
      rfm.bins: 5
      rfm.window: P365D
      rfm.direction: n-is-best
      rfm.refit: NIGHTLY
      rfm.recency.rule: null
      rfm.recency.bins: null
      rfm.recency.thresholds: []
      rfm.recency.at-threshold: BELOW
      rfm.recency.ranks: ASCENDING
      rfm.frequency.rule: null
      rfm.frequency.bins: null
      rfm.frequency.thresholds: []
      rfm.frequency.at-threshold: BELOW
      rfm.frequency.ranks: ASCENDING
      rfm.frequency.counts: ORDERS
      rfm.monetary.rule: null
      rfm.monetary.bins: null
      rfm.monetary.thresholds: []
      rfm.monetary.at-threshold: BELOW
      rfm.monetary.ranks: ASCENDING
      rfm.monetary.value: SUM
      schedule.cron: null
      schedule.zone: null
      schedule.catch-up: 7
      segments.map: rfm-125
      segments.maps.rfm-125.scores.r: 1-5
      segments.maps.rfm-125.scores.f: 1-5
      segments.maps.rfm-125.scores.m: 1-5
      segments.maps.rfm-125.direction: n-is-best
      segments.maps.rfm-125.waiver:\s
      segments.maps.rfm-125.segments.0.name: Everyone
      segments.maps.rfm-125.segments.0.rank: null
      segments.maps.rfm-125.segments.0.codes: %s
      segments.maps.rfm-125.segments.0.patterns:\s
      segments.maps.rfm-125.segments.0.boxes: []
      segments.maps.rfm-125.segments.0.description:\s
      segments.maps.rfm-125.segments.0.action:\s
      segments.maps.rfm-125.segments.0.channel:\s
      segments.maps.rfm-125.segments.0.offer:\s
      segments.maps.rfm-125.else: null
      segments.lapsed.name: Lapsed
      segments.lapsed.description:\s
      segments.lapsed.action:\s
      segments.lapsed.channel:\s
      segments.lapsed.offer:\s
      segments.prospects.name: Prospects
      segments.prospects.description:\s
      segments.prospects.action:\s
      segments.prospects.channel:\s
      segments.prospects.offer:\s
      segments.net-returners.name: Net returners
      segments.net-returners.description:\s
      segments.net-returners.action:\s
      segments.net-returners.channel:\s
      segments.net-returners.offer:\s
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
    var inboxes = "ingest: {sftp: {a: {host: h, password: p}}, s3: {b: {bucket: files}}}";
    assertThat(FlatSettings.text(AHome.in(folder).with(inboxes).load().sections()))
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
    assertThat(SettingsLoader.load(new Home(shop, shop, List.of())).sections())
        .containsOnlyKeys(
            "alerts audiences business clustering console db deliver destinations forecast gates guess ingest lineage metrics privacy report rfm schedule segments"
                .split(" "));
  }

  @Test
  void optionWinsOverFile() {
    var home = AHome.in(folder).with("rfm: {window: P30D}\nclustering: {min-k: 4}");
    assertThat(FlatSettings.flat(home.load("rfm.window=all").sections()))
        .containsEntry("rfm.window", "all")
        .containsEntry("clustering.min-k", 4);
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
