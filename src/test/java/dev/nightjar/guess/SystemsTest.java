package dev.nightjar.guess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Home;
import dev.nightjar.home.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of known systems, in layouts of which no example is given. */
class SystemsTest {
  @Test
  void squarespaceHasWhatIsTheOrdersInItsFirstRow() {
    var rest = ",,,,,,,,,,,,,,,1,Tea,5.00";
    assertThat(
            AnExport.of(
                    "Order ID,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,"
                        + "Subtotal,Shipping,Taxes,Amount Refunded,Total,Discount Code,Discount Amount,"
                        + "Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price",
                    i ->
                        i % 2 == 1
                            ? "%05d,a%d@example.com%s".formatted(i / 2, i / 2, rest)
                            : "%05d,a%d@example.com,PAID,,FULFILLED,,USD,10,2,0,0.00,12.00,,0,Post,2024-01-%02d 10:00:00 -0500,1,Mug,5.00"
                                .formatted(i / 2, i / 2, 1 + i % 28))
                .guess())
        .contains(
            "squarespace-orders:",
            "order: [\"Order ID\"]",
            "refunded: [\"Amount Refunded\"]",
            "date-format: \"yyyy-MM-dd HH:mm:ss Z\"",
            "fill-down: [customer, status, currency, ordered-at]",
            "once-per-order: [total, refunded]",
            "kept-statuses: [\"PAID\"")
        .doesNotContain("?");
  }

  @Test
  void squareHasDateAndTimeInTwoColumnsAndAsksForTheZoneAndTheDollar() {
    assertThat(
            AnExport.of(
                    "Date,Time,Time Zone,Gross Sales,Net Sales,Tax,Total Collected,Transaction ID,Event Type,Customer ID",
                    i ->
                        "2024-02-%02d,14:05:%02d,Eastern Time (US & Canada),$1,$1,$0,\"%s$1,%03d.50\",T%d,%s,C%d"
                            .formatted(
                                1 + i % 28,
                                i,
                                i % 20 == 0 ? "-" : "",
                                i,
                                i,
                                i % 20 == 0 ? "Refund" : "Payment",
                                i))
                .guess())
        .contains(
            "square-transactions:",
            "ordered-at: [\"Date\", \"Time\"]",
            "total: [\"Total Collected\"]",
            "zone: \"?\" # of the column Time Zone",
            "numbers: {thousands: \",\"}",
            "currency: \"?\" # the sign at the amounts can be of",
            "kept-statuses: [\"Payment\", \"Refund\"]",
            "statuses: [\"Refund\"]",
            "negative-quantity: true");
  }

  @Test
  void amazonsPricesAreOfAllPiecesOfALine() {
    assertThat(
            AnExport.of(
                    "order-id\torder-item-id\tpurchase-date\tbuyer-email\tsku\tquantity-purchased\tcurrency\titem-price\tship-country",
                    i ->
                        "111-%d\t%d\t2024-03-%02dT18:54:21+00:00\tb%d@marketplace.example\ts%d\t2\tUSD\t20.00\tUS"
                            .formatted(i / 2, i, 1 + i % 28, i, i))
                .guess())
        .contains(
            "amazon-orders:",
            "feed: order-lines",
            "unit-price: [\"item-price\"]",
            "constants: {quantity: 1}",
            "date-format: \"iso-8601\"")
        .doesNotContain("?");
    assertThat(
            AnExport.of(
                    "amazon-order-id\tpurchase-date\torder-status\tsales-channel\tsku\tquantity\tcurrency\titem-price",
                    i ->
                        "1-%d\t2024-03-01T18:54:21+00:00\tShipped\tAmazon.com\ts\t1\tUSD\t9"
                            .formatted(i))
                .guess())
        .contains("amazon-all-orders:", "customer: \"?\" # this report does not name the customer");
  }

  @Test
  void stripesOlderExportIsInUtcAndAskedAboutAStatusThatIsNew() {
    var export =
        AnExport.of(
            "id,Description,Created (UTC),Amount,Amount Refunded,Currency,Mode,Status,Customer ID,Customer Email",
            i ->
                "ch_%d,,2019-05-%02d 10:11,%d.00,0.00,usd,Live,%s,%s,c%d@example.com"
                    .formatted(
                        i,
                        1 + i % 28,
                        10 + i,
                        i == 7 ? "Frozen" : "Paid",
                        i % 4 == 0 ? "" : "cus_" + i,
                        i));
    assertThat(export.guess())
        .contains(
            "stripe-charges:",
            "customer: [\"Customer Email\"]",
            "date-format: \"yyyy-MM-dd HH:mm\"",
            "zone: UTC",
            "kept-statuses: [\"Paid\", \"Partially Refunded\", \"?\"] # orders: Paid 59, Frozen 1; add");
  }

  @Test
  void aGridOfNamesIsAskedForTheCustomer() {
    assertThat(
            AnExport.of(
                    "\"Order #\",\"Purchased From (Store)\",\"Purchased On\",\"Bill to Name\",\"G.T. (Purchased)\",\"Status\"",
                    i ->
                        "\"1%05d\",Main,\"Jun %d, 2016 10:11:12 PM\",Ann,\"€1,%03d.00\",Complete"
                            .formatted(i, 1 + i % 28, i))
                .guess())
        .contains(
            "magento-grid:",
            "customer: \"?\" # this grid has only names",
            "date-format: \"MMM d, yyyy h:mm:ss a\"",
            "numbers: {thousands: \",\"}",
            "currency: \"?\" # the amounts are in EUR, and business.currency is GBP; set"
                + " business.rates.EUR, then write EUR",
            "kept-statuses: [\"Complete\", \"Processing\"]");
  }

  @Test
  void aGuestIsKnownByTheAddressWhereTheIdIsZero() {
    var header =
        "order_id,date,status,order_total,refunded_total,order_currency,customer_id,billing_email,line_items";
    assertThat(
            AnExport.of(
                    header,
                    i ->
                        "%d,2024-01-%02d 10:00:00,completed,9.5,0,GBP,%d,a%d@example.com,x"
                            .formatted(i, 1 + i % 28, i % 3, i))
                .guess())
        .contains("woocommerce-rows:", "customer: [\"billing_email\"]");
    assertThat(
            AnExport.of(
                    header,
                    i ->
                        "%d,2024-01-%02d 10:00:00,completed,9.5,0,GBP,%d,a%d@example.com,x"
                            .formatted(i, 1 + i % 28, i + 1, i))
                .guess())
        .contains("customer: [\"customer_id\"]");
  }

  @Test
  void aSystemThatIsNamedIsTakenAndItsMissingColumnsAreAskedFor() {
    assertThat(
            AnExport.of(
                    "Name,Email,Created at,Total",
                    i -> "#%d,a%d@example.com,2024-01-01 10:00:00 +0000,9".formatted(i, i))
                .guess("shopify"))
        .contains("shopify-orders:", "total: [\"Total\"]", "duplicates: newest-file");
    assertThat(
            AnExport.of(
                    "Name,Email,Created at",
                    i -> "#%d,a%d@example.com,2024-01-01 10:00:00 +0000".formatted(i, i))
                .guess("shopify"))
        .contains("total: \"?\" # not recognised");
  }

  @Test
  void aPresetIsData(@TempDir Path folder) throws Exception {
    var home = folder.resolve("config/till.yaml");
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        home,
        """
        guess:
          presets:
            till-receipts:
              system: till
              header: [Bon, Wert]
              columns: {order: [Bon], customer: [Karte], ordered-at: [Zeit], total: [Wert]}
        """);
    var place = new Home(folder, folder, List.of());
    var presets = SettingsLoader.section(place, GuessSettings.class);
    var business = SettingsLoader.section(place, BusinessSettings.class);
    var file = folder.resolve("bons.csv");
    Files.writeString(file, "Bon,Karte,Zeit,Wert\n1,K1,2026-01-02 10:00,9.50\n");
    assertThat(new Guess(presets, business).systems()).containsExactly("till");
    assertThat(new Guess(presets, business).yaml(file, null, null))
        .contains("till-receipts:", "order: [\"Bon\"]", "customer: [\"Karte\"]")
        .contains("date-format: \"yyyy-MM-dd HH:mm\"");
  }
}
