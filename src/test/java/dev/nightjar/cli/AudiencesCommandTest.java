package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import org.junit.jupiter.api.Test;

@DatabaseTest
class AudiencesCommandTest {
  private static final String ALL = "--set=audiences.declared.all.select.orders.at-least=1";
  private static final String KEYS = "--set=audiences.declared.all.consent=for-contacts";

  @Test
  void audiencesAreListedAndPreviewed(Shop shop) throws Exception {
    var nothing = nightjar(shop, "audiences");
    assertThat(nothing.exitCode()).isEqualTo(6);
    assertThat(nothing.output()).contains("Nothing is published yet", "Next: nightjar run");
    shop.with("audiences.declared.all.select.orders.at-least=1")
        .with("audiences.declared.all.consent=for-contacts");
    ANight.in(shop, "2025-01-31")
        .withOrders("A 1 day ago 100.00", "B 20 days ago 80.00", "B 30 days ago 10.00")
        .run();
    var told = nightjar(shop, "audiences");
    assertThat(told.exitCode()).as(told.output()).isZero();
    assertThat(told.output())
        .contains("Night 2025-01-31")
        .doesNotContain("No consent")
        .containsPattern("all +nightly +2 +2 +2 +0")
        .containsPattern("all +generic-csv +2025-01-31 +\\S+__full.csv +2 +2");
    var json = json(nightjar(shop, "audiences", "--date", "2025-01-31", "--json")).get(0);
    assertThat(json.get("published").asInt()).isEqualTo(2);
    assertThat(json.get("exclusions").get("holdout").asInt()).isZero();
  }

  @Test
  void aPreviewChangesNothing(Shop shop) throws Exception {
    shop.with("audiences.declared.all.select.orders.at-least=1")
        .with("audiences.declared.all.consent=for-contacts");
    ANight.in(shop, "2025-01-31")
        .withOrders("A 1 day ago 100.00", "B 20 days ago 80.00", "B 30 days ago 10.00")
        .run();
    var before = shop.rows("select * from audiences.members");
    var preview =
        nightjar(shop, "audiences", "preview", "all", ALL.replace("least=1", "least=2"), KEYS);
    assertThat(preview.exitCode()).as(preview.output()).isZero();
    assertThat(preview.output())
        .contains("Audience all in the night of 2025-01-31")
        .containsPattern("Published +2 +1 +-1")
        .contains(
            "0 would be added, 1 removed, 0 left out for another reason. Nothing was changed.");
    assertThat(
            json(nightjar(shop, "audiences", "preview", "all", ALL, "--json"))
                .get("removed")
                .asInt())
        .as("none of them agreed")
        .isEqualTo(2);
    assertThat(shop.rows("select * from audiences.members")).isEqualTo(before);
    var unknown = nightjar(shop, "audiences", "preview", "some", ALL);
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.output()).contains("There is no audience some; there are: all");
  }

  @Test
  void explainSaysInWhichAudiencesACustomerIsAndWhyNot(Shop shop) throws Exception {
    shop.with("audiences.declared.all.select.orders.at-least=1")
        .with("audiences.declared.all.consent=for-contacts")
        .with("audiences.declared.many.select.orders.at-least=2")
        .with("audiences.declared.many.description=Two orders or more");
    ANight.in(shop, "2025-01-31").withOrders("A 1 day ago 100.00").run();
    assertThat(nightjar(shop, "explain", "A").output())
        .containsPattern("all +yes +selected")
        .containsPattern("many +no +not selected: Two orders or more");
    assertThat(nightjar(shop, "explain", "A", "--json").output()).contains("\"isMember\"");
  }

  @Test
  void whoLacksConsentToWhatIsSaidWhereNearlyEverybodyDoes(Shop shop) throws Exception {
    shop.withSegmentAudiences()
        .with("ingest.sources.shop-customers.columns.consent-email=email_consent")
        .with("ingest.sources.shop-customers.columns.consent=any_consent")
        .deliver(
            "customers-1.csv",
            "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,"
                + "opted_out,any_consent",
            "A,2025-01-01 00:00:00,,,a@example.com,,,,yes,,",
            "B,2025-01-01 00:00:00,,,b@example.com,,,,yes,,");
    ANight.in(shop, "2025-01-31").withOrders("A 1 day ago 100.00", "B 20 days ago 80.00").run();
    assertThat(shop.rows("select summary from pipeline.stages where stage = 'audiences'").get(0))
        .endsWith(
            "2 members, 2 of them excluded; most did not agree to: marketing (2 of 2 no-consent; a"
                + " customers source says who agreed, in consent-marketing or consent)");
    assertThat(nightjar(shop, "audiences").output())
        .contains(
            "2 of 2 members did not agree to marketing. A customers source says who did: in"
                + " columns.consent-marketing for this purpose, in columns.consent for all.");
    shop.with("ingest.sources.shop-customers.columns.consent-marketing=email_consent")
        .deliver(
            "customers-2.csv",
            "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,"
                + "opted_out,any_consent",
            "A,2025-01-02 00:00:00,,,a@example.com,,,,yes,,",
            "B,2025-01-02 00:00:00,,,b@example.com,,,,yes,,");
    shop.runAgain("2025-01-31");
    assertThat(nightjar(shop, "audiences").output()).doesNotContain("did not agree");
  }

  @Test
  void lintWarnsOfNamesThatTellTooMuch(Shop shop) throws Exception {
    var lint =
        nightjar(shop, "lint", "--set=audiences.declared.diabetics.select.orders.at-least=1");
    assertThat(lint.exitCode()).as(lint.output()).isZero();
    assertThat(lint.output())
        .contains("Warning: audience diabetics: the name can reveal health")
        .contains("No problems.");
    assertThat(nightjar(shop, "lint").output()).doesNotContain("Warning");
  }
}
