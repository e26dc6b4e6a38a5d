package dev.nightjar.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.pipeline.StageReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is selected by cluster, by tier, or for being like others. */
@DatabaseTest
class PlacesNightTest {
  private static final String NIGHT = "2025-01-31";

  @BeforeEach
  void clusterInTwo(Shop shop) {
    shop.with("clustering.min-k=2").with("clustering.max-k=2").with("clustering.tiers=Low,High");
  }

  @Test
  void lookalikesAreTheNearestOutsideTheSet(Shop shop) {
    AnAudience.in(shop)
        .consentForContacts("two", like("segments=Champions"), "select.lookalikes.count=2")
        .consentForContacts("all", like("segments=Champions"), "select.lookalikes.count=99")
        .consentForContacts("rich", like("segments=Champions"), "select.lookalikes.count=2")
        .declare("rich", "select.net-value.at-least=70")
        .consentForContacts("others", "select.orders.at-least=0")
        .declare("others", "except.lookalikes.of.segments=Champions")
        .declare("others", "except.lookalikes.count=2")
        .consentForContacts("nobody", like("segments=Prospects"), "select.lookalikes.count=2");
    ANight.in(shop, NIGHT).withOrders(further()).run();
    assertThat(members(shop, "two")).containsExactly("B", "C");
    assertThat(members(shop, "all")).containsExactly("B", "C", "D", "E");
    assertThat(members(shop, "rich"))
        .as("the nearest two first, then the value")
        .containsExactly("B");
    assertThat(members(shop, "others")).containsExactly("A", "D", "E");
    assertThat(members(shop, "nobody")).as("nobody to be like").isEmpty();
    ANight.in(shop, "2025-02-01").withOrders("E 0 days ago 900.00").run();
    assertThat(members(shop, "two")).isNotEqualTo(List.of("B", "C"));
    shop.runAgain(NIGHT);
    assertThat(members(shop, "two", NIGHT)).containsExactly("B", "C");
  }

  @Test
  void clustersGoByNumberOrNameAndTiersByTheirs(Shop shop) {
    ANight.in(shop, NIGHT).withOrders(further()).run();
    var high =
        shop.rows("select cluster, name from clustering.centroids where tier = 'High'")
            .get(0)
            .split("\\|");
    var expected =
        shop.rows(
            "select customer_key from clustering.members where cluster = %s order by 1"
                .formatted(high[0]));
    AnAudience.in(shop)
        .consentForContacts("number", "select.clusters=" + high[0])
        .consentForContacts("name", "select.clusters[0]=" + high[1])
        .consentForContacts("tier", "select.tiers=High")
        .consentForContacts("like", "select.lookalikes.of.tiers=High", "select.lookalikes.count=9")
        .consentForContacts("gone", "select.clusters[0]=renamed since, one order")
        .declare("gone", "select.clusters[1]=" + high[0]);
    shop.runAgain(NIGHT);
    assertThat(expected).isNotEmpty().hasSizeLessThan(5);
    assertThat(members(shop, "number")).isEqualTo(expected);
    assertThat(members(shop, "name")).isEqualTo(expected);
    assertThat(members(shop, "tier")).isEqualTo(expected);
    assertThat(members(shop, "gone")).isEqualTo(expected);
    assertThat(members(shop, "like"))
        .hasSize(5 - expected.size())
        .doesNotContainAnyElementsOf(expected);
    var reports = new ArrayList<StageReport>();
    shop.stages(open -> reports.add(open.run(NIGHT, "audiences")));
    assertThat(reports.get(0).summary())
        .endsWith("; no cluster of the night: \"renamed since, one order\"");
  }

  private static String like(String place) {
    return "select.lookalikes.of." + place;
  }

  /** Each is further from the first than the one before. */
  private static String[] further() {
    return new String[] {
      "A 1 day ago 100.00",
      "A 60 days ago 20.00",
      "B 20 days ago 80.00",
      "C 40 days ago 60.00",
      "D 60 days ago 40.00",
      "E 80 days ago 20.00"
    };
  }

  private static List<String> members(Shop shop, String audience) {
    return shop.rows(
        "select customer_key from audiences.members where valid_to is null and audience = '%s' order by 1"
            .formatted(audience));
  }

  private static List<String> members(Shop shop, String audience, String night) {
    return shop.rows(
        "select customer_key from audiences.members where valid_from <= '%2$s' and (valid_to is null or valid_to > '%2$s') and audience = '%1$s' order by 1"
            .formatted(audience, night));
  }
}
