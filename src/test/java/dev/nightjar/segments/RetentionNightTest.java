package dev.nightjar.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

@DatabaseTest
class RetentionNightTest {
  private static final List<String> NIGHTS =
      List.of("2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31");

  @Test
  void aNightCanBeReadBackForAsLongAsRetentionSays(Shop shop) {
    shop.with("business.retention=P2D").with("rfm.window=P3D");
    for (var night : NIGHTS) {
      ANight.in(shop, night).withOrders("A 0 days ago 10.00", "B 1 day ago 20.00").run();
    }
    assertThat(shop.rows("select night from segments.nights order by 1"))
        .isEqualTo(NIGHTS.subList(1, 4));
    assertThat(shop.rows("select night from rfm.nights order by 1"))
        .isEqualTo(NIGHTS.subList(1, 4));
    for (var night : NIGHTS.subList(1, 4)) {
      assertThat(held(shop, "segments.memberships", night)).as(night).containsExactly("2");
      assertThat(held(shop, "rfm.metrics", night)).as(night).containsExactly("2");
    }
    assertThat(shop.rows("select count(*) from rfm.metrics where valid_to <= '2025-01-29'"))
        .containsExactly("0");
  }

  private static List<String> held(Shop shop, String table, String night) {
    return shop.rows(
        "select count(*) from %1$s where valid_from <= '%2$s' and (valid_to is null or valid_to > '%2$s')"
            .formatted(table, night));
  }
}
