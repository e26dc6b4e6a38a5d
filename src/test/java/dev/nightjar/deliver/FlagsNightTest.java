package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.nightjar.home.Failure;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Destinations whose files only add and update: a column says who is in the audience. */
@DatabaseTest
class FlagsNightTest {
  private static final String FLAG = "audience_all";
  private static final String FIRST = "2025-01-29";
  private static final String SECOND = "2025-01-30";
  private static final String THIRD = "2025-01-31";

  /** The column by which a platform files people. */
  private static final Map<String, String> KEYS =
      Map.of("braze", "external_id", "mailchimp", "Email Address");

  /**
   * A platform that imports the files of one kind: a row makes or changes a person, and nothing is
   * ever removed.
   */
  private record Platform(String destination, Map<String, String> flags) {
    void follow(Shop shop, String night) {
      for (var row : rows(shop, destination, night, "adds")) {
        flags.put(row.get(KEYS.get(destination)), row.get(FLAG));
      }
    }

    Set<String> members() {
      return flags.entrySet().stream()
          .filter(each -> each.getValue().equals("true"))
          .map(Map.Entry::getKey)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void flagsOfTenNightsComeToTheNightsMembers(long seed, Shop shop) {
    in(shop, "braze,mailchimp,generic-csv");
    KEYS.keySet().forEach(each -> shop.with("deliver.files." + each + "=full,adds"));
    var people = new ChangingPeople(seed, 40);
    var platforms =
        KEYS.keySet().stream().map(each -> new Platform(each, new HashMap<>())).toList();
    long left = 0;
    for (int i = 0; i < 10; i++) {
      var night = LocalDate.parse("2025-01-22").plusDays(i).toString();
      people.live(shop, LocalDate.parse(night));
      shop.run(night);
      var members = rows(shop, "generic-csv", night, "full");
      for (var each : platforms) {
        var before = each.members();
        each.follow(shop, night);
        assertThat(each.members())
            .as("%s after %s", each.destination(), night)
            .isEqualTo(values(members, isBraze(each) ? "customer_key" : "email"));
        var leavers = leavers(shop, each.destination(), night);
        assertThat(before).as("leavers of " + night + " were there, once").containsAll(leavers);
        left += leavers.size();
        assertThat(rows(shop, each.destination(), night, "full"))
            .as("who left is in no full file")
            .extracting(row -> row.get(FLAG))
            .containsOnly("true");
      }
    }
    assertThat(left).isGreaterThan(40);
  }

  private static boolean isBraze(Platform platform) {
    return platform.destination().equals("braze");
  }

  @Test
  void whoLeavesHasOneRowAndNothingElseInIt(Shop shop) {
    in(shop, "braze").with("deliver.files.braze=full,adds");
    Everybody.tell(shop, "2025-01-01", "A,Ann,ann@example.com", "B,Bob,bob@example.com");
    shop.run(FIRST);
    Everybody.optOut(shop, SECOND, "A,Ann,ann@example.com");
    shop.run(SECOND);
    var adds = shop.extracts().get(file("braze", SECOND, "adds"));
    assertThat(adds.lines().skip(1)).containsExactly("A,,,,,,,false");
    assertThat(shop.extracts().get("braze/all/current.csv")).doesNotContain("A,");
    shop.runAgain(SECOND);
    assertThat(shop.extracts().get(file("braze", SECOND, "adds"))).isEqualTo(adds);
    shop.run(THIRD);
    assertThat(leavers(shop, "braze", THIRD)).isEmpty();
  }

  @Test
  void anErasedPersonIsFlaggedToo(Shop shop) {
    in(shop, "braze").with("deliver.files.braze=adds").with("privacy.secret=a secret of the tests");
    Everybody.tell(shop, "2025-01-01", "A,Ann,ann@example.com", "B,Bob,bob@example.com");
    shop.run(FIRST);
    shop.erase("A");
    shop.run(SECOND);
    assertThat(leavers(shop, "braze", SECOND)).containsExactly("A");
    shop.run(THIRD);
    assertThat(leavers(shop, "braze", THIRD)).isEmpty();
  }

  /** Without the adds nobody says who left: the manifest warns. */
  @Test
  void aFullFileAloneWarnsThatFlagsStay(Shop shop) {
    in(shop, "braze");
    Everybody.tell(shop, "2025-01-01", "A,Ann,ann@example.com");
    shop.run(FIRST);
    var manifest = "braze/all/" + FIRST + "/" + Extract.MANIFEST;
    assertThat(shop.extracts().get(manifest)).contains("add adds to deliver.files.braze");
    shop.with("deliver.files.braze=full,adds").runAgain(FIRST);
    assertThat(shop.extracts().get(manifest)).doesNotContain("deliver.files");
  }

  /** Two audiences are two columns, so that a platform can tell them apart. */
  @Test
  void eachAudienceHasItsOwnColumn(Shop shop) {
    in(shop, "braze")
        .with("audiences.declared.vip.select.orders.at-least=0")
        .with("audiences.declared.vip.consent=for-contacts")
        .with("audiences.declared.vip.purpose=email")
        .with("audiences.declared.vip.destinations=braze");
    Everybody.tell(shop, "2025-01-01", "A,Ann,ann@example.com");
    shop.run(FIRST);
    assertThat(shop.extracts().get("braze/vip/current.csv").lines().findFirst().orElseThrow())
        .endsWith(",segment,audience_vip");
    assertThat(shop.extracts().get("braze/all/current.csv").lines().findFirst().orElseThrow())
        .endsWith(",segment,audience_all");
  }

  @Test
  void aListKnowsItsNumberAtTheDestination(Shop shop) {
    var microsoft = "microsoft-customer-match";
    Everybody.in(shop, microsoft)
        .with("audiences.declared.all.purpose=advertising")
        .with("audiences.declared.all.identifiers=email")
        .with("deliver.deliveries." + microsoft + ".parameters.all.list-id=4711");
    Everybody.tell(shop, "2025-01-01", "A,Ann,ann@example.com");
    shop.run(FIRST);
    assertThat(shop.extracts().get(file(microsoft, FIRST, "full")))
        .contains("\nCustomer List,Active,4711,,")
        .contains("\nCustomer List Item,,,4711,,")
        .doesNotContain("-10");
  }

  /** A second file without the list's number would make another list, with nobody removed. */
  @Test
  void aListWithoutItsNumberGetsOneFile(Shop shop) {
    var microsoft = "microsoft-customer-match";
    Everybody.in(shop, microsoft)
        .with("audiences.declared.all.purpose=advertising")
        .with("audiences.declared.all.identifiers=email");
    Everybody.tell(shop, "2025-01-01", "A,Ann,ann@example.com");
    shop.run(FIRST);
    assertThat(shop.extracts().get(file(microsoft, FIRST, "full"))).contains(",Active,-10,");
    assertThatThrownBy(() -> shop.run(SECOND))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("set deliver.deliveries." + microsoft + ".parameters.all.list-id");
    assertThat(shop.extracts()).doesNotContainKey(file(microsoft, SECOND, "full"));
    shop.with("deliver.deliveries." + microsoft + ".parameters.all.list-id=4711").runAgain(SECOND);
    assertThat(shop.extracts().get(file(microsoft, SECOND, "full"))).contains(",Active,4711,");
  }

  private static Shop in(Shop shop, String destinations) {
    return Everybody.in(shop, destinations)
        .with("audiences.declared.all.purpose=email")
        .with("ingest.sources.shop-customers.columns.consent-email=email_consent");
  }

  private static Set<String> leavers(Shop shop, String destination, String night) {
    var rows = rows(shop, destination, night, "adds").stream();
    return values(
        rows.filter(row -> row.get(FLAG).equals("false")).toList(), KEYS.get(destination));
  }

  /** Values that are not empty. */
  private static Set<String> values(List<Map<String, String>> rows, String column) {
    return rows.stream()
        .map(row -> row.get(column))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Map<String, String>> rows(
      Shop shop, String destination, String night, String kind) {
    var text = shop.extracts().get(file(destination, night, kind));
    try (var records = CsvReader.builder().ofNamedCsvRecord(text)) {
      return records.stream().map(record -> record.getFieldsAsMap()).toList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String file(String destination, String night, String kind) {
    return "%s/all/%s/all__%s__%s.csv".formatted(destination, night, night, kind);
  }
}
