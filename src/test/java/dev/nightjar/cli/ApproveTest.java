package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Changes that are too large to be delivered unseen. */
@DatabaseTest
class ApproveTest {
  private static final List<String> SETTINGS =
      List.of(
          "audiences.declared.recent.select.days-since-order.at-most=2",
          "audiences.declared.recent.consent=for-contacts",
          "audiences.declared.recent.destinations=generic-csv,excel-csv",
          "audiences.declared.everybody.select.orders.at-least=1",
          "audiences.declared.everybody.consent=for-contacts",
          "deliver.files.excel-csv=removes,adds",
          "deliver.guard.from=10");

  private static final String WAITS =
      "\nrecent waits at %1$s: 30 of 40 customers would be removed, more than"
          + " deliver.guard.max-removes 0.3. Next: nightjar approve recent --destination %1$s --date"
          + " 2025-01-31, then nightjar run --date 2025-01-31 --again";

  /** Of forty, thirty are not recent any more in the second night. */
  private static void stop(Shop shop) {
    SETTINGS.forEach(shop::with);
    ANight.in(shop, "2025-01-29").withOrders(orders(1, 40, 1)).run();
    ANight.in(shop, "2025-01-31").withOrders(orders(1, 10, 0)).run();
  }

  @Test
  void aLargeChangeWaitsUntilItIsApproved(Shop shop) throws Exception {
    SETTINGS.forEach(shop::with);
    ANight.in(shop, "2025-01-29").withOrders(orders(1, 40, 1)).run();
    var before = shop.extracts();
    ANight.in(shop, "2025-01-31").withOrders(orders(1, 10, 0)).run();
    assertThat(
            shop.rows("select summary from pipeline.stages where stage = 'deliver' order by night")
                .get(1))
        .endsWith("; 2 changes wait");
    assertThat(delivered(shop, "2025-01-31")).containsExactly("everybody|generic-csv");
    assertThat(shop.extracts()).as("yesterday's files stay").containsAllEntriesOf(unnamed(before));
    assertThat(shop.rows("select night, customers from deliver.states where audience = 'recent'"))
        .containsExactly("2025-01-29|40", "2025-01-29|40");

    var told = nightjar(shop, "audiences");
    assertThat(told.output())
        .contains(WAITS.formatted("excel-csv"), WAITS.formatted("generic-csv"));
    assertThat(nightjar(shop, "status").output())
        .contains("Night 2025-01-31, revision 1: finished", WAITS.formatted("excel-csv"));
    var preview = nightjar(shop, "audiences", "preview", "recent");
    assertThat(preview.output())
        .containsPattern("generic-csv +40 +10 +0 +\\d+ +30")
        .contains("excel-csv would wait for nightjar approve: 30 of 40")
        .contains(
            "excel-csv has waited since the night of 2025-01-31: 30 of 40 customers would be");
    assertThat(shop.rows("select count(*) from deliver.changes where night = '2025-01-31'"))
        .containsExactly("3");
  }

  @Test
  void anApprovedChangeIsDeliveredByRunningTheNightAgain(Shop shop) throws Exception {
    stop(shop);
    var other = nightjar(shop, "approve", "everybody");
    assertThat(other.exitCode()).isEqualTo(6);
    assertThat(other.output()).contains("No change of everybody waits", "recent at excel-csv");

    var approved =
        nightjar(shop, "approve", "recent", "--destination", "excel-csv", "--by", "Ada", "--json");
    assertThat(approved.exitCode()).as(approved.output()).isZero();
    assertThat(JsonMapper.shared().readTree(approved.output()).get(0).get("removed").asInt())
        .isEqualTo(30);
    assertThat(
            shop.rows(
                "select night, audience, destination, removed, approved_by from deliver.approvals"))
        .containsExactly("2025-01-31|recent|excel-csv|30|Ada");
    assertThat(nightjar(shop, "audiences", "preview", "recent").output())
        .contains("generic-csv would wait for nightjar approve")
        .doesNotContain("excel-csv would wait");
    shop.runAgain("2025-01-31");
    assertThat(delivered(shop, "2025-01-31"))
        .containsExactly("everybody|generic-csv", "recent|excel-csv");
    var removes =
        shop.folder()
            .resolve("extracts/excel-csv/recent/2025-01-31/recent__2025-01-31__removes.csv");
    assertThat(Files.readAllLines(removes)).hasSizeGreaterThan(30);
    var waits = nightjar(shop, "run", "--date", "2025-01-31", "--again");
    assertThat(waits.exitCode()).as(waits.output()).isEqualTo(7);
    assertThat(waits.output()).endsWith(WAITS.formatted("generic-csv") + "\n");
    assertThat(nightjar(shop, "approve", "recent").output())
        .contains("recent at generic-csv, night 2025-01-31: approved by")
        .contains("0 added", "30 removed; 40 customers become 10.")
        .contains("Next: nightjar run --date 2025-01-31 --again");
    var done = nightjar(shop, "run", "--date", "2025-01-31", "--again");
    assertThat(done.exitCode()).as(done.output()).isZero();
  }

  @Test
  void anApprovalHoldsForTheCountsThatWereSeen(Shop shop) throws Exception {
    stop(shop);
    assertThat(nightjar(shop, "approve", "recent").exitCode()).isZero();
    // one of them orders late, so that one less would be removed
    shop.deliver(
        "orders-late.csv", ANight.header(), "L,2025-01-31 09:00:00,C00011,P,1,10.00,completed");
    shop.runAgain("2025-01-31");
    assertThat(delivered(shop, "2025-01-31")).containsExactly("everybody|generic-csv");
    // the next night asks anew
    ANight.in(shop, "2025-02-01").run();
    assertThat(delivered(shop, "2025-02-01")).containsExactly("everybody|generic-csv");
    var late = nightjar(shop, "approve", "recent", "--date", "2025-01-31");
    assertThat(late.exitCode()).isEqualTo(6);
    assertThat(late.output()).contains("recent at generic-csv (2025-02-01)");
  }

  @Test
  void thoseWhoRefusedCountInNeitherLine(Shop shop) throws Exception {
    SETTINGS.forEach(shop::with);
    ANight.in(shop, "2025-01-29").withOrders(orders(1, 40, 1)).run();
    shop.deliver(
        "customers-1.csv",
        "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out",
        "C00040,2025-01-30 00:00:00,,,,,,,,yes",
        "C00039,2025-01-30 00:00:00,,,,,,,,yes");
    ANight.in(shop, "2025-01-31").withOrders(orders(1, 10, 0)).run();
    assertThat(nightjar(shop, "audiences").output())
        .contains("recent waits at excel-csv: 28 of 38 customers would be removed");
    assertThat(nightjar(shop, "audiences", "preview", "recent").output())
        .contains(
            "28 of 38 customers would be removed", "0 would be added, 10 changed, 28 removed.");
    assertThat(nightjar(shop, "approve", "recent").output())
        .contains("28 removed; 38 customers become 10.");
  }

  @Test
  void growthIsAskedForToo(Shop shop) {
    SETTINGS.forEach(shop::with);
    ANight.in(shop, "2025-01-29").withOrders(orders(1, 10, 0)).run();
    ANight.in(shop, "2025-01-30").withOrders(orders(11, 20, 0)).run();
    assertThat(delivered(shop, "2025-01-30")).hasSize(3);
    ANight.in(shop, "2025-01-31").withOrders(orders(21, 51, 0)).run();
    assertThat(
            shop.rows(
                "select stopped_for from deliver.changes where audience = 'everybody' and night ="
                    + " '2025-01-31'"))
        .containsExactly(
            "20 customers would become 51, more growth than deliver.guard.max-growth 1");
  }

  /** Orders of customers by number, so many days ago. */
  private static String[] orders(int from, int to, int days) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> "C%05d %d days ago 10.00 completed order O%d-%d".formatted(i, days, i, days))
        .toArray(String[]::new);
  }

  /** Without the manifests and files that the second night replaces. */
  private static java.util.Map<String, String> unnamed(java.util.Map<String, String> extracts) {
    var of = new java.util.TreeMap<>(extracts);
    of.keySet().removeIf(each -> each.startsWith(Path.of("generic-csv", "everybody").toString()));
    return of;
  }

  private static List<String> delivered(Shop shop, String night) {
    return shop.rows(
        "select audience, destination from deliver.extracts where night = '%s' order by 1, 2"
            .formatted(night));
  }
}
