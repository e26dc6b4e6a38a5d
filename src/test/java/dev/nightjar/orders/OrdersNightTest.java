package dev.nightjar.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lines and totals become. */
@DatabaseTest
class OrdersNightTest {
  private static final String NIGHT = "2025-01-31";
  private static final String TOTALS = "Kunde;Tag;Zeit;Summe;Waehrung;Kanal";
  private static final String LINE_1 = "1,2025-01-10 12:00:00,A,P,1,10.00,completed";
  private static final String ORDERS =
      "select order_number, customer_key, ordered_on, is_kept, lines_count, net_value"
          + " from orders.orders order by 1";
  private static final String VALUES =
      "select order_number, net_value from orders.orders order by 1";
  private static final String OUTCOMES =
      "select outcome, lines from orders.line_outcomes where night = '2025-01-31' order by 1";

  @BeforeEach
  void noFurtherThanScores(Shop shop) {
    shop.upTo("rfm");
  }

  @Test
  void eachTotalWithoutANumberIsAnOrderNamedForItsPlace(Shop shop) {
    withTotals(shop)
        .deliver(
            "totals-1.csv",
            TOTALS,
            "A;10.01.2025;12:30;1.234,56;EUR;Laden",
            "A;10.01.2025;12:30;1.234,56;EUR;Laden",
            "B;20.01.2025;00:00;1.50;EUR;",
            "B;20.01.2025;23:59;1,50;eur;",
            "C;20.01.2025;12:00;9,99;USD;",
            "C;20.01.2025;25:00;9,99;EUR;",
            ";20.01.2025;12:00;5;EUR;Netz \"neu\"")
        .run(NIGHT);
    assertThat(shop.rows(ORDERS))
        .containsExactly(
            "totals-1.csv:2|A|2025-01-10|true|1|1234.56",
            "totals-1.csv:3|A|2025-01-10|true|1|1234.56",
            "totals-1.csv:5|B|2025-01-20|true|1|1.50");
    assertThat(shop.rows("select line_number, column_name, reason from ingest.rejects order by 1"))
        .containsExactly("4|Summe|not-a-decimal", "6|Waehrung|other-currency", "7|Tag|not-a-time");
    assertThat(
            shop.rows(
                "select line_number, ordered_at, quantity, country, attributes ->> 'channel'"
                    + " from ingest.order_lines order by 1"))
        .containsExactly(
            "2|2025-01-10 12:30:00.0|1|DE|Laden",
            "3|2025-01-10 12:30:00.0|1|DE|Laden",
            "5|2025-01-20 23:59:00.0|1|DE|",
            "8|2025-01-20 12:00:00.0|1|DE|Netz \"neu\"");
    assertThat(shop.rows("select count(*) from ingest.order_lines where attributes is null"))
        .containsExactly("1");
    assertThat(shop.rows(OUTCOMES)).containsExactly("kept|3", "no-customer|1", "rejected|3");
    assertThat(shop.rows("select orders_count, net_value from rfm.scores where customer_key = 'A'"))
        .containsExactly("2|2469.12");
  }

  @Test
  void negativeTotalsLowerTheValueOrAreLeftOutAsTheSourceSays(Shop shop) {
    withTotals(shop)
        .with("ingest.sources.totals.return-marker.negative-quantity=true")
        .deliver(
            "totals-1.csv",
            TOTALS,
            "A;10.01.2025;12:00;100;EUR;",
            "A;12.01.2025;12:00;-30;EUR;",
            "B;12.01.2025;12:00;-5;EUR;",
            "B;13.01.2025;12:00;0;EUR;")
        .run(NIGHT);
    assertThat(shop.rows(ORDERS))
        .containsExactly(
            "totals-1.csv:2|A|2025-01-10|true|1|100",
            "totals-1.csv:3|A|2025-01-12|false|1|-30",
            "totals-1.csv:4|B|2025-01-12|false|1|-5",
            "totals-1.csv:5|B|2025-01-13|false|1|0");
    assertThat(shop.rows(OUTCOMES)).containsExactly("kept|4");
    var scores = "select customer_key, recency_days, orders_count, net_value from rfm.scores";
    assertThat(shop.rows(scores + " where customer_key = 'A'")).containsExactly("A|21|1|70");

    shop.with("ingest.sources.totals.returns=ignore").runAgain(NIGHT);
    assertThat(shop.rows(ORDERS)).containsExactly("totals-1.csv:2|A|2025-01-10|true|1|100");
    assertThat(shop.rows(OUTCOMES)).containsExactly("kept|1", "no-value|1", "return|2");
    assertThat(shop.rows(scores + " where customer_key = 'A'")).containsExactly("A|21|1|100");
  }

  @Test
  void freeOrdersCountAsTheSourceSays(Shop shop) {
    var policy = "ingest.sources.shop-orders.free-lines=";
    var metrics =
        "select customer_key, recency_days, orders_count, net_value, standing from rfm.scores"
            + " order by 1";
    withFreeLines(shop).run(NIGHT);
    assertThat(shop.rows("select order_number from orders.orders where is_kept order by 1"))
        .containsExactly("2");
    assertThat(shop.rows(metrics))
        .containsExactly(
            "A|19|1|10.00|scored",
            "B||0|0.00|prospect",
            "C||0|0.00|net-returner",
            "D||0|-5.00|net-returner");

    shop.with(policy + "count").runAgain(NIGHT);
    assertThat(shop.rows("select order_number from orders.orders where is_kept order by 1"))
        .as("4 was sent back whole")
        .containsExactly("1", "2", "3", "5", "6");
    assertThat(shop.rows(metrics))
        .as("C has sent something back")
        .containsExactly(
            "A|11|2|10.00|scored",
            "B|16|1|0.00|scored",
            "C|6|1|0.00|net-returner",
            "D|21|1|-5.00|net-returner");
    assertThat(shop.rows(OUTCOMES)).containsExactly("kept|9");
    assertThat(shop.differences(NIGHT)).isEmpty();

    shop.with(policy + "leave-out").runAgain(NIGHT);
    assertThat(shop.rows("select count(*) from orders.orders where is_kept")).containsExactly("1");
    assertThat(shop.differences(NIGHT)).isEmpty();
  }

  @Test
  void freeLinesAreKeptWithoutTheReturnsWhereTheSourceCountsThem(Shop shop) {
    shop.with("ingest.sources.shop-orders.returns=ignore");
    withFreeLines(shop).run(NIGHT);
    assertThat(shop.rows(OUTCOMES)).containsExactly("kept|2", "no-value|5", "return|2");
    assertThat(shop.rows(VALUES)).containsExactly("2|10.00", "4|20.00");

    shop.with("ingest.sources.shop-orders.free-lines=count").runAgain(NIGHT);
    assertThat(shop.rows(OUTCOMES)).containsExactly("kept|7", "return|2");
    assertThat(shop.rows("select order_number, is_kept, net_value from orders.orders order by 1"))
        .containsExactly(
            "1|true|0.00",
            "2|true|10.00",
            "3|true|0.00",
            "4|true|20.00",
            "5|true|0.00",
            "6|true|0.00");
    assertThat(shop.rows("select distinct standing from rfm.scores")).containsExactly("scored");
    assertThat(shop.differences(NIGHT)).isEmpty();
  }

  /** One night on, a free order counts alike for touched customers and for all others. */
  @Test
  void aFreeOrderOfALaterNightRefreshesItsCustomer(Shop shop) {
    shop.with("ingest.sources.shop-orders.free-lines=count");
    withFreeLines(shop).run(NIGHT);
    shop.deliver("orders-2.csv", ANight.header(), "8,2025-02-01 12:00:00,B,P,2,0.00,completed")
        .run("2025-02-01");
    assertThat(
            shop.rows(
                "select recency_days, orders_count, standing from rfm.scores"
                    + " where customer_key = 'B'"))
        .containsExactly("0|2|scored");
    assertThat(shop.differences("2025-02-01")).isEmpty();
  }

  /** One line cancels the other, and neither is free: in one file, in two, on one day, on two. */
  @Test
  void linesThatCancelEachOtherAreNoFreeOrder(Shop shop) {
    shop.with("ingest.sources.shop-orders.free-lines=count")
        .with("ingest.sources.shop-orders.duplicates=keep")
        .deliver(
            "orders-1.csv",
            ANight.header(),
            "1,2025-01-20 12:00:00,A,P,1,20.00,completed",
            "1,2025-01-20 12:00:00,A,Q,1,-20.00,completed",
            "2,2025-01-20 12:00:00,B,P,1,20.00,completed",
            "2,2025-01-21 12:00:00,B,Q,1,-20.00,completed",
            "3,2025-01-20 12:00:00,C,P,1,20.00,completed",
            "4,2025-01-20 12:00:00,D,P,1,0.00,completed")
        .deliver(
            "orders-2.csv",
            ANight.header(),
            "3,2025-01-20 12:00:00,C,Q,1,-20.00,completed",
            "4,2025-01-20 12:00:00,D,Q,1,0.00,completed")
        .run(NIGHT);
    assertThat(shop.rows("select customer_key, orders_count, standing from rfm.scores order by 1"))
        .containsExactly("A|0|prospect", "B|0|prospect", "C|0|prospect", "D|1|scored");
    assertThat(shop.differences(NIGHT)).isEmpty();
  }

  private static Shop withFreeLines(Shop shop) {
    return shop.deliver(
        "orders-1.csv",
        ANight.header(),
        "1,2025-01-20 12:00:00,A,P,1,0.00,completed",
        "2,2025-01-12 12:00:00,A,P,1,10.00,completed",
        "2,2025-01-12 12:00:00,A,Q,1,0.00,completed",
        "3,2025-01-15 12:00:00,B,P,1,0.00,completed",
        "4,2025-01-14 12:00:00,C,P,1,20.00,completed",
        "4,2025-01-16 12:00:00,C,P,-1,20.00,returned",
        "5,2025-01-25 12:00:00,C,P,1,0.00,completed",
        "6,2025-01-10 12:00:00,D,P,1,0.00,completed",
        "7,2025-01-12 12:00:00,D,P,-1,5.00,returned");
  }

  @Test
  void repeatedLinesCountAsTheSourceSays(Shop shop) {
    var policy = "ingest.sources.shop-orders.duplicates=";
    shop.with(policy + "keep")
        .deliver(
            "orders-1.csv",
            ANight.header(),
            LINE_1,
            LINE_1,
            "1,2025-01-10 12:00:00,A,Q,1,5.00,completed",
            "1,2025-01-10 12:00:00,A,P,2,10.00,completed")
        .deliver(
            "orders-2.csv",
            ANight.header(),
            LINE_1,
            "1,2025-01-10 12:00:00,A,P,1,11.00,completed",
            "2,2025-01-11 12:00:00,A,P,1,4.00,completed",
            "2,2025-01-11 12:00:00,A,P,1,4.00,cancelled")
        .run(NIGHT);
    assertThat(shop.rows(VALUES)).containsExactly("1|66.00", "2|4.00");
    assertThat(shop.rows(OUTCOMES)).containsExactly("kept|7", "status-not-kept|1");

    shop.with(policy + "drop-identical").runAgain(NIGHT);
    assertThat(shop.rows(VALUES)).as("10 + 5 + 20 + 11").containsExactly("1|46.00", "2|4.00");
    assertThat(shop.rows(OUTCOMES)).containsExactly("duplicate|2", "kept|5", "status-not-kept|1");

    shop.with(policy + "by-key").runAgain(NIGHT);
    assertThat(shop.rows(VALUES))
        .as("the last of P, which came in the second file, and Q; order 2 was cancelled last")
        .containsExactly("1|16.00");
    assertThat(shop.rows(OUTCOMES)).containsExactly("duplicate|5", "kept|2", "status-not-kept|1");
  }

  @Test
  void attributesTellLinesApart(Shop shop) {
    shop.with("ingest.sources.shop-orders.attributes.channel=product_code")
        .deliver("orders-1.csv", ANight.header(), LINE_1, LINE_1)
        .run(NIGHT);
    assertThat(shop.rows("select distinct attributes::text from ingest.order_lines"))
        .containsExactly("{\"channel\": \"P\"}");
    assertThat(shop.rows(VALUES)).containsExactly("1|10.00");
    shop.deliver(
            "orders-2.csv",
            ANight.header().replace("order_number", "x,order_number"),
            "y,1,2025-01-10 12:00:00,A,P,1,10.00,completed")
        .with("ingest.sources.shop-orders.attributes.channel=x")
        .runAgain(NIGHT);
    assertThat(shop.rows(VALUES)).containsExactly("1|20.00");
  }

  @Test
  void theLastLineOfAKeyIsTheLastOfTheTimeBeforeTheNightIsOver(Shop shop) {
    shop.with("ingest.sources.shop-orders.duplicates=by-key")
        .deliver("orders-1.csv", ANight.header(), LINE_1)
        .run(NIGHT);
    shop.deliver("orders-2.csv", ANight.header(), "1,2025-02-01 12:00:00,A,P,1,12.00,completed")
        .run("2025-02-01");
    assertThat(shop.rows(VALUES)).containsExactly("1|12.00");
    shop.runAgain(NIGHT);
    assertThat(shop.rows(VALUES)).containsExactly("1|10.00");
    assertThat(shop.rows(OUTCOMES)).containsExactly("after-night|1", "kept|1");
  }

  /** A source of totals in German, with no number of the order. */
  private static Shop withTotals(Shop shop) {
    var source =
        List.of(
            "feed=orders",
            "files=totals-*.csv",
            "layout.delimiter=;",
            "columns.customer=Kunde",
            "columns.ordered-at=Tag,Zeit",
            "columns.total=Summe",
            "columns.currency=Waehrung",
            "constants.country=DE",
            "attributes.channel=Kanal",
            "date-format=dd.MM.yyyy HH:mm",
            "numbers.decimal=,",
            "numbers.thousands=.",
            "expect.max-reject-share=0.5");
    source.forEach(setting -> shop.with("ingest.sources.totals." + setting));
    return shop.with("business.currency=EUR").with("ingest.sources.online-retail.currency=EUR");
  }
}
