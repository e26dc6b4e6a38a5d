package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@DatabaseTest
class PreviewCommandTest {
  private static final String SOURCE = "ingest.sources.shop-orders.";

  @Test
  void showsWhatTheOrdersAddUpToAndWhatIsLoadedAlready(Shop shop) throws Exception {
    var first =
        new String[] {
          ANight.header(),
          "1,2025-01-10 12:00:00,A,P,2,10.00,completed",
          "1,2025-01-10 12:00:00,A,Q,1,5.00,completed",
          "2,2025-01-12 12:00:00,B,P,1,10.00,completed"
        };
    shop.deliver("orders-1.csv", first);
    nightjar(shop, "run", "--date", "2025-01-31");
    var file =
        file(
            shop,
            "orders-2.csv",
            String.join("\n", first)
                + """

                3,2025-01-20 12:00:00,A,P,1,1000.00,completed
                4,2025-01-21 12:00:00,C,P,1,10.00,pending
                5,2025-01-22 12:00:00,,P,1,10.00,completed
                5,2025-01-32 12:00:00,A,P,1,10.00,completed
                """);
    var lenient = "--set=" + SOURCE + "expect.max-reject-share=0.5";
    var preview = nightjar(shop, "preview", file, "--rows", "1", lenient);
    assertThat(preview.exitCode()).as(preview.output()).isZero();
    assertThat(preview.output())
        .contains(
            "3 orders of 2 customers, 2025-01-10 to 2025-01-20, worth 1,035.00; the busiest customer"
                + " has 66.7% of the orders",
            "Statuses that count: completed 4",
            "Statuses left out: pending 1",
            "2 of them loaded already",
            "7 lines read, 1 rejected",
            "  1 ordered_at not-a-time, such as '2025-01-32 12:00:00'",
            "Verdict of a night: loaded");
    var figures = json(nightjar(shop, "preview", file, "--json", lenient)).get("figures");
    assertThat(figures.get("orders").asInt()).isEqualTo(3);
    assertThat(figures.has("orderNumbers")).isFalse();
  }

  @Test
  void ordersWithoutACustomerAreNotHidden(Shop shop) throws Exception {
    var lines =
        """

        1,2025-01-10 12:00:00,A,P,1,10.00,completed
        2,2025-01-10 12:00:00,,P,2,20.00,completed
        3,2025-01-10 12:00:00,,P,1,5.00,completed
        4,2025-01-10 12:00:00,,P,1,7.00,pending
        """;
    var file = file(shop, "orders-1.csv", ANight.header() + lines);
    assertThat(nightjar(shop, "preview", file).output())
        .contains("1 order of 1 customer", "worth 10.00")
        .contains("2 orders without a customer, worth 45.00: not among these");
    var figures = json(nightjar(shop, "preview", file, "--json")).get("figures");
    assertThat(figures.get("withoutCustomer").asInt()).isEqualTo(2);
  }

  @Test
  void saysHowManyPeopleAFileOfRefusalsHas(Shop shop) throws Exception {
    shop.with("ingest.sources.optouts.feed=suppressions")
        .with("ingest.sources.optouts.files=optouts*.csv")
        .with("ingest.sources.optouts.columns={email: mail, channel: channel}");
    var text = "mail,channel\na@example.com,all\na@example.com,sms\nb@example.com,\n";
    var preview = nightjar(shop, "preview", file(shop, "optouts-1.csv", text));
    assertThat(preview.output())
        .contains("Marketing would be refused to 2 people of this file", "3 lines read");
  }

  @Test
  void endsWithItsOwnCodeWhereANightWouldSetTheFileAside(Shop shop) throws Exception {
    var file = file(shop, "orders-1.csv", ANight.header() + "\n1,never,A,P,1,10.00,completed\n");
    var preview = nightjar(shop, "preview", file);
    assertThat(preview.exitCode()).isEqualTo(11);
    assertThat(preview.output())
        .contains("Verdict of a night: quarantined: 1 of 1 lines are rejects")
        .contains("Next: correct the file or its source, then nightjar preview");
  }

  @Test
  void damagedKeysAreShownByPreviewAndNightAndRejectedWhereTheSourceSaysSo(Shop shop)
      throws Exception {
    var lines =
        new String[] {
          ANight.header(),
          "1.23E+05,2025-01-10 12:00:00,7.0,P,1,10.00,completed",
          "1.24E+05,2025-01-10 12:00:00,8.0,P,1,10.00,completed"
        };
    var file = file(shop, "orders-1.csv", String.join("\n", lines) + "\n");
    assertThat(nightjar(shop, "preview", file).output())
        .contains("Damaged: 2 of 2 keys in order_number were rounded by a spreadsheet")
        .contains("Damaged: the keys in customer_id end in .0");
    var strict = "--set=" + SOURCE + "keys.damaged=reject";
    assertThat(nightjar(shop, "preview", file, strict).output())
        .contains("2 order_number damaged-key, such as '1.23E+05'");
    shop.deliver("orders-1.csv", lines);
    assertThat(nightjar(shop, "run", "--date", "2025-01-31").output())
        .contains("orders-1.csv: 2 of 2 keys in order_number were rounded by a spreadsheet")
        .contains("the keys in customer_id end in .0");
  }

  /** Totals of five orders; without once-per-order, those on each line would add up to double. */
  private static final String[] TOTALS = {
    "no,at,who,sum,state",
    "1,2025-01-10 12:00:00,A,10.00,paid",
    "1,2025-01-10 12:00:00,A,10.00,paid",
    "2,2025-01-11 12:00:00,B,20.00,paid",
    "2,2025-01-11 12:00:00,B,20.00,paid",
    "3,2025-01-12 12:00:00,C,30.00,paid",
    "4,2025-01-12 12:00:00,C,,cancelled",
    "4,2025-01-12 12:00:00,C,,cancelled",
    "5,2025-01-12 12:00:00,C,35.00,paid",
    "5,2025-01-12 12:00:00,C,5.00,paid"
  };

  private static void configure(Shop shop) {
    var till = "ingest.sources.till.";
    shop.with(till + "feed=orders")
        .with(till + "files=till*.csv")
        .with(
            till + "columns={order: no, customer: who, ordered-at: at, total: sum, status: state}")
        .with(till + "kept-statuses=[paid]");
  }

  @Test
  void aTotalOnEachLineOfAnOrderIsNotAddedUpInSilence(Shop shop) throws Exception {
    var warning =
        "2 of 3 orders with several lines have the same total on each line; if it is of the whole"
            + " order, set once-per-order: [total]";
    configure(shop);
    var file = file(shop, "till-1.csv", String.join("\n", TOTALS) + "\n");
    var preview = nightjar(shop, "preview", file).output();
    assertThat(preview).contains("Warning: " + warning);
    shop.deliver("till-1.csv", TOTALS);
    assertThat(nightjar(shop, "run", "--date", "2025-01-31").output())
        .containsPattern(
            "0 rejects;\\s+till-1.csv: 2 of 3 orders with several lines have the same total");
    shop.with("ingest.sources.till.once-per-order=[total]");
    assertThat(nightjar(shop, "preview", file).output()).doesNotContain("Warning");
  }

  @Test
  void amountsThatDifferOrAreOfOneProductAreNoTotals(Shop shop) throws Exception {
    configure(shop);
    var more = "\n6,2025-01-12 12:00:00,D,1.00,paid\n6,2025-01-12 12:00:00,D,2.00,paid\n";
    var few = file(shop, "till-1.csv", String.join("\n", TOTALS) + more);
    assertThat(nightjar(shop, "preview", few).output())
        .as("two of four are not more than half")
        .doesNotContain("Warning");
    var onePrice = new StringBuilder(ANight.header()).append('\n');
    var oneProduct = new StringBuilder(ANight.header()).append('\n');
    var totals = new StringBuilder(ANight.header()).append('\n');
    for (int i = 0; i < 20; i++) {
      var line = "%d,2025-01-10 12:00:00,A,P%d,1,%d.00,completed%n";
      onePrice.append(line.formatted(i / 2, i, 5));
      oneProduct.append(line.formatted(i / 2, i / 2, i / 2 + 1));
      totals.append(line.formatted(i / 2, i, i / 2 + 1));
    }
    assertThat(nightjar(shop, "preview", file(shop, "orders-1.csv", "" + onePrice)).output())
        .doesNotContain("Warning");
    assertThat(nightjar(shop, "preview", file(shop, "orders-2.csv", "" + oneProduct)).output())
        .doesNotContain("Warning");
    assertThat(nightjar(shop, "preview", file(shop, "orders-3.csv", "" + totals)).output())
        .contains(
            "Warning: 10 of 10 orders with several lines have the same unit-price on each line; if it"
                + " is the total of the order, give it as columns.total with feed: orders and"
                + " once-per-order: [total]");
  }

  @Test
  void noMoreOrdersAreLoadedAlreadyThanTheFileHas(Shop shop) throws Exception {
    configure(shop);
    shop.deliver("till-1.csv", TOTALS);
    nightjar(shop, "run", "--date", "2025-01-31");
    shop.with("ingest.sources.till.once-per-order=[total]");
    var preview = nightjar(shop, "preview", file(shop, "till-2.csv", String.join("\n", TOTALS)));
    assertThat(preview.output())
        .contains("4 orders of 3 customers", "4 of them loaded already", "cancelled 1");
  }

  private static String file(Shop shop, String name, String text) throws IOException {
    Path folder = Files.createDirectories(shop.folder().resolve("elsewhere"));
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
