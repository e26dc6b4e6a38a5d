package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@DatabaseTest
class ClustersCommandTest {
  @Test
  void clustersOfANightAreShown(Shop shop) throws Exception {
    var nothing = nightjar(shop, "clusters");
    assertThat(nothing.exitCode()).isEqualTo(6);
    assertThat(nothing.output()).contains("Nothing is published yet", "Next: nightjar run");
    shop.with("clustering.min-k=2").with("clustering.max-k=3");
    ANight.in(shop, "2025-01-29").withOrders(twoCrowds()).run();
    var shown = nightjar(shop, "clusters", "--profiles", "--quality");
    assertThat(shown.exitCode()).as(shown.output()).isZero();
    assertThat(shown.output())
        .contains("Clusters of 2025-01-29, by the model of 2025-01-29 (first)")
        .containsPattern("1, recent, one order, high value +Platinum +6 +50.0% +6,210 +9\\d.\\d%")
        .containsPattern("Nearest: 2, .* in scaled features")
        .containsPattern("Typical: G\\d, G\\d, G\\d, G\\d, G\\d\n")
        .containsPattern("recency +1.00 +1.00")
        .contains("Numbers of clusters tried on 2025-01-29; silhouette of 12 customers")
        .containsPattern("chosen +2 ")
        .contains("Strong structure (silhouette 0.")
        .doesNotContain("proposed");
    var refused = nightjar(shop, "clusters", "accept");
    assertThat(refused.exitCode()).isEqualTo(6);
    assertThat(refused.output()).contains("No night proposes a model", "Next: ");
  }

  @Test
  void aProposedModelIsShownAndAccepted(Shop shop) throws Exception {
    shop.with("clustering.min-k=2").with("clustering.max-k=3");
    ANight.in(shop, "2025-01-29").withOrders(twoCrowds()).run();
    shop.with("clustering.min-k=3");
    ANight.in(shop, "2025-01-30").withOrders("G1 0 days ago 1.00").run();
    assertThat(nightjar(shop, "clusters").output())
        .contains("A new model is proposed: 3 clusters in place of 2")
        .contains("Next: nightjar clusters accept --date 2025-01-30");
    var json = json(nightjar(shop, "clusters", "--json"));
    assertThat(json.get("decision").asString()).isEqualTo("proposed");
    assertThat(json.get("proposed").get("clusters")).hasSize(3);
    assertThat(json.get("clusters").get(1).get("features")).hasSize(3);

    var wrong = nightjar(shop, "clusters", "accept", "--date", "2025-01-29");
    assertThat(wrong.exitCode()).isEqualTo(6);
    assertThat(wrong.output())
        .contains("Night 2025-01-29 proposes no model", "clusters accept --date 2025-01-30");
    var accepted = nightjar(shop, "clusters", "accept");
    assertThat(accepted.exitCode()).as(accepted.output()).isZero();
    assertThat(accepted.output())
        .contains("The model that night 2025-01-30 proposed is accepted: 3 clusters in place of 2");
    ANight.in(shop, "2025-01-31").withOrders("G1 0 days ago 1.00").run();
    var after = nightjar(shop, "clusters", "--quality");
    assertThat(after.output())
        .contains("Clusters of 2025-01-31, by the model of 2025-01-30 (accepted)")
        .contains("Numbers of clusters tried on 2025-01-30");
    assertThat(nightjar(shop, "explain", "G2").output())
        .containsPattern("Cluster  1, recent, one order, high value");
  }

  @Test
  void theQualityIsDrawnAndWhatIsPublishedAddsUp(Shop shop) throws Exception {
    ANight.in(shop, "2025-01-29").withOrders(twoCrowds()).run();
    var file = shop.folder().resolve("x.svg");
    assertThat(nightjar(shop, "clusters", "--quality", "--svg", file.toString()).exitCode())
        .isZero();
    assertThat(file).content().startsWith("<?xml").contains("Numbers of clusters tried", "inertia");
    assertThat(nightjar(shop, "clusters", "--svg", file.toString()).exitCode()).isZero();
    assertThat(file).content().contains("Clusters of 2025-01-29", "<circle");
    var nowhere = nightjar(shop, "clusters", "--svg", shop.folder() + "/none/x.svg");
    assertThat(nowhere.exitCode()).isEqualTo(6);
    assertThat(nowhere.output()).contains("could not be written", "Next: ");

    assertThat(
            shop.rows(
                """
                select c.cluster, c.customers - sum(s.customers), c.revenue - sum(s.revenue)
                from published.clusters c join published.segments_by_clusters s using (night, cluster)
                group by c.cluster, c.customers, c.revenue
                """))
        .hasSizeGreaterThan(1)
        .allMatch(row -> row.matches("\\d+\\|0\\|0.00"));
    assertThat(shop.rows("select sum(customers_share), sum(revenue_share) from published.clusters"))
        .allMatch(row -> row.matches("(1|0.9999).*\\|(1|0.9999).*"));
    assertThat(
            shop.rows(
                "select count(*) from published.customer_segments where cluster_name is not null"
                    + " and tier is not null"))
        .containsExactly("12");
  }

  @Test
  void whoHasNoOrderInTheWindowHasNoCluster(Shop shop) throws Exception {
    shop.with("audiences.declared.others.select.orders.at-least=0")
        .with("audiences.declared.others.except.clusters=1")
        .with("audiences.declared.others.consent=for-contacts");
    shop.with("clustering.min-k=2").with("clustering.max-k=3");
    ANight.in(shop, "2025-01-29")
        .withOrders(twoCrowds())
        .withOrders("Z1 500 days ago 70.00", "Z2 600 days ago 80.00")
        .run();
    assertThat(nightjar(shop, "clusters").output())
        .contains("2 lapsed customers without a cluster: no order in the window.");
    assertThat(nightjar(shop, "explain", "Z1").output())
        .contains("Cluster  none: no order in the window");
    assertThat(json(nightjar(shop, "clusters", "--json")).get("otherCustomers").asInt())
        .isEqualTo(2);
    assertThat(
            shop.rows(
                "select customer_key from published.customer_segments where cluster is null"
                    + " and cluster_name is null and tier is null order by 1"))
        .containsExactly("Z1", "Z2");
    assertThat(
            shop.rows(
                "select cluster is null, sum(customers) from published.segments_by_clusters"
                    + " group by 1 order by 1"))
        .containsExactly("false|12", "true|2");
    assertThat(shop.rows("select published from published.audiences")).containsExactly("8");
  }

  /** 1,200 customers who all order three times a year at random, and one who never stops. */
  @Test
  void aHomogeneousShopIsOneClusterAndSaysSo(Shop shop) throws Exception {
    var random = new Random(1);
    var orders = new ArrayList<String>();
    for (int i = 0; i < 3_600; i++) {
      orders.add(
          "C%d %d days ago %.2f"
              .formatted(i / 3, random.nextInt(365), 48 + 4 * random.nextDouble()));
    }
    for (int i = 0; i < 400; i++) {
      orders.add("X %d days ago 50.00".formatted(i % 365));
    }
    ANight.in(shop, "2025-01-29").withOrders(orders.toArray(String[]::new)).run();
    var shown = nightjar(shop, "clusters", "--quality");
    assertThat(shown.exitCode()).as(shown.output()).isZero();
    assertThat(shown.output())
        .containsPattern("1, .*2-5 orders +– +1,201 +100.0%")
        .contains("No structure: more clusters stand out no further")
        .containsPattern("chosen +1 ");
    assertThat(shop.rows("select distinct tier from published.customer_segments"))
        .containsExactly("");
    ANight.in(shop, "2025-01-30").withOrders("C1 0 days ago 50.00").run();
    assertThat(
            shop.rows(
                "select decision, adjusted_rand_index, moved_customers from clustering.nights"
                    + " where night = '2025-01-30'"))
        .containsExactly("refitted|1.0|0");
  }

  /** Twelve customers: six good ones, and six who have not come for long. */
  static String[] twoCrowds() {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(
            i ->
                i > 6
                    ? "L%d %d days ago %d.00".formatted(i, 200 + i, i)
                    : "G%d 1 days ago %d.00".formatted(i, 1000 + 10 * i))
        .toArray(String[]::new);
  }
}
