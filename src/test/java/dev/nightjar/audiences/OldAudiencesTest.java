package dev.nightjar.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members of a version that kept a row per customer and night, in an audience for each segment. */
@Tag("slow")
class OldAudiencesTest {
  private static final String OLD_NIGHTS =
      """
      insert into publish.audience_members values
        ('2025-01-27', 'lost', 'A', null), ('2025-01-27', 'lost', 'B', 'no-consent'),
        ('2025-01-28', 'lost', 'A', null), ('2025-01-28', 'loyal', 'B', 'no-consent'),
        ('2025-01-29', 'lost', 'A', 'opted-out'), ('2025-01-29', 'lost', 'B', 'no-consent')
      """;

  @Test
  void becomeIntervalsAndCounts(@TempDir Path folder) throws Exception {
    try (var database = TestDatabase.of("9")) {
      var shop = new Shop(database, folder);
      shop.query(db -> db.execute(OLD_NIGHTS));
      shop.stages(open -> {});
      check(shop);
      ANight.in(shop, "2025-01-30").withOrders("A 1 day ago 10.00").run();
      assertThat(shop.rows("select customer_key from audiences.members where valid_to is null"))
          .containsExactly("A");
    }
  }

  private static void check(Shop shop) {
    assertThat(
            shop.rows(
                "select audience, customer_key, valid_from, valid_to, exclusion from"
                    + " audiences.members order by 1, 2, 3"))
        .containsExactly(
            "lost|A|2025-01-27|2025-01-29|",
            "lost|A|2025-01-29||opted-out",
            "lost|B|2025-01-27|2025-01-28|no-consent",
            "lost|B|2025-01-29||no-consent",
            "loyal|B|2025-01-28|2025-01-29|no-consent");
    assertThat(
            shop.rows(
                "select night, audience, members, published from audiences.audiences order by 1,"
                    + " 2"))
        .containsExactly(
            "2025-01-27|lost|2|1",
            "2025-01-28|lost|1|1",
            "2025-01-28|loyal|1|0",
            "2025-01-29|lost|2|0");
    assertThat(
            shop.rows(
                "select exclusion, customers from audiences.exclusions where night = '2025-01-29'"
                    + " order by position"))
        .containsExactly("erased|0", "opted-out|1", "no-consent|1");
  }
}
