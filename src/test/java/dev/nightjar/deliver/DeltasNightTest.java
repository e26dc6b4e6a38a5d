package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nights tell destinations of what differs from what they were sent before. */
@DatabaseTest
class DeltasNightTest {
  private static final LocalDate FIRST = LocalDate.parse("2025-01-22");

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void deltasOfTenNightsReplayToTheFullFile(long seed, Shop shop) {
    Everybody.in(shop, "generic-csv,excel-csv")
        .with("deliver.files.generic-csv=full,removes,adds,changes")
        .with("deliver.files.excel-csv=full,removes,adds")
        .with("destinations.profiles.generic-csv.max-rows=15");
    var people = new ChangingPeople(seed, 40);
    var replicas =
        List.of(new Replica(shop, "generic-csv", "all"), new Replica(shop, "excel-csv", "all"));
    for (int i = 0; i < 10; i++) {
      var night = FIRST.plusDays(i).toString();
      people.live(shop, FIRST.plusDays(i));
      assertThat(shop.run(night)).isPresent();
      for (var replica : replicas) {
        replica.follow(night);
        assertThat(replica.rows())
            .as("after " + night)
            .isEqualTo(replica.read(night, "full").stream().sorted().toList());
      }
      assertThat(counts(shop, night))
          .as("added, changed and removed come to the customers")
          .isEmpty();
    }
    assertThat(
            shop.rows("select sum(added), sum(changed), sum(removed) from deliver.changes").get(0))
        .doesNotContain("|0|");
    Replica.requireWhole(shop.folder().resolve("extracts"));
  }

  private static List<String> counts(Shop shop, String night) {
    return shop.rows(
        """
        select c.* from deliver.changes c
        join deliver.states s using (destination, audience)
        where c.night = '%1$s' and (c.customers <> c.customers_before + c.added - c.removed
          or s.night <> c.night or s.customers <> c.customers
          or c.customers <> (select count(*) from deliver.sent_rows r where r.destination = c.destination
            and r.audience = c.audience and r.removed_on is null))
        """
            .formatted(night));
  }

  @Test
  void aRemoveCarriesWhatIdentifiedAndNobodyHas(Shop shop) throws IOException {
    Everybody.in(shop, "generic-csv,excel-csv")
        .with("deliver.files.generic-csv=removes,adds")
        .with("deliver.files.excel-csv=removes,adds,changes");
    Everybody.tell(shop, "2025-01-01", "A,Ann,ann@example.com", "B,Bob,bob@example.com");
    ANight.in(shop, "2025-01-30").run();
    assertThat(Everybody.names(shop, "generic-csv", "2025-01-30"))
        .containsExactlyInAnyOrder(
            "all__2025-01-30__removes.csv",
            "all__2025-01-30__adds.csv",
            "datapackage.json",
            "_SUCCESS");
    Everybody.tell(shop, "2025-01-30", "A,Ann,new@example.com");
    shop.deliver(
        "customers-9.csv",
        Everybody.CUSTOMERS,
        "B,2025-01-30 00:00:00,Bob,Bay,bob@example.com,,GB,,yes,yes");
    ANight.in(shop, "2025-01-31").run();
    var told = new Replica(shop, "generic-csv", "all");
    assertThat(told.read("2025-01-31", "removes"))
        .extracting(DeltasNightTest::contact)
        .containsExactly("|ann@example.com", "B|bob@example.com");
    assertThat(told.read("2025-01-31", "adds"))
        .extracting(DeltasNightTest::contact)
        .containsExactly("A|new@example.com");
    var apart = new Replica(shop, "excel-csv", "all");
    assertThat(apart.read("2025-01-31", "removes"))
        .extracting(DeltasNightTest::contact)
        .containsExactly("B|bob@example.com");
    assertThat(apart.read("2025-01-31", "adds")).isEmpty();
    assertThat(apart.read("2025-01-31", "changes"))
        .extracting(DeltasNightTest::contact)
        .containsExactly("remove||ann@example.com", "add|A|new@example.com");
    assertThat(
            shop.rows(
                "select added, changed, removed, replaced from deliver.changes where night ="
                    + " '2025-01-31'"))
        .containsOnly("0|1|1|1");
  }

  /** Key and address, and before them what changes say. */
  private static String contact(String row) {
    var cells = row.split("\\|", -1);
    int key = cells[0].equals("add") || cells[0].equals("remove") ? 1 : 0;
    return (key == 1 ? cells[0] + "|" : "") + cells[key] + "|" + cells[key + 1];
  }

  @Test
  void aNightRunAgainGivesTheSameBytesAndTheNextOneGoesOnFromIt(Shop shop) throws IOException {
    Everybody.in(shop, "generic-csv").with("deliver.files.generic-csv=full,removes,adds");
    var people = new ChangingPeople(5, 40);
    var replica = new Replica(shop, "generic-csv", "all");
    for (int i = 0; i < 3; i++) {
      people.live(shop, FIRST.plusDays(i));
      var night = FIRST.plusDays(i).toString();
      shop.run(night);
      var data = data(shop);
      var state =
          shop.rows(
              "select customer_key, sent_on, removed_on, encode(fingerprint, 'hex'), cells from deliver.sent_rows order by 1, 2");
      shop.runAgain(night);
      assertThat(data(shop)).isEqualTo(data);
      assertThat(
              shop.rows(
                  "select customer_key, sent_on, removed_on, encode(fingerprint, 'hex'), cells from deliver.sent_rows order by 1, 2"))
          .isEqualTo(state);
      replica.follow(night);
      assertThat(replica.rows()).isEqualTo(replica.read(night, "full").stream().sorted().toList());
    }
    var current = shop.folder().resolve("extracts/generic-csv/all/current.csv");
    assertThat(Replica.read(current)).isEqualTo(replica.read(FIRST.plusDays(2).toString(), "full"));
    // the nights that follow go on from what a night of old told
    var before = shop.extracts();
    shop.runAgain(FIRST.plusDays(1).toString());
    assertThat(shop.extracts()).isEqualTo(before);
    assertThat(shop.rows("select distinct night from deliver.states"))
        .containsExactly(FIRST.plusDays(2).toString());
    assertThat(shop.rows("select summary from pipeline.stages where revision = 3"))
        .anyMatch(
            each ->
                each.contains(
                    "left as they are, as a later night was delivered: all at generic-csv"
                        + " (their files can have people who refused since"));
  }

  @Test
  void aFullFileOfOldIsReplacedAndTheCurrentOneStays(Shop shop) {
    Everybody.in(shop, "generic-csv");
    ANight.in(shop, "2025-01-30").withOrders("A 1 day ago 1.00").run();
    ANight.in(shop, "2025-01-31").withOrders("B 0 days ago 1.00").run();
    shop.deliver("orders-late.csv", ANight.header(), "L,2025-01-30 09:00:00,C,P,1,10.00,completed");
    shop.runAgain("2025-01-30");
    var told = new Replica(shop, "generic-csv", "all");
    assertThat(told.read("2025-01-30", "full")).hasSize(2);
    assertThat(shop.extracts().get("generic-csv/all/current.csv")).contains("\nB,");
    assertThat(shop.rows("select night, customers from deliver.states"))
        .containsExactly("2025-01-31|2");
  }

  @Test
  void aNightThatComesToOtherRowsTakesBackWhatItSent(Shop shop) {
    Everybody.in(shop, "generic-csv").with("deliver.files.generic-csv=removes,adds");
    var told = new Replica(shop, "generic-csv", "all");
    Everybody.tell(shop, "2025-01-01", "A,Ann,a1@example.com", "B,Bob,b1@example.com");
    shop.run("2025-01-30");
    Everybody.tell(shop, "2025-01-30", "A,Ann,a2@example.com", "C,Cyd,c1@example.com");
    shop.run("2025-01-31");
    // whoever read the first run has a2 and c1, whoever did not has a1
    Everybody.tell(shop, "2025-01-31", "A,Ann,a1@example.com");
    shop.deliver(
        "customers-9.csv",
        Everybody.CUSTOMERS,
        "C,2025-01-31 00:00:00,Cyd,Cox,c1@example.com,,GB,,yes,yes");
    shop.runAgain("2025-01-31");
    assertThat(told.read("2025-01-31", "removes"))
        .extracting(DeltasNightTest::contact)
        .containsExactly("|a2@example.com", "C|c1@example.com");
    assertThat(told.read("2025-01-31", "adds"))
        .extracting(DeltasNightTest::contact)
        .containsExactly("A|a1@example.com");
    assertThat(
            shop.rows(
                "select customer_key, sent_on from deliver.sent_rows where removed_on is null order by 1"))
        .containsExactly("A|2025-01-30", "B|2025-01-30");
  }

  /** Delivered data files by their path, without manifests, which name the run. */
  private static TreeMap<String, String> data(Shop shop) {
    var files = new TreeMap<>(shop.extracts());
    files.keySet().removeIf(each -> each.endsWith(Extract.MANIFEST));
    return files;
  }
}
