package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.BadSettings;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Orders in other currencies than the shop's pounds. */
@DatabaseTest
class RatesNightTest {
  private static final String NIGHT = "2025-01-31";
  private static final String HEADER = ANight.header() + ",currency";
  private static final String SOURCE = "ingest.sources.shop-orders.";
  private static final String CURRENCY = SOURCE + "columns.currency=currency";
  private static final String RATES = "business.rates.EUR";
  private static final String VALUES =
      "select order_number, net_value from orders.orders order by 1";
  private static final String REJECTS =
      "select line_number, column_name, reason from ingest.rejects order by file_id, 1";
  private static final String[] LINES = {
    HEADER,
    "1,2024-12-31 23:59:59,A,P,2,10.00,completed,EUR",
    "1,2025-01-01 00:00:00,A,Q,1,10.00,completed,EUR",
    "2,2025-01-10 12:00:00,B,P,1,10.00,completed,GBP",
    "3,2025-01-10 12:00:00,C,P,1,10.00,completed,USD",
    "4,2023-12-31 12:00:00,D,P,1,10.00,completed,EUR",
  };

  @Test
  void linesAreConvertedWhenTheyAreLoadedAndStayAsTheyAre(Shop shop) throws Exception {
    withRates(shop.with(CURRENCY)).deliver("orders-1.csv", LINES).run(NIGHT);
    assertThat(shop.rows("select line_number, unit_price from ingest.order_lines order by 1"))
        .containsExactly("2|8.650000", "3|8.320000", "4|10.00");
    assertThat(shop.rows(VALUES)).containsExactly("1|25.620000", "2|10.00");
    assertThat(shop.rows(REJECTS))
        .containsExactly("5|currency|other-currency", "6|currency|no-rate");

    shop.with(RATES + "[1].rate=0.5").runAgain(NIGHT);
    assertThat(shop.rows(VALUES)).as("as loaded").containsExactly("1|25.620000", "2|10.00");

    convertAgain(shop);
    assertThat(shop.rows(VALUES)).containsExactly("1|18.320000", "2|10.00");
    assertThat(shop.differences(NIGHT)).isEmpty();
  }

  /** As the runbook says it. */
  private static void convertAgain(Shop shop) throws Exception {
    var landed = shop.rows("select landing_path from ingest.files").get(0);
    shop.query(
        db ->
            db.execute(
                "update ingest.files set verdict = 'quarantined', reason = 'set aside by hand'"));
    var file = shop.folder().resolve("var/landing").resolve(landed);
    shop.deliver("orders-1.csv", Files.readAllBytes(file)).runAgain(NIGHT);
  }

  @Test
  void rejectsWithoutARateAreMendedByARate(Shop shop) {
    withRates(shop.with(CURRENCY)).deliver("orders-1.csv", LINES).run(NIGHT);
    shop.with("business.rates.USD[0].from=2025-01-01")
        .with("business.rates.USD[0].rate=0.75")
        .deliver(
            "nightjar-rejects-1.csv",
            "file_id,line,file,column,reason,cells",
            "1,5,orders-1.csv,currency,other-currency," + LINES[4],
            "1,6,orders-1.csv,currency,no-rate," + LINES[5])
        .runAgain(NIGHT);
    assertThat(shop.rows(VALUES)).containsExactly("1|25.620000", "2|10.00", "3|7.5000");
    assertThat(shop.rows(REJECTS)).containsExactly("6|currency|no-rate", "3|currency|no-rate");
    assertThat(shop.differences(NIGHT)).isEmpty();
  }

  @Test
  void aSourceInACurrencyThatHasRatesIsConverted(Shop shop) {
    withRates(shop.with(SOURCE + "currency=EUR"))
        .deliver("orders-1.csv", HEADER, LINES[1], LINES[5])
        .run(NIGHT);
    assertThat(shop.rows(VALUES)).containsExactly("1|17.300000");
    assertThat(shop.rows(REJECTS)).containsExactly("3||no-rate");
  }

  @Test
  void aCurrencyWithoutRatesIsReportedBeforeTheNight(Shop shop) {
    shop.with(SOURCE + "currency=USD")
        .with("ingest.sources.online-retail.currency=GBP")
        .with("ingest.sources.shop-customers.currency=EUR")
        .with(RATES + "[0].from=2024-01-01")
        .with(RATES + "[0].rate=0.8650");
    assertThatThrownBy(() -> shop.run(NIGHT))
        .isInstanceOf(BadSettings.class)
        .extracting(bad -> ((BadSettings) bad).problems())
        .asList()
        .containsExactly(
            "ingest.sources.shop-orders.currency: is USD, but business.currency is GBP;"
                + " set business.rates.USD to what one USD is worth");
    assertThat(Path.of(shop.folder() + "/var/landing")).doesNotExist();
  }

  private static Shop withRates(Shop shop) {
    return shop.with(SOURCE + "expect.max-reject-share=0.5")
        .with(RATES + "[0].from=2025-01-01")
        .with(RATES + "[0].rate=0.8320")
        .with(RATES + "[1].from=2024-01-01")
        .with(RATES + "[1].rate=0.8650");
  }
}
