package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** UCI Online Retail through a whole night, against an independent project's R, F and M. */
@DatabaseTest
class OnlineRetailTest {
  private static final Path SHARED =
      Path.of(Optional.ofNullable(System.getenv("SHARED_DIR")).orElse("../shared"));

  @Test
  void everyCustomerHasThePublishedRecencyFrequencyAndMonetaryValue(Shop shop) throws IOException {
    var data = SHARED.resolve("data/online_retail.csv.gz");
    assumeTrue(Files.exists(data), () -> "skipped: no real data in " + SHARED.toAbsolutePath());
    shop.with("rfm.window=all").deliver("online_retail.csv.gz", Files.readAllBytes(data));

    assertThat(shop.run("2011-12-09")).isPresent();

    assertThat(
            shop.rows(
                """
                select customer_key, recency_days, orders_count, round(net_value, 2)
                from rfm.scores where standing = 'scored'
                """))
        .hasSize(4338)
        .containsExactlyInAnyOrderElementsOf(published());
    assertThat(shop.rows("select outcome, lines from orders.line_outcomes order by 1"))
        .containsExactly("kept|397884", "no-customer|135080", "no-value|40", "return|8905");
    assertThat(shop.rows("select lines_read, lines_rejected from ingest.files"))
        .containsExactly("541909|0");
    assertThat(shop.rows("select count(*) from orders.orders where is_kept"))
        .containsExactly("18532");
  }

  private static Iterable<String> published() throws IOException {
    var oracle = SHARED.resolve("oracles/online_retail_whitehorse_rfm_4338.csv");
    return Files.readAllLines(oracle).stream()
        .skip(1)
        .map(line -> line.split(","))
        .map(
            cells ->
                "%s|%s|%s|%s"
                    .formatted(
                        new BigDecimal(cells[0]).toBigInteger(),
                        cells[4],
                        cells[2],
                        new BigDecimal(cells[3]).setScale(2, RoundingMode.HALF_UP)))
        .collect(Collectors.toList());
  }
}
