package dev.nightjar.bench;

import dev.nightjar.home.NewHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;

/** The home of a {@link NightShop}: four audiences go to seven destinations. */
final class ShopHome {
  private static final String SETTINGS =
      """
      ingest:
        sources:
          bench-lines:
            feed: order-lines
            files: bench-lines-*.csv
            columns:
              order: InvoiceNo
              product: StockCode
              quantity: Quantity
              ordered-at: InvoiceDate
              unit-price: UnitPrice
              customer: CustomerID
              country: Country
          bench-contacts:
            feed: customers
            files: bench-contacts-*.csv
            columns:
              customer: customer
              updated-at: updated
              first-name: first
              last-name: last
              email: email
              phone: phone
              country: country
              zip: zip
              consent: consent
              opted-out: opted_out
      audiences:
        declared:
          newsletter:
            description: Everybody who agreed
            destinations: [braze, generic-csv]
            identifiers: [email]
            select:
              orders: {at-least: 0}
          best:
            description: Best customers
            destinations: [meta-customer-list, generic-ndjson]
            identifiers: [email]
            select:
              segments: [Champions, Loyal]
          slipping:
            description: Good customers who began to slip away
            destinations: [generic-parquet, tiktok-customer-file]
            identifiers: [email]
            select:
              segments: [At Risk, Cannot Lose Them, Hibernating]
          recent:
            description: Customers of the last weeks
            destinations: [google-customer-match]
            identifiers: [email]
            select:
              days-since-order: {at-most: 60}
      deliver:
        files:
          braze: [adds]
          tiktok-customer-file: [removes, adds]
          google-customer-match: [removes, adds]
      """;

  private ShopHome() {}

  /** Makes a home with the settings of the shop. */
  static void make(Path home, Path installation) throws IOException {
    new NewHome(ZoneOffset.UTC, Currency.getInstance("GBP")).make(home, installation);
    Files.writeString(home.resolve("config/bench.yaml"), SETTINGS);
  }

  /**
   * Brings files of the shop into the inbox.
   *
   * @param name of the files' night
   */
  static void deliver(Path files, String name, Path home) throws IOException {
    for (var feed : List.of("bench-lines-", "bench-contacts-")) {
      var file = feed + name + ".csv";
      Files.createLink(home.resolve("inbox").resolve(file), files.resolve(file));
    }
  }
}
