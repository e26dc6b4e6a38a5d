package dev.nightjar.deliver;

import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.views.Audiences;
import dev.nightjar.views.Audiences.Delivery;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a destination would refuse or not use is withheld, and shown. */
@DatabaseTest
class MinimumNightTest {
  private static final String FIRST = "2025-01-30";
  private static final String SECOND = "2025-01-31";
  private static final String LINKEDIN = "linkedin-contacts";
  private static final String FOLDER = LINKEDIN + "/all/" + SECOND + "/";
  private static final String SUMMARY =
      "select summary from pipeline.stages where stage = 'deliver' order by night desc, revision"
          + " desc limit 1";

  @Test
  void aListThatIsTooSmallHasNoMarkerAndIsSentWholeOnceItIsNot(Shop shop) {
    with(shop, LINKEDIN).with("destinations.profiles.linkedin-contacts.require-at-least=3");
    Everybody.tell(shop, "2025-01-01", people(1, 2));
    shop.run(FIRST);
    assertThat(shop.extracts().keySet())
        .containsExactlyInAnyOrder(
            FOLDER.replace(SECOND, FIRST) + "all__2025-01-30__full.csv",
            FOLDER.replace(SECOND, FIRST) + "datapackage.json");
    assertThat(shop.rows(SUMMARY).get(0))
        .contains(
            "all at linkedin-contacts: withheld: linkedin-contacts takes no list of fewer than 3"
                + " people, and this one has 2");
    assertThat(delivery(shop, FIRST))
        .satisfies(
            each -> {
              assertThat(each.isWithheld()).isTrue();
              assertThat(each.warnings()).singleElement().asString().startsWith("withheld: ");
            });
    assertThat(shop.rows("select * from deliver.states")).isEmpty();
    Everybody.tell(shop, SECOND, people(3, 3));
    shop.run(SECOND);
    assertThat(shop.extracts())
        .containsKeys(FOLDER + Extract.MARKER, LINKEDIN + "/all/current.csv");
    assertThat(delivery(shop, SECOND).rows()).isEqualTo(3);
  }

  /** A copy of old would still hold them. */
  @Test
  void whoRefusedIsInNoCopyOfAListThatBecameTooSmall(Shop shop) {
    with(shop, LINKEDIN).with("destinations.profiles.linkedin-contacts.require-at-least=3");
    Everybody.tell(shop, "2025-01-01", people(1, 3));
    shop.run(FIRST);
    assertThat(shop.extracts()).containsKey(LINKEDIN + "/all/current.csv");
    Everybody.optOut(shop, SECOND, people(1, 1));
    shop.run(SECOND);
    assertThat(shop.extracts()).doesNotContainKey(LINKEDIN + "/all/current.csv");
    assertThat(shop.extracts()).doesNotContainKey(FOLDER + Extract.MARKER);
    assertThat(shop.rows(SUMMARY).get(0))
        .contains("1 people who refused are still at linkedin-contacts: remove them there");
  }

  @Test
  void removalsAreNeverWithheld(Shop shop) {
    with(shop, LINKEDIN)
        .with("destinations.profiles.linkedin-contacts.require-at-least=3")
        .with("deliver.files.linkedin-contacts=full,removes,adds");
    Everybody.tell(shop, "2025-01-01", people(1, 3));
    shop.run(FIRST);
    Everybody.optOut(shop, SECOND, people(1, 1));
    shop.run(SECOND);
    assertThat(shop.extracts()).containsKey(FOLDER + Extract.MARKER);
    assertThat(shop.extracts().get(FOLDER + "all__2025-01-31__removes.csv").lines()).hasSize(2);
  }

  /** Without a marker each file would be read. */
  @Test
  void whereThereIsNoMarkerNothingIsDelivered(Shop shop) {
    with(shop, LINKEDIN)
        .with("destinations.profiles.linkedin-contacts.require-at-least=3")
        .with("destinations.profiles.linkedin-contacts.layout.marker=none");
    Everybody.tell(shop, "2025-01-01", people(1, 3));
    shop.run(SECOND);
    assertThat(shop.extracts()).containsKey(FOLDER + "all__2025-01-31__full.csv");
    Everybody.optOut(shop, SECOND, people(1, 1));
    shop.runAgain(SECOND);
    assertThat(shop.extracts()).isEmpty();
  }

  @Test
  void whatADestinationWillNotUseIsShownByTheNightAndItsAudiences(Shop shop) {
    with(shop, "google-customer-match");
    shop.with("ingest.sources.shop-customers.columns.zip=city");
    shop.deliver(
        "customers-1.csv",
        Everybody.CUSTOMERS,
        "A,2025-01-01 00:00:00,Ann,Ash,ann@example.com,,GB,#1,yes,no",
        "B,2025-01-01 00:00:00,Bob,Bay,bob@example.com,,GB,#2,yes,no");
    shop.run(SECOND);
    var size = "google-customer-match uses no list of fewer than 100 people, and this one has 2";
    var zips = "Zip is left empty for 2 of 2 people: 2 not-a-zip";
    assertThat(shop.rows(SUMMARY).get(0))
        .contains("; all at google-customer-match: " + size)
        .contains("; all at google-customer-match: " + zips);
    assertThat(delivery(shop, SECOND).warnings()).containsExactly(size, zips);
    assertThat(shop.extracts()).containsKey("google-customer-match/all/" + SECOND + "/_SUCCESS");
  }

  /** Every value that a destination does not take is counted, by destination, column and reason. */
  @Test
  void cellsThatAreLeftEmptyAreShownWithTheirReasons(Shop shop) {
    with(shop, "google-customer-match");
    shop.with("ingest.sources.shop-customers.columns.zip=city");
    shop.deliver(
        "customers-1.csv",
        Everybody.CUSTOMERS,
        "A,2025-01-01 00:00:00,Ann,Ash,ann@example.com,12,GB,SW1A 1AA,yes,no",
        "B,2025-01-01 00:00:00,Bob,Bay,bob@example.com,0113 496 0999,,#2,yes,no",
        "C,2025-01-01 00:00:00,Cem,Can,cem@example.com,,Atlantis,SW1A 1AA,yes,no",
        "D,2025-01-01 00:00:00,Dan,Dee,.dan@example.com,,GB,SW1A 1AA,yes,no");
    shop.run(SECOND);
    var lines =
        new String[] {
          "Country is left empty for 1 of 4 people: 1 not-a-country",
          "Email is left empty for 1 of 4 people: 1 not-an-email",
          "Phone is left empty for 2 of 4 people: 2 not-a-phone",
          "Zip is left empty for 1 of 4 people: 1 not-a-zip"
        };
    assertThat(delivery(shop, SECOND).warnings()).contains(lines);
    assertThat(shop.rows(SUMMARY).get(0))
        .contains("5 cells left empty in Country, Email, Phone, Zip (nightjar audiences says why)");
    assertThat(nightjar(shop, "audiences").output())
        .containsPattern("Destination +Night +File +Published +Delivered")
        .containsPattern("all +google-customer-match +2025-01-31 +google\\S+__full.csv +4 +3\n")
        .contains("all at google-customer-match: " + lines[2]);
    assertThat(nightjar(shop, "audiences", "--json").output()).contains(lines[2]);
    assertThat(shop.reports().values())
        .singleElement()
        .asString()
        .contains("Audience all at google-customer-match: " + lines[2]);
  }

  private static Delivery delivery(Shop shop, String night) {
    var audiences = shop.query(db -> Audiences.of(LocalDate.parse(night), db)).audiences();
    return audiences.get(0).deliveries().get(0);
  }

  private static Shop with(Shop shop, String destination) {
    return Everybody.in(shop, destination)
        .with("destinations.profiles." + destination + ".purpose=marketing")
        .with("audiences.declared.all.identifiers=email");
  }

  private static String[] people(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> "C%1$d,Ann,p%1$d@example.com".formatted(i))
        .toArray(String[]::new);
  }
}
