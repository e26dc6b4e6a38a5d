package dev.nightjar.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values of a whole order, which its lines repeat or only its first line has. */
@DatabaseTest
class WholeOrdersNightTest {
  private static final String NIGHT = "2026-06-26";
  private static final String SOURCE = "ingest.sources.web.";
  private static final String HEADER = "order,customer,day,status,currency,total,refunded,paid";
  private static final String VALUES =
      "select order_number, customer_key, is_kept, lines_count, net_value"
          + " from orders.orders order by 1, 2";
  private static final String OUTCOMES =
      "select outcome, lines from orders.line_outcomes where night = '2026-06-26' order by 1";
  private static final String REJECTS =
      "select line_number, column_name, reason from ingest.rejects order by 1";

  @BeforeEach
  void totalsOfOrders(Shop shop) {
    shop.with(SOURCE + "feed=orders")
        .with(SOURCE + "files=web-*.csv")
        .with(SOURCE + "columns.order=order")
        .with(SOURCE + "columns.customer=customer")
        .with(SOURCE + "columns.ordered-at=day")
        .with(SOURCE + "columns.status=status")
        .with(SOURCE + "columns.currency=currency")
        .with(SOURCE + "columns.total=total")
        .with(SOURCE + "columns.refunded=refunded")
        .with(SOURCE + "attributes.paid-by=paid")
        .with(SOURCE + "fill-down=status,currency,paid-by")
        .with(SOURCE + "once-per-order=total,refunded")
        .with(SOURCE + "kept-statuses=paid")
        .with(SOURCE + "date-format=yyyy-MM-dd")
        .with(SOURCE + "expect.max-reject-share=1")
        .upTo("rfm");
  }

  @Test
  void furtherLinesTakeTheValuesOfTheFirstLineOfTheirOwnOrder(Shop shop) {
    deliver(
        shop,
        "1,A,2026-06-01,paid,GBP,10.00,,card",
        "1,A,2026-06-01,,,,,",
        "2,B,2026-06-01,open,GBP,20.00,,",
        "2,B,2026-06-01,,,,,",
        "3,C,2026-06-01,,,30.00,,",
        "1,A,2026-06-01,,,,,");
    assertThat(shop.rows(VALUES)).containsExactly("1|A|true|3|10.00");
    assertThat(shop.rows(OUTCOMES)).containsExactly("kept|3", "rejected|1", "status-not-kept|2");
    assertThat(shop.rows(REJECTS)).containsExactly("6|status|no-first-line");
    assertThat(
            shop.rows(
                "select distinct attributes::text from orders.order_parts where outcome='kept'"))
        .containsExactly("{\"paid-by\": \"card\"}");
  }

  @Test
  void anOrderWhoseFirstLineIsARejectKeepsItsValues(Shop shop) {
    deliver(shop, "1,A,01.06.2026,paid,GBP,10.00,,card", "1,A,2026-06-01,,,,,", "1,A,someday,,,,,");
    assertThat(shop.rows(VALUES)).containsExactly("1|A|true|1|10.00");
    shop.deliver(
            "nightjar-rejects-2026-06-26.csv",
            "file_id,line,file,column,reason," + HEADER,
            "1,2,web-1.csv,day,not-a-time,1,A,2026-06-01,paid,GBP,10.00,,card",
            "1,4,web-1.csv,day,not-a-time," + cells(shop, 4).replace("someday", "2026-06-01"))
        .runAgain(NIGHT);
    assertThat(shop.rows(VALUES)).containsExactly("1|A|true|3|10.00");
    assertThat(shop.rows(REJECTS)).isEmpty();
  }

  @Test
  void linesTornFromTheirFirstLineAreRejectsThatCanBeMended(Shop shop) {
    deliver(
        shop,
        "1,A,2026-06-01,paid,GBP,10.00,,card,and more",
        "1,A,2026-06-01,,,,,",
        "2,B,2026-06-01,paid,GBP,7.00,,");
    assertThat(shop.rows(VALUES)).containsExactly("2|B|true|1|7.00");
    assertThat(shop.rows(REJECTS)).containsExactly("2||column-count", "3|status|no-first-line");
    shop.deliver(
            "nightjar-rejects-2026-06-26.csv",
            "file_id,line,file,column,reason," + HEADER,
            "1,2,web-1.csv,,column-count,1,A,2026-06-01,paid,GBP,10.00,,card",
            "1,3,web-1.csv,status,no-first-line,1,A,2026-06-01,,,,,")
        .runAgain(NIGHT);
    assertThat(shop.rows(VALUES)).containsExactly("1|A|true|2|10.00", "2|B|true|1|7.00");
  }

  @Test
  void aRepeatedTotalCountsOnceAnOrderAndNoOtherTotalIsAdded(Shop shop) {
    deliver(
        shop,
        "1,A,2026-06-01,paid,GBP,10.00,,",
        "2,B,2026-06-01,paid,GBP,5.00,1.00,",
        "1,A,2026-06-01,paid,GBP,10.0,,",
        "2,B,2026-06-01,paid,GBP,5.00,1.00,",
        "1,A,2026-06-01,paid,GBP,12.00,,",
        "2,B,2026-06-01,paid,GBP,5.00,2.00,",
        "3,,2026-06-01,paid,GBP,8.00,,",
        "3,C,2026-06-02,paid,GBP,8.00,,");
    assertThat(shop.rows(VALUES))
        .containsExactly("1|A|true|2|10.00", "2|B|true|2|4.00", "3|C|true|1|8.00");
    assertThat(shop.rows(REJECTS))
        .containsExactly("6|total|differs-in-order", "7|refunded|differs-in-order");
  }

  @Test
  void aRefundLowersTheValueAndAnOrderThatIsRefundedInFullIsNone(Shop shop) {
    refunds(shop.with(SOURCE + "free-lines=count"));
    assertThat(shop.rows(VALUES)).containsExactly("1|A|true|2|7.00", "5|A|true|1|0.00");
    assertThat(shop.rows(OUTCOMES)).containsExactly("kept|3", "refunded|4");
    assertThat(
            shop.rows(
                "select customer_key, frequency::int, monetary::numeric(9, 2) from rfm.metrics"))
        .containsExactly("A|2|7.00");
  }

  @Test
  void whereReturnsAreIgnoredSoAreRefundsOfAPart(Shop shop) {
    refunds(shop.with(SOURCE + "returns=ignore"));
    assertThat(shop.rows(VALUES)).containsExactly("1|A|true|2|10.00");
    assertThat(shop.rows(OUTCOMES)).containsExactly("kept|2", "no-value|1", "refunded|4");
  }

  private static void refunds(Shop shop) {
    deliver(
        shop,
        "1,A,2026-06-01,paid,GBP,10.00,3.00,",
        "1,A,2026-06-01,,,,,",
        "2,A,2026-06-02,paid,GBP,10.00,10.00,",
        "2,A,2026-06-02,,,,,",
        "3,A,2026-06-03,paid,GBP,10.00,-10.00,",
        "4,A,2026-06-04,paid,GBP,10.00,12.00,",
        "5,A,2026-06-05,paid,GBP,0.00,0.00,");
  }

  @Test
  void refundsOfLinesLowerTheirLines(Shop shop) {
    shop.with(SOURCE + "once-per-order=total");
    deliver(
        shop,
        "1,A,2026-06-01,paid,GBP,10.00,3.00,",
        "1,A,2026-06-01,paid,GBP,10.00,2.00,",
        "2,A,2026-06-01,paid,GBP,10.00,4.00,",
        "2,A,2026-06-01,paid,GBP,10.00,6.00,");
    assertThat(shop.rows(VALUES)).containsExactly("1|A|true|2|5.00");
    assertThat(shop.rows(OUTCOMES)).containsExactly("kept|2", "refunded|2");
  }

  @Test
  void refundsAreConvertedAsTheirTotals(Shop shop) {
    shop.with("business.rates.EUR[0].from=2026-01-01").with("business.rates.EUR[0].rate=0.5");
    deliver(shop, "1,A,2026-06-01,paid,EUR,10.00,3.00,", "1,A,2026-06-01,,,,,");
    assertThat(shop.rows("select order_number, net_value::numeric(9, 2) from orders.orders"))
        .containsExactly("1|3.50");
  }

  @Test
  void aRepeatedTotalCountsOnceOverTheFilesOfAnOrder(Shop shop) {
    shop.with(SOURCE + "duplicates=drop-identical");
    deliver(shop, "1,A,2026-06-01,paid,GBP,10.00,,card");
    shop.deliver("web-2.csv", HEADER, "1,A,2026-06-01,paid,GBP,10.00,,cash").runAgain(NIGHT);
    assertThat(shop.rows(VALUES)).containsExactly("1|A|true|2|10.00");
    assertThat(shop.differences(NIGHT)).doesNotContainValue(1L);
  }

  @Test
  void yearsOfTwoDigitsInTheFutureAreNoted(Shop shop) {
    shop.with(SOURCE + "date-format=dd/MM/yy");
    shop.deliver(
        "web-1.csv", HEADER, "1,A,01/06/26,paid,GBP,10.00,,", "2,A,01/06/68,paid,GBP,10.00,,");
    assertThat(shop.ingest(NIGHT).summary())
        .endsWith("; web-1.csv: in the future, as read with years of two digits: 1 date");
    assertThat(shop.rows("select latest_day from ingest.files")).containsExactly("2026-06-01");
  }

  private static void deliver(Shop shop, String... lines) {
    var all = new ArrayList<>(List.of(HEADER));
    all.addAll(List.of(lines));
    shop.deliver("web-1.csv", all.toArray(String[]::new)).run(NIGHT);
  }

  private static String cells(Shop shop, int line) {
    return shop.rows(
            "select array_to_string(cells, ',') from ingest.rejects where line_number = " + line)
        .get(0);
  }
}
