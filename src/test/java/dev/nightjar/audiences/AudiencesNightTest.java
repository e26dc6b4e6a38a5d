package dev.nightjar.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Who is selected, and who of them is left out for which reason. */
@DatabaseTest
class AudiencesNightTest {
  private static final String NIGHT = "2025-01-31";
  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out,ads";
  private static final String SUPPRESSED = "key,mail,tel,by";

  @Test
  void aMemberIsLeftOutForTheFirstReasonThatHolds(Shop shop) {
    AnAudience.in(shop)
        .consentTo("advertising", "ads")
        .suppressions("no")
        .declare("all", "select.orders.at-least=0")
        .declare("all", "purpose=advertising", "channel=ads", "identifiers=email")
        .declare("all", "holdout.percent=100", "exclusive-group=one")
        .declare("first", "select.attributes.country=FR", "exclusive-group=one", "priority=1");
    shop.deliver(
            "customers-1.csv",
            CUSTOMERS,
            "A,2025-01-01 00:00:00,,,a@example.com,,FR,,no,yes,no",
            "B,2025-01-01 00:00:00,,,b@example.com,,FR,,no,no,no",
            "C,2025-01-01 00:00:00,,,c@example.com,,FR,,yes,no,no",
            "D,2025-01-01 00:00:00,,,nowhere,,FR,,no,no,yes",
            "E,2025-01-01 00:00:00,,,e@example.com,,FR,,yes,no,")
        .deliver("suppressions-1.csv", SUPPRESSED, "A,,,ads", ",B@example.com,, ADS", "E,,,post");
    shop.run(NIGHT);
    assertThat(members(shop, "all"))
        .containsExactly(
            "A|opted-out", "B|channel-opted-out", "C|no-consent", "D|no-identifier", "E|holdout");
    assertThat(members(shop, "first"))
        .as("a channel that is not told may be the refused one")
        .containsExactly(
            "A|opted-out", "B|channel-opted-out", "C|", "D|no-consent", "E|channel-opted-out");
    shop.with("audiences.declared.all.holdout.percent=0").runAgain(NIGHT);
    assertThat(members(shop, "all")).contains("D|no-identifier", "E|lower-priority");
    shop.with("audiences.declared.all.exclusive-group=two").runAgain(NIGHT);
    assertThat(members(shop, "all")).contains("D|no-identifier", "E|");
  }

  @Test
  void anAudienceThatDeclaresNoDestinationGoesToTheDefaultOne(Shop shop) {
    AnAudience.in(shop)
        .declare("one", "select.orders.at-least=1")
        .declare("two", "select.orders.at-least=1", "destinations=excel-csv,generic-csv");
    shop.with("deliver.destination=generic-ndjson");
    ANight.in(shop, NIGHT).withOrders("A 1 day ago 100.00").run();
    assertThat(shop.rows("select audience, destinations from published.audiences order by 1"))
        .containsExactly("one|[generic-ndjson]", "two|[excel-csv, generic-csv]");
  }

  @Test
  void conditionsHoldTogetherAndOneOfAListIsEnough(Shop shop) {
    AnAudience.in(shop)
        .consentForContacts("either", "select.segments=Champions,Lost")
        .consentForContacts("both", "select.segments=Champions,Lost", "select.orders.at-least=2")
        .consentForContacts("not", "select.orders.at-least=1", "except.segments=Champions,Lost")
        .consentForContacts("scores", "select.r.at-least=4", "select.m.at-most=4")
        .consentForContacts("clusters", "select.clusters=1,2,3,4,5")
        .consentForContacts("recent", "select.days-since-order.at-most=25")
        .consentForContacts("late", "select.days-since-first-order.at-least=60")
        .consentForContacts("dear", "select.net-value.at-least=60.00");
    ANight.in(shop, NIGHT)
        .withOrders(
            "A 1 day ago 100.00",
            "A 60 days ago 20.00",
            "B 20 days ago 80.00",
            "C 40 days ago 60.00",
            "D 60 days ago 40.00",
            "E 80 days ago 20.00")
        .run();
    assertThat(members(shop, "either")).containsExactly("A|", "E|");
    assertThat(members(shop, "both")).containsExactly("A|");
    assertThat(members(shop, "not")).containsExactly("B|", "C|", "D|");
    assertThat(members(shop, "scores")).containsExactly("B|");
    assertThat(members(shop, "clusters")).hasSize(5);
    assertThat(members(shop, "recent")).containsExactly("A|", "B|");
    assertThat(members(shop, "late")).containsExactly("A|", "D|", "E|");
    assertThat(members(shop, "dear")).containsExactly("A|", "B|", "C|");
  }

  @Test
  void movesAreThoseOfTheNightUnlessMoreDaysAreAsked(Shop shop) {
    AnAudience.in(shop)
        .consentForContacts("new", "select.moved.causes=new")
        .consentForContacts("entered", "select.moved.to=Champions")
        .consentForContacts("left", "select.moved.from=Lost", "select.moved.causes=orders")
        .consentForContacts("week", "select.moved.from=Lost", "select.moved.within-days=7");
    ANight.in(shop, "2025-01-29")
        .withOrders(
            "A 1 day ago 100.00",
            "B 20 days ago 80.00",
            "C 40 days ago 60.00",
            "D 60 days ago 40.00",
            "E 80 days ago 20.00")
        .run();
    assertThat(members(shop, "new")).hasSize(5);
    assertThat(members(shop, "entered")).isEmpty();
    ANight.in(shop, "2025-01-30").withOrders("E 0 days ago 900.00").run();
    assertThat(members(shop, "entered")).containsExactly("E|");
    assertThat(members(shop, "new")).isEmpty();
    assertThat(members(shop, "left")).containsExactly("E|");
    ANight.in(shop, NIGHT).run();
    assertThat(members(shop, "left")).isEmpty();
    assertThat(members(shop, "week")).containsExactly("E|");
  }

  @Test
  void attributesOfTheLatestOrderSelect(Shop shop) {
    shop.with("ingest.sources.shop-orders.attributes.bought=product_code");
    AnAudience.in(shop)
        .consentForContacts("p1", "select.attributes.bought=P1")
        .consentForContacts("p1-or-p2", "select.attributes.bought=P1,P2");
    ANight.in(shop, NIGHT)
        .withOrders("A 1 day ago 10.00", "B 2 days ago 10.00", "C 3 days ago 10.00")
        .run();
    assertThat(members(shop, "p1")).containsExactly("A|");
    assertThat(members(shop, "p1-or-p2")).containsExactly("A|", "B|");
  }

  @Test
  void onlyWhatIsDueAndNotTooSmallIsDelivered(Shop shop) {
    AnAudience.in(shop)
        .consentForContacts("weekly", "select.orders.at-least=1", "frequency=weekly", "day=friday")
        .consentForContacts("changing", "select.orders.at-least=1", "frequency=on-change")
        .consentForContacts("small", "select.orders.at-least=1", "minimum.block-below=3");
    ANight.in(shop, "2025-01-30").withOrders("A 1 day ago 10.00", "B 1 day ago 5.00").run();
    assertThat(delivered(shop, "2025-01-30")).containsExactly("changing");
    ANight.in(shop, NIGHT).run();
    assertThat(delivered(shop, NIGHT)).containsExactly("weekly");
    ANight.in(shop, "2025-02-01").withOrders("C 1 day ago 10.00").run();
    assertThat(delivered(shop, "2025-02-01")).containsExactly("changing", "small");
    assertThat(
            shop.rows(
                "select night, added, removed from published.audiences where audience = 'changing' order by 1"))
        .containsExactly("2025-01-30|2|0", "2025-01-31|0|0", "2025-02-01|1|0");
  }

  @Test
  void theManifestSaysWhoIsLeftOut(Shop shop) throws Exception {
    AnAudience.in(shop).declare("all", "select.orders.at-least=0", "description=Everybody");
    shop.deliver("customers-1.csv", CUSTOMERS, "A,2025-01-01 00:00:00,,,a@example.com,,,,yes,no,");
    ANight.in(shop, NIGHT).withOrders("B 1 day ago 10.00").run();
    var manifest =
        JsonMapper.shared()
            .readTree(
                Files.readString(
                    shop.folder().resolve("extracts/generic-csv/all/2025-01-31/datapackage.json")));
    var story = manifest.get("nightjar");
    assertThat(story.get("description").asString()).isEqualTo("Everybody");
    assertThat(story.get("members").asInt()).isEqualTo(2);
    assertThat(story.get("published").asInt()).isOne();
    assertThat(story.get("exclusions").propertyNames())
        .containsExactly(
            "erased",
            "opted-out",
            "channel-opted-out",
            "no-consent",
            "no-identifier",
            "holdout",
            "lower-priority",
            "no-usable-identifier");
    assertThat(story.get("exclusions").get("no-consent").asInt()).isOne();
  }

  @Test
  void whoWasAMemberWhenIsKeptAsLongAsTheRetentionSays(Shop shop) {
    shop.with("business.retention=P2D");
    AnAudience.in(shop).consentForContacts("recent", "select.days-since-order.at-most=1");
    ANight.in(shop, "2025-01-28").withOrders("A 1 day ago 10.00").run();
    ANight.in(shop, "2025-01-29").withOrders("B 1 day ago 10.00").run();
    assertThat(shop.rows(INTERVALS)).containsExactly("A|2025-01-28|2025-01-29", "B|2025-01-29|");
    ANight.in(shop, "2025-01-30").run();
    ANight.in(shop, NIGHT).run();
    assertThat(shop.rows(INTERVALS)).containsExactly("B|2025-01-29|2025-01-30");
    shop.runAgain(NIGHT);
    assertThat(shop.rows(INTERVALS)).containsExactly("B|2025-01-29|2025-01-30");
  }

  private static final String INTERVALS =
      "select customer_key, valid_from, valid_to from audiences.members order by 1, 2";

  private static List<String> members(Shop shop, String audience) {
    return shop.rows(
        "select customer_key, exclusion from audiences.members where valid_to is null and audience = '%s' order by 1"
            .formatted(audience));
  }

  private static List<String> delivered(Shop shop, String night) {
    return shop.rows(
        "select audience from deliver.extracts where night = '%s' order by 1".formatted(night));
  }
}
