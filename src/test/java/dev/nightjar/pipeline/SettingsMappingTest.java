package dev.nightjar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsMappingTest {
  /** Every key with another value than its default. */
  private static final String EVERYTHING =
      """
      business:
        zone: Asia/Tokyo
        currency: JPY
      clustering:
        min-k: 4
        max-k: 9
        seed: 17
        starts: 3
        max-iterations: 50
      db:
        url: jdbc:postgresql://db.example:5432/shop
        user: owner
        password: geheim
      ingest:
        landing: files/landing
        folder:
          enabled: false
          path: drop
          min-age: 1m
        sftp:
          shop:
            host: sftp.example
            port: 2222
            path: outgoing
            user: shop
            password: pass1234
            key-file: keys/id_ed25519
            passphrase: phrase1234
            known-hosts: keys/known_hosts
            done-file: "{name}.done"
            after: delete
            min-age: 1m
        s3:
          shop:
            bucket: shop-files
            prefix: new/
            after: tag
            archive-prefix: old/
            region: us-east-1
            endpoint: http://localhost:9000
            path-style: false
        sources:
          shop:
            feed: order-lines
            files: orders-*.tsv
            columns:
              order: a
              customer: b
              ordered-at: c
              quantity: d
              unit-price: e
            delimiter: ";"
            date-format: dd.MM.yyyy
            zone: America/New_York
            currency: USD
            kept-statuses: [done, sent]
            return-marker:
              order-prefix: R
              statuses: [back]
              negative-quantity: true
            returns: ignore
            duplicates: drop-identical
            max-reject-share: 0.5
            on-bad-file: stop
      publish:
        destination: crm
        folder: out
        outbox: tmp/outbox
      rfm:
        rule: quantile
        bins: 4
        window: P2Y
      segments:
        map: own
        maps:
          rfm-125:
            - {name: All, codes: "555 %1$s", description: All of them, action: Write}
          own:
            - {name: Each, codes: "%2$s", description: Each of them, action: Call}
        prospects: {name: Leads, description: No order, action: Invite}
        net-returners: {name: Returners, description: Sent back, action: Ask}
      """
          .formatted(AHome.ALL_CODES.replace(" 555", ""), AHome.ALL_CODES);

  /** The same, bound. */
  private static final String MAPPED =
      """
      business.zone: Asia/Tokyo
      business.currency: JPY
      clustering.min-k: 4
      clustering.max-k: 9
      clustering.seed: 17
      clustering.starts: 3
      clustering.max-iterations: 50
      db.url: jdbc:postgresql://db.example:5432/shop
      db.user: owner
      db.password: geheim
      ingest.landing: files/landing
      ingest.folder.enabled: false
      ingest.folder.path: drop
      ingest.folder.min-age: PT1M
      ingest.sftp.shop.host: sftp.example
      ingest.sftp.shop.port: 2222
      ingest.sftp.shop.path: outgoing
      ingest.sftp.shop.user: shop
      ingest.sftp.shop.password: pass1234
      ingest.sftp.shop.key-file: keys/id_ed25519
      ingest.sftp.shop.passphrase: phrase1234
      ingest.sftp.shop.known-hosts: keys/known_hosts
      ingest.sftp.shop.done-file: {name}.done
      ingest.sftp.shop.after: DELETE
      ingest.sftp.shop.min-age: PT1M
      ingest.s3.shop.bucket: shop-files
      ingest.s3.shop.prefix: new/
      ingest.s3.shop.after: TAG
      ingest.s3.shop.archive-prefix: old/
      ingest.s3.shop.region: us-east-1
      ingest.s3.shop.endpoint: http://localhost:9000
      ingest.s3.shop.path-style: false
      ingest.sources.shop.feed: ORDER_LINES
      ingest.sources.shop.files: orders-*.tsv
      ingest.sources.shop.columns.order: a
      ingest.sources.shop.columns.customer: b
      ingest.sources.shop.columns.ordered-at: c
      ingest.sources.shop.columns.quantity: d
      ingest.sources.shop.columns.unit-price: e
      ingest.sources.shop.delimiter: ;
      ingest.sources.shop.date-format: dd.MM.yyyy
      ingest.sources.shop.zone: America/New_York
      ingest.sources.shop.currency: USD
      ingest.sources.shop.kept-statuses: [done, sent]
      ingest.sources.shop.return-marker.order-prefix: R
      ingest.sources.shop.return-marker.statuses: [back]
      ingest.sources.shop.return-marker.negative-quantity: true
      ingest.sources.shop.returns: IGNORE
      ingest.sources.shop.duplicates: DROP_IDENTICAL
      ingest.sources.shop.max-reject-share: 0.5
      ingest.sources.shop.on-bad-file: STOP
      publish.destination: crm
      publish.folder: out
      publish.outbox: tmp/outbox
      rfm.rule: QUANTILE
      rfm.bins: 4
      rfm.window: P2Y
      segments.map: own
      segments.maps.rfm-125.0.name: All
      segments.maps.rfm-125.0.codes: 555 %1$s
      segments.maps.rfm-125.0.description: All of them
      segments.maps.rfm-125.0.action: Write
      segments.maps.own.0.name: Each
      segments.maps.own.0.codes: %2$s
      segments.maps.own.0.description: Each of them
      segments.maps.own.0.action: Call
      segments.prospects.name: Leads
      segments.prospects.codes:\s
      segments.prospects.description: No order
      segments.prospects.action: Invite
      segments.net-returners.name: Returners
      segments.net-returners.codes:\s
      segments.net-returners.description: Sent back
      segments.net-returners.action: Ask
      """
          .formatted(AHome.ALL_CODES.replace(" 555", ""), AHome.ALL_CODES);

  /** Inboxes of the same names with nothing but what has no default. */
  private static final String INBOXES =
      """
      ingest:
        sftp:
          shop: {host: localhost, password: secret}
        s3:
          shop: {bucket: files}
      """;

  /** Codes of segments that are not told by scores. */
  private static final List<String> STAY_EMPTY =
      List.of("segments.prospects.codes", "segments.net-returners.codes");

  @TempDir Path folder;

  @BeforeEach
  void theEnvironmentSaysNothing() {
    AHome.assumeAnEmptyEnvironment();
  }

  @Test
  void everyPropertyIsMapped() {
    var settings = AHome.in(folder).with(EVERYTHING).load();
    assertThat(FlatSettings.text(settings.sections())).isEqualTo(MAPPED);
  }

  @Test
  void noPropertyIsUntested() {
    var plain = AHome.in(folder).with(INBOXES).load().sections();
    var full = AHome.in(folder).with(EVERYTHING).load().sections();
    assertThat(FlatSettings.unchanged(plain, full))
        .as("properties that EVERYTHING leaves at their default")
        .containsExactlyInAnyOrderElementsOf(STAY_EMPTY);
  }

  @Test
  void aPropertyLeftAtItsDefaultIsNoticed() {
    var plain = AHome.in(folder).with(INBOXES).load().sections();
    assertThat(FlatSettings.unchanged(plain, plain))
        .contains("ingest.sftp.shop.port", "ingest.s3.shop.prefix")
        .contains("rfm.window", "db.password", "ingest.folder.min-age", "segments.prospects.name")
        .contains("ingest.sources.shop.return-marker.order-prefix")
        .contains("segments.maps.rfm-125.0.action")
        .doesNotContain("rfm.rule");
  }

  @Test
  void effectiveSettingsMaskSecrets() {
    var effective = AHome.in(folder).with(EVERYTHING).load().effective();
    assertThat(effective.toString())
        .contains("password=***", "owner", "sftp.example")
        .doesNotContain("geheim", "pass1234", "phrase1234");
    assertThat(effective.get("db")).asInstanceOf(MAP).containsEntry("password", "***");
    assertThat(effective.get("ingest"))
        .asInstanceOf(MAP)
        .extractingByKey("sftp", MAP)
        .extractingByKey("shop", MAP)
        .containsEntry("password", "***")
        .containsEntry("passphrase", "***");
  }

  @Test
  void effectiveSettingsNameEveryProperty() {
    var settings = AHome.in(folder).load();
    assertThat(FlatSettings.flat(settings.effective()).keySet())
        .containsExactlyElementsOf(FlatSettings.flat(settings.sections()).keySet());
  }
}
