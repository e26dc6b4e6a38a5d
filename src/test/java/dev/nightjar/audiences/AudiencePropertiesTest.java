package dev.nightjar.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever consents, opt-outs and orders come in whatever nights: the members of each audience and
 * the reasons to leave them out are those that a few lines of Java tell, one customer at a time.
 */
@DatabaseTest
class AudiencePropertiesTest {
  private static final LocalDate FIRST = LocalDate.parse("2025-01-29");
  private static final int NIGHTS = 5;
  private static final String AT =
      "valid_from <= '%1$s' and (valid_to is null or valid_to > '%1$s')";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nobodyIsPublishedWhoMayNotBe(long seed, Shop shop) {
    var people = new RandomPeople(seed);
    declare(shop);
    var seen = new TreeMap<LocalDate, List<String>>();
    for (int i = 0; i < NIGHTS; i++) {
      var night = FIRST.plusDays(i);
      if (i > 0) {
        erase(shop, people, seen);
      }
      people.live(shop, night);
      assertThat(shop.run(night.toString())).isPresent();
      var members = members(shop, night);
      assertThat(members).isEqualTo(expected(shop, people, night));
      seen.put(night, members);
      assertThat(counts(shop, night)).as("members less published and excluded").containsOnly("0");
      assertThat(published(members))
          .as("customers in extracts")
          .containsAll(delivered(shop, night));
    }
    seen.forEach(
        (night, members) ->
            assertThat(members(shop, night)).as("members of %s, later", night).isEqualTo(members));
    shop.runAgain(FIRST.plusDays(NIGHTS - 1).toString());
    seen.forEach(
        (night, members) ->
            assertThat(members(shop, night)).as("and once more", night).isEqualTo(members));
    assertThat(seen.values().stream().flatMap(List::stream).map(each -> each.split("\\|", -1)[2]))
        .as("reasons that came up")
        .contains("", "opted-out", "channel-opted-out", "no-consent", "no-identifier", "holdout")
        .contains("lower-priority", "erased");
  }

  /** Somebody goes: the nights before keep a pseudonym, and no extract the person. */
  private static void erase(Shop shop, RandomPeople people, TreeMap<LocalDate, List<String>> seen) {
    var key = people.goes();
    var pseudonyms = shop.erase(key).pseudonyms();
    seen.replaceAll(
        (night, members) ->
            members.stream()
                .map(each -> each.replaceFirst("^" + key + "\\|", pseudonyms.get(0) + "|"))
                .sorted()
                .toList());
    assertThat(String.join("\n", shop.extracts().values())).doesNotContain(key);
  }

  /** Members as audience and key. */
  private static List<String> published(List<String> members) {
    return members.stream()
        .map(each -> each.split("\\|", -1))
        .filter(each -> each[2].isEmpty())
        .map(each -> each[1] + " " + each[0])
        .toList();
  }

  /** Who is in the files that were delivered for a night, as audience and key. */
  private static List<String> delivered(Shop shop, LocalDate night) {
    var found = new ArrayList<String>();
    shop.extracts()
        .forEach(
            (path, text) -> {
              if (path.endsWith(".csv") && path.contains("/" + night + "/")) {
                var audience = path.split("/")[1];
                CsvReader.builder().ofCsvRecord(text).stream()
                    .skip(1)
                    .forEach(row -> found.add(audience + " " + row.getField(0)));
              }
            });
    assertThat(found).as("customers in the extracts of a night").isNotEmpty();
    return found;
  }

  private static void declare(Shop shop) {
    shop.with("audiences.holdout.percent=8")
        .with("privacy.secret=a secret of the tests")
        .with("audiences.holdout.salt=2026-global")
        .with("audiences.suppressions.max-shrink=1");
    AnAudience.in(shop)
        .suppressions("no")
        .consentTo("advertising", "ads")
        .declare("ads", "select.orders.at-least=0", "purpose=advertising", "channel=ads")
        .declare("ads", "identifiers=email", "holdout.percent=15")
        .declare("mail", "select.segments=Champions,Prospects,Loyal", "identifiers=email,phone")
        .declare("mail", "channel=email", "exclusive-group=one", "priority=2")
        .declare("rest", "select.orders.at-least=0", "consent=for-contacts", "holdout.percent=10")
        .declare("rest", "exclusive-group=one", "priority=1");
  }

  private static List<String> expected(Shop shop, RandomPeople people, LocalDate night) {
    var expected = new ArrayList<String>();
    shop.rows("select customer_key, segment from segments.memberships where " + AT.formatted(night))
        .forEach(
            row -> {
              var key = row.substring(0, row.indexOf('|'));
              var isMail =
                  List.of("Champions", "Prospects", "Loyal")
                      .contains(row.substring(key.length() + 1));
              expected.add(key + "|ads|" + people.reason(key, Rules.ADS, false));
              if (isMail) {
                expected.add(key + "|mail|" + people.reason(key, Rules.MAIL, false));
              }
              expected.add(key + "|rest|" + people.reason(key, Rules.REST, isMail));
            });
    return expected.stream().sorted().toList();
  }

  private static List<String> members(Shop shop, LocalDate night) {
    return shop
        .rows(
            "select customer_key, audience, exclusion from audiences.members where "
                + AT.formatted(night))
        .stream()
        .sorted()
        .toList();
  }

  private static List<String> counts(Shop shop, LocalDate night) {
    return shop.rows(
        """
        select a.members - a.published - sum(e.customers)
        from audiences.audiences a join audiences.exclusions e using (night, audience)
        where night = '%s' group by a.audience, a.members, a.published
        """
            .formatted(night));
  }

  /** What the declared audiences ask for. */
  enum Rules {
    ADS("advertising", "ads", 15),
    MAIL("marketing", "email", 0),
    REST("marketing", "any", 10);

    final String purpose;
    final String channel;
    final int percent;

    Rules(String purpose, String channel, int percent) {
      this.purpose = purpose;
      this.channel = channel;
      this.percent = percent;
    }
  }
}
