package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is removed at destinations that know people by their identifiers. */
@DatabaseTest
class IdentifiersNightTest {
  private static final String GOOGLE = "google-customer-match";

  /** Each knows people by its own columns: Mailchimp by address, Braze by key. */
  @Test
  void identifiersOfTenNightsReplayToTheFullFile(Shop shop) {
    var platforms =
        Map.of(
            GOOGLE,
            List.of(0, 1),
            "klaviyo",
            List.of(0, 1, 4),
            "mailchimp",
            List.of(0),
            "braze",
            List.of(0));
    Everybody.in(shop, String.join(",", platforms.keySet()))
        .with("audiences.declared.all.identifiers=email");
    platforms.keySet().forEach(each -> takeRemoves(shop, each));
    Everybody.withStandardLayout(shop, "klaviyo");
    var people = new ChangingPeople(3, 40);
    var there = new TreeMap<String, Set<Set<String>>>();
    platforms.keySet().forEach(platform -> there.put(platform, new HashSet<>()));
    int removed = 0;
    for (int i = 0; i < 10; i++) {
      var night = LocalDate.parse("2025-01-22").plusDays(i).toString();
      people.live(shop, LocalDate.parse(night));
      shop.run(night);
      for (var each : platforms.entrySet()) {
        var files = new Replica(shop, each.getKey(), "all");
        var known = there.get(each.getKey());
        var gone = united(identifiers(files.read(night, "removes"), each.getValue()));
        known.removeIf(person -> person.stream().anyMatch(gone::contains));
        known.addAll(identifiers(files.read(night, "adds"), each.getValue()));
        assertThat(united(known))
            .as("known to %s after %s", each.getKey(), night)
            .isEqualTo(united(identifiers(files.read(night, "full"), each.getValue())));
        removed += gone.size();
      }
    }
    assertThat(removed).isGreaterThan(40);
  }

  private static void takeRemoves(Shop shop, String platform) {
    shop.with("destinations.profiles." + platform + ".purpose=marketing")
        .with("destinations.profiles." + platform + ".removal=file")
        .with("deliver.files." + platform + "=full,removes,adds");
  }

  private static Set<Set<String>> identifiers(List<String> rows, List<Integer> places) {
    return rows.stream()
        .map(row -> row.split("\\|", -1))
        .map(
            cells ->
                places.stream()
                    .filter(place -> !cells[place].isEmpty())
                    .map(place -> place + " " + cells[place])
                    .collect(Collectors.toSet()))
        .collect(Collectors.toSet());
  }

  private static Set<String> united(Set<Set<String>> people) {
    return people.stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  @Test
  void aSharedIdentifierStaysForAsLongAsOneHasIt(Shop shop) {
    Everybody.in(shop, "generic-csv")
        .with("audiences.declared.all.except.attributes.country=FR")
        .with("deliver.files.generic-csv=full,removes,adds");
    Everybody.tell(shop, "2025-01-01", "A,Ann,home@example.com", "B,Bob,home@example.com");
    shop.run("2025-01-29");
    var replica = new Replica(shop, "generic-csv", "all");
    replica.follow("2025-01-29");
    Everybody.moveAway(shop, "2025-01-30", "A,Ann,home@example.com");
    shop.run("2025-01-30");
    assertThat(replica.read("2025-01-30", "removes"))
        .extracting(IdentifiersNightTest::contact)
        .containsExactly("A|");
    replica.follow("2025-01-30");
    assertThat(replica.rows()).isEqualTo(replica.read("2025-01-30", "full"));
    Everybody.moveAway(shop, "2025-01-31", "B,Bob,home@example.com");
    shop.run("2025-01-31");
    assertThat(replica.read("2025-01-31", "removes"))
        .extracting(IdentifiersNightTest::contact)
        .containsExactly("B|home@example.com");
  }

  /** Google knows nobody by key, and takes all spellings of a Gmail mailbox for one. */
  @Test
  void addressesThatAreOneMailboxAreOneIdentifier(Shop shop) {
    Everybody.in(shop, GOOGLE)
        .with("audiences.declared.all.purpose=advertising")
        .with("audiences.declared.all.identifiers=email")
        .with("deliver.files." + GOOGLE + "=full,removes,adds");
    Everybody.tell(shop, "2025-01-01", "A,Ann,an.n@gmail.com", "B,Bob,ann+shop@gmail.com");
    shop.run("2025-01-30");
    Everybody.tell(shop, "2025-01-31", "A,Ann,ann@example.com");
    shop.run("2025-01-31");
    var google = new Replica(shop, GOOGLE, "all");
    assertThat(google.read("2025-01-31", "full")).hasSize(2);
    assertThat(google.read("2025-01-31", "adds")).hasSize(1);
    assertThat(google.read("2025-01-31", "removes")).as("the mailbox is Bob's too").isEmpty();
    Everybody.tell(shop, "2025-02-01", "B,Bob,bob@example.com");
    shop.run("2025-02-01");
    assertThat(google.read("2025-02-01", "removes"))
        .containsExactly(
            Replica.sha256("ann@gmail.com".getBytes(StandardCharsets.UTF_8)) + "|||||");
  }

  @Test
  void aChangedAttributeIsAddedAndNobodyIsRemoved(Shop shop) {
    Everybody.in(shop, "meta-customer-list,generic-csv")
        .with("audiences.declared.all.purpose=advertising")
        .with("audiences.declared.all.identifiers=email")
        .with("destinations.profiles.generic-csv.purpose=advertising")
        .with("deliver.files.meta-customer-list=removes,adds")
        .with("deliver.files.generic-csv=removes,adds");
    Everybody.tell(shop, "2025-01-01", "A,Ann,ann@example.com", "B,Bob,bob@example.com");
    shop.run("2025-01-29");
    ANight.in(shop, "2025-01-30").withOrders("A 1 day ago 10.00").run();
    var generic = new Replica(shop, "generic-csv", "all");
    assertThat(meta(shop, "2025-01-30", "adds")).as("another value").isEmpty();
    assertThat(generic.read("2025-01-30", "adds")).as("says that it is compared").hasSize(1);
    Everybody.tell(shop, "2025-01-31", "B,Robert,bob@example.com");
    shop.run("2025-01-31");
    assertThat(meta(shop, "2025-01-31", "adds")).as("another name").hasSize(1);
    for (var night : List.of("2025-01-30", "2025-01-31")) {
      assertThat(meta(shop, night, "removes")).isEmpty();
      assertThat(generic.read(night, "removes")).isEmpty();
    }
  }

  @Test
  void nobodyIsRemovedByAColumnThatIsNoLongerThere(Shop shop) throws IOException {
    var before = Everybody.in(shop, "generic-csv,excel-csv");
    before.with("deliver.files.generic-csv=removes,adds");
    var columns = "destinations.profiles.generic-csv.columns";
    shop.with(columns + "[0].header=address").with(columns + "[0].field=email");
    Everybody.tell(shop, "2025-01-01", "A,Ann,a1@example.com", "B,Bob,b1@example.com");
    shop.run("2025-01-30");
    var without = Everybody.in(new Shop(shop.database(), shop.folder()), "generic-csv,excel-csv");
    without.with("deliver.files.generic-csv=removes,adds");
    without.with(columns + "[0].header=number").with(columns + "[0].field=phone");
    assertThatThrownBy(() -> without.run("2025-01-31"))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.DELIVERY_FAILED))
        .hasMessageContaining("2 customers are to be removed by a column that")
        .hasMessageContaining("destinations.profiles.generic-csv")
        .hasMessageContaining("Next: nightjar resume --date 2025-01-31");
    assertThat(Everybody.names(shop, "generic-csv", "2025-01-31")).isEmpty();
    assertThat(Everybody.names(shop, "excel-csv", "2025-01-31")).contains(Extract.MARKER);
    Everybody.optOut(shop, "2025-01-31", "B,Bob,");
    shop.runAgain("2025-01-31");
    assertThat(new Replica(shop, "generic-csv", "all").read("2025-01-31", "removes"))
        .containsExactly("b1@example.com");
  }

  @Test
  void removesNeedAColumnThatIdentifies(Shop shop) {
    Everybody.in(shop, "generic-csv").with("deliver.files.generic-csv=removes,adds");
    shop.with("destinations.profiles.generic-csv.columns[0].header=name")
        .with("destinations.profiles.generic-csv.columns[0].field=last-name");
    assertThatThrownBy(() -> shop.run("2025-01-31"))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining(
            "deliver.files.generic-csv: destinations.profiles.generic-csv has no");
  }

  @Test
  void columnsThatChangedKeepWhatWasSentInItsPlace(Shop shop) {
    Everybody.in(shop, "generic-csv").with("deliver.files.generic-csv=removes,adds");
    Everybody.tell(shop, "2025-01-01", "A,Ann,a1@example.com", "B,Bob,b1@example.com");
    shop.run("2025-01-30");
    var columns = "destinations.profiles.generic-csv.columns";
    shop.with(columns + "[0].header=the address")
        .with(columns + "[0].field=email")
        .with(columns + "[1].header=the key")
        .with(columns + "[1].field=customer-key");
    Everybody.optOut(shop, "2025-01-31", "A,Ann,");
    shop.run("2025-01-31");
    var removes = new Replica(shop, "generic-csv", "all").read("2025-01-31", "removes");
    assertThat(removes).containsExactly("a1@example.com|A");
    shop.runAgain("2025-01-31");
    assertThat(new Replica(shop, "generic-csv", "all").read("2025-01-31", "removes"))
        .isEqualTo(removes);
  }

  /** Rows of a file for Meta, whose header has names that repeat. */
  private static List<String> meta(Shop shop, String night, String kind) {
    var file = "meta-customer-list/all/%1$s/all__%1$s__%2$s.csv".formatted(night, kind);
    return shop.extracts().get(file).lines().skip(1).toList();
  }

  /** Key and address. */
  private static String contact(String row) {
    var cells = row.split("\\|", -1);
    return cells[0] + "|" + cells[1];
  }
}
