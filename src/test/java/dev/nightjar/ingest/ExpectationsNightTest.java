package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** What a source promises of its files, and what is kept of those that break it. */
@DatabaseTest
class ExpectationsNightTest {
  private static final String NIGHT = "2025-01-31";
  private static final String GOOD = "%d,2025-01-10 12:00:00,A,P,1,10.00,completed";
  private static final String BAD = "%d,2025-01-10 12:00:00,A,P,some,10.00,completed";

  @Test
  void filesOfTooFewOrTooManyLinesAreQuarantined(Shop shop) {
    shop.with("ingest.sources.shop-orders.expect.min-rows=2")
        .with("ingest.sources.shop-orders.expect.max-rows=3")
        .with("ingest.sources.shop-orders.expect.max-reject-share=1")
        .deliver("orders-1.csv", file(1, i -> true))
        .deliver("orders-2.csv", file(2, i -> i == 1))
        .deliver("orders-3.csv", file(3, i -> true))
        .deliver("orders-4.csv", file(4, i -> true))
        .run(NIGHT);
    assertThat(shop.rows("select name, verdict, reason, lines_read from ingest.files order by 1"))
        .containsExactly(
            "orders-1.csv|quarantined|1 line, fewer than min-rows 2|1",
            "orders-2.csv|loaded||2",
            "orders-3.csv|loaded||3",
            "orders-4.csv|quarantined|4 lines, more than max-rows 3|4");
    assertThat(shop.rows("select count(*) from ingest.order_lines")).containsExactly("4");
  }

  @Test
  void theNightStopsWhereTheOnlyFileOfARequiredSourceIsQuarantined(Shop shop) {
    shop.with("ingest.sources.shop-orders.expect.required=true")
        .with("ingest.sources.shop-orders.expect.min-rows=2")
        .deliver("orders-1.csv", file(1, i -> true));
    assertThatThrownBy(() -> shop.run(NIGHT))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.FILE_QUARANTINED))
        .hasMessageContaining("orders-1.csv is quarantined: 1 line, fewer than min-rows 2");
    assertThat(shop.rows("select count(*) from orders.orders")).containsExactly("0");
    shop.with("ingest.sources.shop-orders.expect.required=false");
    assertThat(shop.resume()).isPresent();
  }

  @Test
  void everyRejectOfALoadedFileIsStoredOnceAndEveryGoodLineLoaded(Shop shop) {
    shop.with("ingest.sources.shop-orders.expect.max-reject-share=1")
        .with("gates.declared.rejects.error-if.above=1")
        .deliver("orders-1.csv", file(5000, i -> i % 2 == 0))
        .deliver("orders-2.csv", file(1000, i -> false))
        .run(NIGHT);
    assertThat(
            shop.rows(
                "select name, verdict, lines_read, lines_loaded, lines_rejected from ingest.files"
                    + " order by 1"))
        .containsExactly("orders-1.csv|loaded|5000|2500|2500", "orders-2.csv|loaded|1000|0|1000");
    var counts =
        """
        select name, count(*), count(distinct t.line_number), min(t.line_number),
          max(t.line_number)
        from ingest.%s t join ingest.files using (file_id) group by 1 order by 1
        """;
    assertThat(shop.rows(counts.formatted("rejects")))
        .containsExactly("orders-1.csv|2500|2500|2|5000", "orders-2.csv|1000|1000|2|1001");
    assertThat(shop.rows(counts.formatted("order_lines")))
        .containsExactly("orders-1.csv|2500|2500|3|5001");
    assertThat(shop.rows(LINES_THAT_ARE_BOTH)).containsExactly("0");
    assertThat(
            shop.rows("select outcome, lines from orders.line_outcomes where outcome = 'rejected'"))
        .containsExactly("rejected|3500");
    assertThat(shop.rows("select reason, cells[1], cells[5] from ingest.rejects limit 1"))
        .containsExactly("not-a-decimal|1|some");
  }

  @Test
  void aQuarantinedFileKeepsItsFirstThousandRejects(Shop shop) {
    shop.deliver("orders-1.csv", file(3000, i -> i % 2 == 0)).run(NIGHT);
    assertThat(shop.rows("select verdict, reason, lines_read, lines_rejected from ingest.files"))
        .containsExactly(
            "quarantined|1500 of 3000 lines are rejects, more than the source's share of 0.1"
                + "|3000|1500");
    assertThat(shop.rows("select count(*), min(line_number), max(line_number) from ingest.rejects"))
        .containsExactly("1000|2|2000");
    assertThat(shop.rows("select count(*) from ingest.order_lines")).containsExactly("0");
    assertThat(shop.rows("select count(*) from orders.line_outcomes")).containsExactly("0");
  }

  @Test
  void whatARejectSaysIsKeptWholeEvenWhereNoTableHoldsIt(Shop shop) {
    shop.with("ingest.sources.shop-orders.expect.max-reject-share=1")
        .deliver(
            "orders-1.csv",
            ANight.header(),
            "1,2025-01-10 12:00:00,A\0B,P,1,10.00,completed",
            "2,2025-01-10 12:00:00,A,%s,1,10.00,completed".formatted("x".repeat(5000)),
            "3,\"2025-01-10\n12:00\",A,\"P,\"\"Q\"\"\",1,10.00,completed")
        .run(NIGHT);
    assertThat(
            shop.rows(
                "select line_number, column_name, reason, cells[3], cells[4] from ingest.rejects"
                    + " order by 1"))
        .containsExactly(
            "2|customer_id|nul-character|A\uFFFDB|P",
            "3|product_code|too-long|A|" + "x".repeat(4000),
            "4|ordered_at|not-a-time|A|P,\"Q\"");
  }

  private static final String LINES_THAT_ARE_BOTH =
      "select count(*) from ingest.rejects join ingest.order_lines using (file_id, line_number)";

  private static String[] file(int lines, IntPredicate isGood) {
    List<String> file = new ArrayList<>(List.of(ANight.header()));
    for (int i = 1; i <= lines; i++) {
      file.add((isGood.test(i) ? GOOD : BAD).formatted(i));
    }
    return file.toArray(String[]::new);
  }
}
