package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Nobody stays at a destination that is not told of an audience any more. */
@DatabaseTest
class EmptiedAudiencesTest {
  private static final String FIRST = "2025-01-29";
  private static final String SECOND = "2025-01-30";
  private static final String THIRD = "2025-01-31";
  private static final String FOURTH = "2025-02-01";
  private static final String FILES = "deliver.files.generic-csv=full,removes,adds";

  @Test
  void anAudienceThatIsNotDeclaredAnyMoreIsEmptiedOnce(Shop shop) throws IOException {
    told(Everybody.in(shop, "generic-csv").with(FILES)).run(FIRST);
    var without = told(new Shop(shop.database(), shop.folder()).with(FILES));
    without.run(SECOND);
    var replica = new Replica(shop, "generic-csv", "all");
    replica.follow(FIRST);
    assertThat(replica.rows()).hasSize(2);
    replica.follow(SECOND);
    assertThat(replica.rows()).isEmpty();
    assertThat(replica.read(SECOND, "full")).isEmpty();
    assertThat(Replica.read(shop.folder().resolve("extracts/generic-csv/all/current.csv")))
        .isEmpty();
    assertThat(shop.rows("select summary from pipeline.stages where stage = 'deliver'"))
        .anyMatch(
            each -> each.contains("emptied, because nobody is sent any more: all at generic-csv"));
    assertThat(manifest(shop, SECOND))
        .contains("nobody of this audience is sent any more", "\"published\" : 0");
    var once = replica.read(SECOND, "removes");
    without.runAgain(SECOND);
    assertThat(replica.read(SECOND, "removes")).isEqualTo(once);
    without.run(THIRD);
    assertThat(Everybody.names(shop, "generic-csv", THIRD)).isEmpty();
  }

  @Test
  void aDestinationThatIsGoneFromAnAudience(Shop shop) {
    told(Everybody.in(shop, "generic-csv,excel-csv").with(FILES)).run(FIRST);
    var elsewhere = told(Everybody.in(new Shop(shop.database(), shop.folder()), "excel-csv"));
    elsewhere.with(FILES).run(SECOND);
    assertThat(new Replica(shop, "generic-csv", "all").read(SECOND, "removes")).hasSize(2);
    assertThat(new Replica(shop, "excel-csv", "all").read(SECOND, "full")).hasSize(2);
  }

  @Test
  void aDestinationThatIsDescribedNoMoreIsTold(Shop shop) {
    var crm = "destinations.profiles.crm.";
    told(Everybody.in(shop, "crm"))
        .with(crm + "version=1")
        .with(crm + "source=https://crm.example/import")
        .with(crm + "checked-on=2025-01-01")
        .with(crm + "channel=any")
        .with(crm + "purpose=marketing")
        .with(crm + "columns[0].header=key")
        .with(crm + "columns[0].field=customer-key")
        .run(FIRST);
    told(Everybody.in(new Shop(shop.database(), shop.folder()), "generic-csv")).run(SECOND);
    assertThat(shop.rows("select summary from pipeline.stages where stage = 'deliver'"))
        .anyMatch(
            each ->
                each.contains("still there, as the settings do not have the destination: all at"));
  }

  @Test
  void anAudienceThatBecameTooSmallAndGrewAgain(Shop shop) {
    told(Everybody.in(shop, "generic-csv").with(FILES))
        .with("audiences.declared.all.minimum.block-below=2");
    shop.run(FIRST);
    optOut(shop, SECOND, "yes");
    shop.run(SECOND);
    optOut(shop, THIRD, "no");
    shop.run(THIRD);
    var replica = new Replica(shop, "generic-csv", "all");
    replica.follow(FIRST);
    replica.follow(SECOND);
    assertThat(replica.rows()).isEmpty();
    replica.follow(THIRD);
    assertThat(replica.rows()).hasSize(2);
    shop.run(FOURTH);
    assertThat(replica.read(FOURTH, "full")).hasSize(2);
  }

  @Test
  void onlyAfterAnApprovalWhereThereAreMany(Shop shop) throws IOException {
    told(Everybody.in(shop, "generic-csv").with(FILES)).run(FIRST);
    new Shop(shop.database(), shop.folder()).with(FILES).with("deliver.guard.from=1").run(SECOND);
    assertThat(Everybody.names(shop, "generic-csv", SECOND)).doesNotContain(Extract.MARKER);
    assertThat(
            shop.rows(
                "select stopped_for from deliver.changes where audience = 'all' and night = '%s'"
                    .formatted(SECOND)))
        .singleElement()
        .asString()
        .startsWith("2 of 2 customers would be removed");
    assertThat(shop.rows("select customers from deliver.states where audience = 'all'"))
        .containsExactly("2");
  }

  @Test
  void aDestinationIsToldToRemoveAnErasedPerson(Shop shop) {
    told(Everybody.in(shop, "generic-csv").with("deliver.files.generic-csv=removes,adds"))
        .with("privacy.secret=a secret of the tests")
        .run(FIRST);
    shop.erase("A");
    assertThat(
            shop.rows(
                "select cells, encode(fingerprint, 'hex') from deliver.sent_rows"
                    + " where customer_key <> 'B'"))
        .as("kept until the destination knows")
        .containsExactly("[A, , , , , , , , , ]|");
    shop.run(SECOND);
    var replica = new Replica(shop, "generic-csv", "all");
    assertThat(replica.read(SECOND, "removes")).singleElement().asString().isEqualTo("A||||||||");
    assertThat(replica.read(SECOND, "adds")).isEmpty();
    shop.run(THIRD);
    assertThat(replica.read(THIRD, "removes")).isEmpty();
    assertThat(shop.rows("select customer_key from deliver.sent_rows")).containsExactly("B");
  }

  @Test
  void aFileOfRemovesTellsADestinationToRemove(Shop shop) {
    var destination = "microsoft-customer-match";
    told(Everybody.in(shop, destination))
        .with("audiences.declared.all.purpose=advertising")
        .with("audiences.declared.all.identifiers=email")
        .with("deliver.deliveries." + destination + ".parameters.all.list-id=4711")
        .with("deliver.files." + destination + "=full,removes,adds");
    shop.run(FIRST);
    optOut(shop, SECOND, "yes");
    shop.run(SECOND);
    var files = shop.extracts();
    var name = destination + "/all/%1$s/all__%1$s__%2$s.csv";
    assertThat(files.get(name.formatted(SECOND, "removes")).lines().skip(2))
        .containsExactly(
            "Customer List,Active,4711,,,,,,Customer,all,Remove,,",
            "Customer List Item,,,4711,,,,,,,,Email,"
                + "5ff860bf1190596c7188ab851db691f0f3169c453936e9e1eba2f9a47f7a0018");
    assertThat(files.get(name.formatted(SECOND, "full"))).contains(",all,Replace,,");
    assertThat(files.get(name.formatted(FIRST, "adds"))).contains(",all,Add,,");
  }

  private static Shop told(Shop shop) {
    Everybody.tell(shop, "2025-01-01", "A,Ann,ann@example.com", "B,Bob,bob@example.com");
    return shop;
  }

  private static void optOut(Shop shop, String night, String isOut) {
    shop.deliver(
        "customers-" + night + ".csv",
        Everybody.CUSTOMERS,
        "B,%s 00:00:00,Bob,Bay,bob@example.com,,GB,,yes,%s".formatted(night, isOut));
  }

  private static String manifest(Shop shop, String night) throws IOException {
    return Files.readString(
        shop.folder().resolve("extracts/generic-csv/all").resolve(night).resolve(Extract.MANIFEST));
  }
}
