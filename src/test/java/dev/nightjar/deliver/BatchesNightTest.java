package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * An address takes rows in batches and fails at random: whatever happens, it has the people of the
 * night once the night is confirmed, and never somebody who refused.
 */
@DatabaseTest
class BatchesNightTest {
  private static final String HTTPS = "deliver.deliveries.generic-ndjson.";
  private static final String COLUMNS = "destinations.profiles.generic-ndjson.columns";
  private static final LocalDate FIRST = LocalDate.parse("2025-01-22");

  /** The audience goes to the address, and as a full file to where the test can see it. */
  static Shop to(Shop shop, RowsPlatform platform) {
    return Everybody.in(shop, "generic-ndjson,generic-csv")
        .with("privacy.secret=a secret of the tests")
        .with("deliver.files.generic-ndjson=removes,adds")
        .with(HTTPS + "https.url=" + platform.address() + "/audiences")
        .with(HTTPS + "https.secret=" + RowsPlatform.SECRET)
        .with(HTTPS + "https.batch-rows=" + RowsPlatform.MOST_ROWS)
        .with(HTTPS + "retries=8");
  }

  /** The values in a night's full file, each as {@code KEY VALUE}. */
  static Set<String> tonight(Shop shop, String night, int column) {
    var file = "extracts/generic-csv/all/%1$s/all__%1$s__full.csv".formatted(night);
    return Replica.read(shop.folder().resolve(file)).stream()
        .map(row -> row.split("\\|", -1))
        .map(cells -> cells[0] + " " + cells[column])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static void assertTonight(Shop shop, RowsPlatform platform, String night) {
    assertThat(platform.values("all", "customer_key"))
        .as("people of " + night)
        .isEqualTo(tonight(shop, night, 0));
    assertThat(platform.hasOthers("all")).isTrue();
    assertThat(platform.violations()).isEmpty();
  }

  @Test
  void theAddressHasThePeopleOfEachConfirmedNight(Shop shop) throws Exception {
    long seed = Long.getLong("nightjar.test.seed", System.nanoTime());
    System.out.println("BatchesNightTest: -Dnightjar.test.seed=" + seed);
    var random = new Random(seed);
    var people = new ChangingPeople(seed, 120);
    int broken = 0;
    try (var platform = new RowsPlatform(seed)) {
      to(shop, platform);
      platform.putOthers("all", "X1", "X2");
      platform.failing(20);
      for (int i = 0; i < 14; i++) {
        var night = FIRST.plusDays(i);
        people.live(shop, night);
        if (i > 0 && random.nextInt(3) == 0) {
          shop.erase("C%05d".formatted(1 + random.nextInt(120)));
        }
        boolean breaks = i < 13 && random.nextInt(3) == 0;
        platform.failAfter(breaks ? random.nextInt(4) : Integer.MAX_VALUE);
        try {
          shop.run(night.toString());
          assertTonight(shop, platform, night.toString());
        } catch (Failure e) {
          assertThat(e.code()).isEqualTo(FailureCode.DELIVERY_FAILED);
          broken++;
          assertNobodyRefused(shop, platform);
          if (random.nextBoolean()) {
            platform.failAfter(Integer.MAX_VALUE);
            shop.resume(night.toString());
            assertTonight(shop, platform, night.toString());
          }
        }
      }
      assertThat(platform.repeated()).as("batches that came twice").isPositive();
    }
    System.out.printf("BatchesNightTest: %d of 14 nights were broken off%n", broken);
    assertThat(Files.readString(Path.of(System.getProperty("nightjar.log"))))
        .as("what the address answers")
        .doesNotContain("the address quotes");
  }

  private static void assertNobodyRefused(Shop shop, RowsPlatform platform) {
    var refused =
        Set.copyOf(
            shop.rows("select customer_key from orders.customers where is_opted_out or is_erased"));
    assertThat(platform.ours("all")).as("who refused is gone").noneMatch(refused::contains);
  }

  @Test
  void whoRefusedLeavesThoughNobodyCanBeAdded(Shop shop) {
    try (var platform = new RowsPlatform(1)) {
      to(shop, platform);
      Everybody.tell(shop, "2025-01-01", AGuard.people(1, 60));
      shop.run("2025-01-29");
      assertThat(platform.log())
          .containsExactly(
              "2025-01-29 all adds 1", "2025-01-29 all adds 2", "2025-01-29 all adds 3");
      platform.down(true);
      Everybody.optOut(shop, "2025-01-30", AGuard.people(1, 2));
      Everybody.tell(shop, "2025-01-30", AGuard.people(61, 70));
      assertThatThrownBy(() -> shop.run("2025-01-30"))
          .hasMessageContaining("HTTP status 422")
          .hasMessageNotContaining("ann@example.com");
      assertThat(platform.ours("all")).hasSize(58);
      assertThat(
              shop.rows(
                  "select night, customers, begun_night from deliver.states where begun_number > 0"))
          .containsExactly("2025-01-29|60|2025-01-30");
      platform.down(false);
      shop.resume("2025-01-30");
      assertTonight(shop, platform, "2025-01-30");
      assertThat(platform.ours("all")).hasSize(68);
      assertThat(platform.log()).doesNotHaveDuplicates();
      assertThat(
              shop.rows(
                  "select path, lines, warnings from deliver.extracts where destination = 'generic-ndjson' order by night desc limit 1"))
          .singleElement()
          .asString()
          .startsWith("2 batches|68|");
      assertThat(NightjarProcess.nightjar(shop, "audiences").output()).contains("2 batches");
      assertThat(
              shop.rows("select count(*), sum(lines) from published.exports where action = 'sent'"))
          .containsExactly("5|72");
    }
  }

  @Test
  void anErasedPersonIsPendingUntilTheAddressConfirmed(Shop shop) {
    try (var platform = new RowsPlatform(1)) {
      to(shop, platform);
      Everybody.tell(shop, "2025-01-01", AGuard.people(1, 10));
      shop.run("2025-01-29");
      var erased = shop.erase("C00003");
      assertThat(erased.pending())
          .singleElement()
          .satisfies(
              each -> {
                assertThat(each.place()).isEqualTo(platform.address() + "/audiences");
                assertThat(each.problem()).isEqualTo("the next delivery removes the person there");
              });
      assertThat(platform.ours("all")).hasSize(10);
      shop.run("2025-01-30");
      assertThat(platform.ours("all")).hasSize(9).doesNotContain("C00003");
      assertThat(shop.rows("select 1 from deliver.withdrawals")).isEmpty();
      assertThat(
              shop.rows(
                      "select summary from pipeline.stages where stage = 'deliver' order by night desc limit 1")
                  .get(0))
          .doesNotContain("withdrawn from");
      shop.run("2025-01-31");
      assertThat(shop.rows("select 1 from deliver.sent_rows where octet_length(fingerprint) = 0"))
          .isEmpty();
    }
  }

  @Test
  void anEmptyValueOverwritesOnlyIfTheProfileSaysSo(Shop shop) {
    try (var platform = new RowsPlatform(1)) {
      to(shop, platform);
      column(shop, 0, "customer_key", "customer-key");
      column(shop, 1, "first", "first-name");
      column(shop, 2, "last", "last-name").with(COLUMNS + "[2].clears=true");
      Everybody.tell(shop, "2025-01-01", "A,Ann,a@example.com", "B,Bob,b@example.com");
      shop.run("2025-01-29");
      shop.deliver(
          "customers-2025-01-30.csv",
          Everybody.CUSTOMERS,
          "A,2025-01-30 00:00:00,,,a@example.com,,GB,,yes,no");
      shop.run("2025-01-30");
      assertThat(platform.values("all", "first")).containsExactly("A Ann", "B Bob");
      assertThat(platform.values("all", "last")).containsExactly("A null", "B Ash");
    }
  }

  private static Shop column(Shop shop, int place, String header, String field) {
    return shop.with("%s[%d].header=%s".formatted(COLUMNS, place, header))
        .with("%s[%d].field=%s".formatted(COLUMNS, place, field));
  }

  @Test
  void addressesAndSecretsAreChecked(Shop shop) {
    shop.with("deliver.deliveries.klaviyo-api.klaviyo.url=http://crm.example")
        .with("deliver.deliveries.generic-csv.https.url=https://ann@crm.example/in?key=1")
        .with("deliver.deliveries.generic-csv.https.secret=Zm9vYmFy");
    assertThat(NightjarProcess.nightjar(shop, "lint").output())
        .contains("deliver.deliveries.klaviyo-api.klaviyo.url: must begin with https://")
        .contains("deliver.deliveries.klaviyo-api.klaviyo.token: is missing")
        .contains("deliver.deliveries.generic-csv.https.url: must have no user, query or fragment")
        .contains("deliver.deliveries.generic-csv.https.secret: is not Base64 of at least 24 bytes")
        .doesNotContain("Zm9vYmFy");
  }

  @Test
  void whatDoesNotFitBatchesIsFoundBeforeAnythingIsSent(Shop shop) {
    Everybody.in(shop, "klaviyo-api,generic-csv")
        .with("audiences.declared.all.identifiers=email")
        .with("audiences.declared.some.identifiers=email")
        .with("audiences.declared.vip.identifiers=email")
        .with("audiences.declared.some.select.orders.at-least=1")
        .with("audiences.declared.some.destinations=klaviyo-api")
        .with("audiences.declared.vip.select.orders.at-least=2")
        .with("audiences.declared.vip.destinations=klaviyo-api")
        .with("destinations.profiles.klaviyo-api.purpose=marketing")
        .with("deliver.deliveries.klaviyo-api.klaviyo.token=pk")
        .with("deliver.deliveries.klaviyo-api.parameters.some.list-id=L1")
        .with("deliver.deliveries.klaviyo-api.parameters.vip.list-id=L1")
        .with("deliver.deliveries.generic-csv.https.url=https://crm.example/in")
        .with("deliver.deliveries.generic-csv.https.secret=" + RowsPlatform.SECRET);
    var parameters = "deliver.deliveries.klaviyo-api.parameters.";
    assertThat(NightjarProcess.nightjar(shop, "lint").output())
        .contains("deliver.files.generic-csv: must be [removes, adds]")
        .contains("deliver.files.klaviyo-api: must be [removes, adds]")
        .contains("destinations.profiles.generic-csv.format: must be ndjson")
        .contains(parameters + "all.list-id: is missing")
        .contains(parameters + "vip.list-id: is the list of some too");
  }
}
