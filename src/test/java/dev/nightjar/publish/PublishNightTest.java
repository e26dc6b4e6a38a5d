package dev.nightjar.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.deliver.Everybody;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class PublishNightTest {
  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";

  @Test
  void onlyWhoAgreedAndDidNotOptOutIsInAnExtract(Shop shop) {
    shop.deliver(
        "customers-1.csv",
        CUSTOMERS,
        "A,2025-01-01 00:00:00,Ann,Ash,ann@example.com,,GB,,yes,no",
        "B,2025-01-01 00:00:00,Bob,Bay,bob@example.com,,GB,,yes,yes",
        "C,2025-01-01 00:00:00,Cyd,Cox,cyd@example.com,,GB,,no,no",
        "D,2025-01-01 00:00:00,Dee,Dun,dee@example.com,,GB,,,no",
        "E,2025-01-01 00:00:00,Eve,Elm,eve@example.com,,GB,,yes,no",
        "E,2025-01-09 00:00:00,Eve,Elm,eve@example.com,,GB,,yes,yes");
    ANight.in(shop, "2025-01-31").withOrders("K 1 day ago 10.00").run();
    var all = String.join("\n", shop.extracts().values());
    assertThat(all).contains("A,ann@example.com,,Ann,Ash,GB,Prospects").contains("\nK,,,,,,");
    assertThat(all).doesNotContain("bob@").doesNotContain("cyd@").doesNotContain("dee@");
    assertThat(all).as("the later opt-out wins").doesNotContain("eve@");
    assertThat(shop.rows("select exclusion, count(*) from audiences.members group by 1 order by 1"))
        .containsExactly("no-consent|2", "opted-out|2", "|2");
  }

  @Test
  void whereSomebodyLivesAndWasBornReachesWhoAsksForIt(Shop shop) throws Exception {
    Everybody.in(shop, "meta-customer-list,google-customer-match")
        .with("audiences.declared.all.purpose=advertising")
        .with("audiences.declared.all.identifiers=email,phone")
        .with("ingest.sources.shop-customers.columns.state=state")
        .with("ingest.sources.shop-customers.columns.zip=zip")
        .with("ingest.sources.shop-customers.columns.birth-date=born")
        .deliver(
            "customers-1.csv",
            CUSTOMERS + ",state,zip,born",
            "A,2025-01-01"
                + " 00:00:00,Ann,Ash,ann@example.com,,US,,yes,no,California,37221-3312,1980-01-31")
        .run("2025-01-31");
    var files = shop.extracts();
    assertThat(files.get("meta-customer-list/all/current.csv"))
        .contains(sha256("37221"), sha256("ca"), sha256("19800131"), sha256("1980"));
    assertThat(files.get("google-customer-match/all/current.csv")).contains(",US,37221-3312");
  }

  @Test
  void sharesAndMeansAreRounded(Shop shop) {
    ANight.in(shop, "2025-01-31")
        .withOrders("A 1 day ago 10.00", "A 2 days ago 5.00", "A 3 days ago 5.00")
        .withOrders("B 9 days ago 5.00", "C 30 days ago 9.00")
        .run();
    assertThat(
            shop.rows(
                """
                select customers_share, revenue_share, mean_order_value
                from published.segment_profile where customers > 0 order by revenue desc
                """))
        .containsExactly(
            "0.333333|0.588235|6.6667", "0.333333|0.264706|9.0000", "0.333333|0.147059|5.0000");
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void eachSegmentHasDataManifestAndMarkerThatAgree(Shop shop) throws Exception {
    ANight.in(shop.withSegmentAudiences(), "2025-01-31")
        .withOrders("A 1 day ago 10.00", "B 9 days ago 5.00")
        .run();
    var root = shop.folder().resolve("extracts/generic-csv");
    assertThat(root.toFile().list()).hasSize(14);
    for (var audience : root.toFile().list()) {
      var folder = root.resolve(audience).resolve("2025-01-31");
      assertThat(folder.toFile().list())
          .containsExactlyInAnyOrder(
              audience + "__2025-01-31__full.csv", "datapackage.json", "_SUCCESS");
      var manifest = JsonMapper.shared().readTree(folder.resolve("datapackage.json").toFile());
      var resource = manifest.get("resources").get(0);
      var data = Files.readAllBytes(folder.resolve(resource.get("path").asString()));
      var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
      assertThat(resource.get("hash").asString()).isEqualTo("sha256:" + hash);
      assertThat(manifest.get("nightjar").get("segment").asString()).isNotBlank();
      assertThat(manifest.get("nightjar").propertyNames())
          .contains("description", "action", "channel", "offer");
      assertThat(resource.get("bytes").asLong()).isEqualTo(data.length);
      var lines = new String(data, StandardCharsets.UTF_8).lines().count() - 1;
      assertThat(manifest.get("nightjar").get("published").asLong()).isEqualTo(lines);
    }
  }

  @Test
  void extractsThatCannotBeDeliveredAreDeliveredByResume(Shop shop) throws Exception {
    var folder = shop.folder().resolve("extracts");
    Files.createDirectories(shop.folder());
    Files.writeString(folder, "in the way");
    var night = ANight.in(shop, "2025-01-31").withOrders("A 1 day ago 10.00");
    assertThatThrownBy(night::run)
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.DELIVERY_FAILED))
        .hasMessageContaining(folder.toString());
    Files.delete(folder);
    assertThat(shop.resume()).isPresent();
    assertThat(shop.extracts()).hasSize(4);
  }

  private static final String[] VIEWS = {
    "segments",
    "customer_segments",
    "segment_profile",
    "segment_moves",
    "segment_attributes",
    "membership_history",
    "audiences",
    "audience_exclusions",
    "audience_destinations",
    "audience_members"
  };

  @Test
  void theReaderSeesWhatIsPublishedAndNothingElse(Shop shop) throws Exception {
    shop.with("ingest.sources.shop-orders.attributes.product=product_code");
    ANight.in(shop, "2025-01-31").withOrders("A 1 day ago 10.00").run();
    try (var connection = shop.database().connectAsSuperuser()) {
      var reader = TestDatabase.on(connection);
      reader.execute("set role nightjar_reader");
      for (var view : VIEWS) {
        assertThat(reader.fetch("select * from published." + view)).isNotEmpty();
      }
      for (var table :
          new String[] {
            "orders.customers",
            "publish.customer_segments",
            "rfm.scores",
            "rfm.metrics",
            "segments.memberships",
            "audiences.members",
            "audiences.holdouts",
            "pipeline.nights",
            "ingest.files",
            "ingest.order_lines",
            "ingest.rejects",
            "ingest.suppressions"
          }) {
        assertThatThrownBy(() -> reader.fetch("select * from " + table))
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void aBrokenPromiseKeepsWhatWasPublished(Shop shop) {
    ANight.in(shop, "2025-01-30").withOrders("A 1 day ago 10.00").run();
    var published = shop.published();
    var extracts = shop.extracts();
    shop.query(db -> db.execute(LOSE_A_CUSTOMER));
    shop.deliver("orders-2.csv", ANight.header(), "9,2025-01-31 12:00:00,B,P,1,10.00,completed");
    assertThatThrownBy(() -> shop.run("2025-01-31"))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.AUDIT_FAILED))
        .hasMessageContaining("what was published stays live")
        .hasMessageContaining("every_customer_has_a_segment: 1 row");
    assertThat(shop.published()).isEqualTo(published);
    assertThat(shop.extracts()).isEqualTo(extracts);
    assertThat(shop.rows("select distinct night from published.customer_segments"))
        .containsExactly("2025-01-30");
  }

  @Test
  void aNightThatIsRunAgainIsLiveAsItWasUntilItIsPublished(Shop shop) {
    var live = "select * from published.customer_segments order by customer_key";
    ANight.in(shop, "2025-01-30").withOrders("A 1 day ago 10.00").run();
    var before = shop.rows(live);
    shop.query(db -> db.execute(LOSE_A_CUSTOMER));
    shop.deliver(
        "orders-2.csv",
        ANight.header(),
        "8,2025-01-30 12:00:00,A,P,1,900.00,completed",
        "9,2025-01-30 12:00:00,B,P,1,10.00,completed");
    assertThatThrownBy(() -> shop.runAgain("2025-01-30"))
        .hasMessageContaining("what was published stays live");
    assertThat(shop.rows(live)).isEqualTo(before);
    assertThatThrownBy(shop::resume).isInstanceOf(Failure.class);
    assertThat(shop.rows(live)).isEqualTo(before);
    shop.query(db -> db.execute("drop trigger lose on segments.memberships"));
    shop.runAgain("2025-01-30");
    assertThat(shop.rows("select customer_key, orders_count from published.customer_segments"))
        .containsExactlyInAnyOrder("A|2", "B|1");
    assertThat(shop.rows("select * from publish.customer_segments")).isEmpty();
  }

  @Test
  void whatIsNotPublishedIsNotInTheHistory(Shop shop) {
    ANight.in(shop, "2025-01-30").withOrders("A 1 day ago 10.00", "C 9 days ago 99.00").run();
    var history = shop.rows(HISTORY);
    assertThat(history).containsExactly("A|2025-01-30|", "C|2025-01-30|");
    shop.query(db -> db.execute(LOSE_A_CUSTOMER));
    var night =
        ANight.in(shop, "2025-01-31").withOrders("A 0 days ago 900.00", "B 0 days ago 1.00");
    assertThatThrownBy(night::run).isInstanceOf(Failure.class);
    assertThat(shop.rows("select * from segments.memberships where valid_from = '2025-01-31'"))
        .isNotEmpty();
    assertThat(shop.rows(HISTORY)).isEqualTo(history);
    shop.query(db -> db.execute("drop trigger lose on segments.memberships"));
    shop.runAgain("2025-01-31");
    assertThat(shop.rows(HISTORY)).contains("A|2025-01-30|2025-01-31", "B|2025-01-31|");
  }

  private static final String HISTORY =
      "select customer_key, valid_from, valid_to from published.membership_history order by 1, 2";

  /** A fault that no stage would notice: a trigger loses customer B's segment. */
  private static final String LOSE_A_CUSTOMER =
      """
      create function segments.lose() returns trigger language plpgsql as
        $$ begin return case when new.customer_key = 'B' then null else new end; end $$;
      create trigger lose before insert on segments.memberships for each row execute function segments.lose();
      """;
}
