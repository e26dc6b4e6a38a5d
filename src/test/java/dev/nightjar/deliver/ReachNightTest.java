package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.BadSettings;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.views.Audiences;
import dev.nightjar.views.Audiences.Delivery;
import dev.nightjar.views.Explanation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** One audience for e-mail and ads: consent and channel are checked at each destination. */
@DatabaseTest
class ReachNightTest {
  private static final String FIRST = "2025-01-30";
  private static final String SECOND = "2025-01-31";
  private static final String THIRD = "2025-02-01";
  private static final String BRAZE = "braze";
  private static final String GOOGLE = "google-customer-match";
  private static final String HEADER =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out,ads";

  @Test
  void whoAgreedToOneOfTwoPurposesIsSentThereAlone(Shop shop) {
    firstNight(shop);
    assertThat(keys(shop, BRAZE)).containsExactly("A", "B", "E");
    assertThat(hashes(shop)).isEqualTo(hashes("A", "C", "F"));

    people(shop, "2", SECOND, "A yes no", "C yes yes", "D no yes");
    shop.run(SECOND);
    assertThat(keys(shop, BRAZE)).containsExactly("A", "B", "C", "E");
    assertThat(hashes(shop)).isEqualTo(hashes("C", "D", "F"));
    assertThat(shop.extracts().get(file(GOOGLE, SECOND, "removes")).lines().skip(1))
        .as("who withdrew one of two consents leaves one destination")
        .containsExactly(hash("A") + ",,,,,");
    assertThat(shop.extracts().get(file(BRAZE, SECOND, "adds"))).doesNotContain("A,");
    var extracts = shop.extracts();
    shop.runAgain(SECOND);
    extracts.keySet().removeIf(each -> each.endsWith(Extract.MANIFEST));
    assertThat(shop.extracts()).as("the same bytes").containsAllEntriesOf(extracts);
  }

  @Test
  void everyoneIsCountedOnceAtEachDestination(Shop shop) {
    firstNight(shop);
    for (var destination : List.of(BRAZE, GOOGLE)) {
      var manifest = shop.extracts().get(destination + "/all/" + FIRST + "/" + Extract.MANIFEST);
      var story = JsonMapper.shared().readTree(manifest).get("nightjar");
      assertThat(story.get("members").asLong()).isEqualTo(6);
      assertThat(story.get("published").asLong()).isEqualTo(3);
      assertThat(story.at("/exclusions/no-consent").asLong()).isEqualTo(2);
      assertThat(story.at("/exclusions/channel-opted-out").asLong()).isEqualTo(1);
    }
  }

  @Test
  void theViewsSayWhoIsWhereAndWhyNot(Shop shop) {
    firstNight(shop);
    assertThat(
            shop.rows(
                "select customer_key, is_published, exclusion from published.audience_members"
                    + " where audience = 'all' and destination = 'google-customer-match' order by 1"))
        .containsExactly(
            "A|true|",
            "B|false|no-consent",
            "C|true|",
            "D|false|no-consent",
            "E|false|channel-opted-out",
            "F|true|");
    var deliveries = shop.query(db -> Audiences.of(LocalDate.parse(FIRST), db)).audiences().get(0);
    assertThat(deliveries.deliveries())
        .extracting(
            Delivery::destination,
            Delivery::purpose,
            Delivery::channel,
            Delivery::published,
            Delivery::rows)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(BRAZE, "email", "email", 3L, 3L),
            org.assertj.core.groups.Tuple.tuple(GOOGLE, "advertising", "ads", 3L, 3L));
    var explained = shop.query(db -> Explanation.of("B", LocalDate.parse(FIRST), db));
    assertThat(explained.audiences())
        .singleElement()
        .satisfies(each -> assertThat(each.notSentTo()).containsEntry(GOOGLE, "no-consent"));
    var left = shop.query(db -> Explanation.of("D", LocalDate.parse(FIRST), db)).audiences().get(0);
    assertThat(left.exclusion()).isEqualTo("no-consent");
  }

  /** A tool asks for one customer of a million members, and for one audience of several. */
  @Test
  void aMemberOfAMillionIsFoundByAnIndex(Shop shop) {
    with(shop);
    people(shop, "1", FIRST, "A yes yes");
    shop.deliver("no-1.csv", "email,channel", "z@example.com,ads").run(FIRST);
    shop.query(
        db ->
            db.execute(
                "insert into audiences.members (customer_key, audience, valid_from)"
                    + " select 'X' || i, case when i % 20 = 0 then 'all' else 'other' end, '"
                    + FIRST
                    + "' from generate_series(1, 1000000) i"));
    shop.query(db -> db.execute("analyze audiences.members"));
    for (var question : List.of("customer_key = 'X20000'", "audience = 'all'")) {
      assertThat(
              shop.rows(
                  "explain select customer_key, is_published from published.audience_members"
                      + " where destination = 'braze' and "
                      + question))
          .as(question)
          .anyMatch(line -> line.contains("members_live_by_"))
          .noneMatch(line -> line.contains("Seq Scan on members_live"));
    }
  }

  /** Nobody who refused, by whatever record, is in a file of what they refused. */
  @Test
  void whoRefusesLeavesTheDestinationInNightsThatAreNotDue(Shop shop) {
    with(shop)
        .with("audiences.declared.all.frequency=weekly")
        .with("audiences.declared.all.day=thursday");
    people(shop, "1", FIRST, "A yes yes", "B yes yes");
    shop.deliver("no-1.csv", "email,channel", "z@example.com,ads").run(FIRST);
    people(shop, "2", SECOND, "A yes no");
    shop.run(SECOND);
    assertThat(hashes(shop)).isEqualTo(hashes("B"));
    assertThat(keys(shop, BRAZE)).containsExactly("A", "B");
    people(shop, "3", THIRD, "B no no");
    shop.run(THIRD);
    assertThat(hashes(shop)).isEmpty();
    assertThat(keys(shop, BRAZE)).containsExactly("A");
  }

  /**
   * An audience that says a channel or a purpose is held to it, and lint says how to be rid of it.
   */
  @Test
  void aPurposeOfTheAudienceMustFitAllDestinations(Shop shop) {
    with(shop).with("audiences.declared.all.purpose=email");
    assertThatThrownBy(() -> shop.run(FIRST))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining(
            "purpose: is email, and google-customer-match is for advertising; leave it out");
    shop.with("audiences.declared.all.destinations=google");
    assertThatThrownBy(() -> shop.run(FIRST))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("there is no google; there are: activecampaign, ");
  }

  /** Six people with all answers, two of whom refuse a channel. */
  private static void firstNight(Shop shop) {
    with(shop);
    people(
        shop, "1", FIRST, "A yes yes", "B yes no", "C no yes", "D no no", "E yes yes", "F yes yes");
    shop.deliver("no-1.csv", "email,channel", "e@example.com,ads", "f@example.com,email");
    shop.run(FIRST);
  }

  private static Shop with(Shop shop) {
    return Everybody.in(shop, BRAZE + "," + GOOGLE)
        .with("audiences.declared.all.consent=always")
        .with("audiences.declared.all.identifiers=email")
        .with("deliver.files." + BRAZE + "=full,adds")
        .with("deliver.files." + GOOGLE + "=full,removes,adds")
        .with("ingest.sources.shop-customers.columns.consent-email=email_consent")
        .with("ingest.sources.shop-customers.columns.consent-advertising=ads")
        .with("ingest.sources.no.feed=suppressions")
        .with("ingest.sources.no.files=no-*.csv")
        .with("ingest.sources.no.columns.email=email")
        .with("ingest.sources.no.columns.channel=channel")
        .with("audiences.suppressions.max-age=P30D");
  }

  private static void people(Shop shop, String number, String date, String... people) {
    var lines = new ArrayList<>(List.of(HEADER));
    for (var each : people) {
      var cells = each.split(" ");
      lines.add(
          "%1$s,%2$s 00:00:00,,,%3$s@example.com,,GB,,%4$s,no,%5$s"
              .formatted(
                  cells[0],
                  LocalDate.parse(date).minusDays(1),
                  cells[0].toLowerCase(java.util.Locale.ROOT),
                  cells[1],
                  cells[2]));
    }
    shop.deliver("customers-" + number + ".csv", lines.toArray(String[]::new));
  }

  private static List<String> keys(Shop shop, String destination) {
    var rows = shop.extracts().get(destination + "/all/current.csv").lines().skip(1);
    return rows.map(row -> row.substring(0, row.indexOf(','))).toList();
  }

  private static TreeSet<String> hashes(Shop shop) {
    var rows = shop.extracts().get(GOOGLE + "/all/current.csv").lines().skip(1);
    var hashes = new TreeSet<String>();
    rows.forEach(row -> hashes.add(row.substring(0, row.indexOf(','))));
    return hashes;
  }

  private static TreeSet<String> hashes(String... keys) {
    var hashes = new TreeSet<String>();
    Stream.of(keys).map(ReachNightTest::hash).forEach(hashes::add);
    return hashes;
  }

  private static String hash(String key) {
    var address = key.toLowerCase(java.util.Locale.ROOT) + "@example.com";
    return Replica.sha256(address.getBytes(StandardCharsets.UTF_8));
  }

  private static String file(String destination, String night, String kind) {
    return "%1$s/all/%2$s/all__%2$s__%3$s.csv".formatted(destination, night, kind);
  }
}
