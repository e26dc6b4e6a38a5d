package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.pipeline.StageReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@DatabaseTest
class PopulationNightTest {
  private static final String NIGHT = "2025-01-31";
  private static final String MEMBERS =
      "select customer_key, cluster from clustering.members order by 1";

  @Test
  void theOrderOfTheRowsDoesNotMatter(Shop shop) {
    score(shop, customers("i"));
    var report = cluster(shop);
    var members = shop.rows(MEMBERS);
    assertThat(members).hasSize(500);
    score(shop, customers("md5(i::text)"));
    assertThat(cluster(shop).summary()).isEqualTo(report.summary());
    assertThat(shop.rows(MEMBERS)).isEqualTo(members);
  }

  @Test
  void nobodyMakesNoClusters(Shop shop) {
    assertThat(cluster(shop).summary()).startsWith("0 customers, no two of them different");
    assertThat(shop.rows("select * from clustering.models")).isEmpty();
  }

  @Test
  void oneCustomerMakesNoClusters(Shop shop) {
    score(shop, "values ('A', 1, 1, 10.0)");
    assertThat(cluster(shop).summary()).startsWith("1 customer, no two of them different");
    assertThat(shop.rows("select * from clustering.models")).isEmpty();
  }

  @Test
  void twoCustomersAreTwoClustersAndAConstantIsReported(Shop shop) {
    score(shop, "values ('A', 1, 3, 10.0), ('B', 90, 3, 10.0)");
    assertThat(cluster(shop).summary())
        .startsWith("2 customers in 2 clusters")
        .endsWith("; frequency is the same for all; monetary is the same for all");
    assertThat(shop.rows("select feature, spread = 0 from clustering.features order by position"))
        .containsExactly("recency|false", "frequency|true", "monetary|true");
    assertThat(values(shop, "recency")).containsExactly("1", "90");
    assertThat(shop.rows("select k, is_chosen from clustering.quality"))
        .containsExactly("1|false", "2|true");
  }

  @Test
  void whatIsNotKnownIsFilledAndReported(Shop shop) {
    shop.with("clustering.features[0].feature=average-order-value")
        .with("clustering.population=all");
    score(shop, "values ('A', 1, 0, 0.0), ('B', 1, 2, 10.0), ('C', 1, 1, 30.0), ('D', 1, 1, 40.0)");
    assertThat(cluster(shop).summary())
        .endsWith("; average-order-value is unknown for 1 customer, the median stands in");
    assertThat(shop.rows("select missing, fill from clustering.features"))
        .containsExactly("1|30.0");
    assertThat(values(shop, "average-order-value")).containsExactly("5", "30", "40");
  }

  @Test
  void featuresComeFromMetricsAndOrders(Shop shop) {
    var features = List.of("tenure", "return-share", "orders-per-month", "share", "share");
    for (int i = 0; i < features.size(); i++) {
      shop.with("clustering.features[%d].feature=%s".formatted(i, features.get(i)));
    }
    shop.with("clustering.features[3].attribute=paid-by").with("clustering.features[3].value=card");
    shop.with("clustering.features[4].attribute=country").with("clustering.features[4].value=DE");
    score(shop, "values ('A', 1, 3, 10.0), ('B', 90, 3, 10.0)");
    metrics(shop, "A", "2025-01-21");
    metrics(shop, "B", "2024-08-01"); // 183 days, 6.0123 months
    order(shop, "A", 100, "card", "DE");
    order(shop, "A", 300, "cash", "FR");
    order(shop, "A", -100, "card", "DE");
    order(shop, "B", 50, "cash", null);
    cluster(shop);
    assertThat(values(shop, "tenure")).containsExactly("10", "183");
    assertThat(values(shop, "return-share")).containsExactly("0", "0.25");
    assertThat(values(shop, "orders-per-month")).containsExactly("0.1663", "2");
    assertThat(values(shop, "paid-by=card")).containsExactly("0", "0.25");
    assertThat(values(shop, "country=DE")).containsExactly("0", "0.25");
  }

  @Test
  void lapsedCustomersHaveNoClusterUnlessEverybodyHas(Shop shop) {
    score(
        shop, "values ('A', 1, 3, 10.0), ('B', 590, 0, 0.0), ('C', 9, 3, 5.0), ('D', 30, 1, 0.0)");
    assertThat(cluster(shop).summary())
        .startsWith("3 customers in 3 clusters")
        .contains("; 1 other has none (no order in the window); ");
    assertThat(shop.rows("select customer_key from clustering.members order by 1"))
        .containsExactly("A", "C", "D");
    assertThat(shop.rows("select other_customers from clustering.nights")).containsExactly("1");
    assertThat(shop.rows("select population from clustering.models")).containsExactly("buyers");
    shop.with("clustering.population=all");
    cluster(shop);
    assertThat(shop.rows("select customer_key from clustering.members order by 1"))
        .containsExactly("A", "B", "C", "D");
  }

  @Test
  void aSegmentIsThatOfTheNightBefore(Shop shop) {
    shop.with("clustering.population=segment").with("clustering.segment=Loyal");
    score(shop, "values ('A', 1, 3, 10.0), ('B', 90, 3, 7.0), ('C', 9, 3, 5.0), ('D', 9, 4, 5.0)");
    shop.query(
        db ->
            db.execute(
                """
                insert into segments.nights values ('2025-01-30', '', ''), ('2025-01-31', '', '');
                insert into segments.memberships
                  (customer_key, valid_from, valid_to, segment, changed_on, cause)
                values
                  ('A', '2025-01-01', null, 'Loyal', '2025-01-01', 'new'),
                  ('B', '2025-01-01', '2025-01-31', 'Loyal', '2025-01-01', 'new'),
                  ('B', '2025-01-31', null, 'Lost', '2025-01-31', 'cut-points'),
                  ('C', '2025-01-31', null, 'Loyal', '2025-01-31', 'new'),
                  ('D', '2025-01-01', '2025-01-29', 'Loyal', '2025-01-01', 'new')
                """));
    cluster(shop);
    assertThat(shop.rows("select customer_key from clustering.members order by 1"))
        .containsExactly("A", "B");
    assertThat(shop.rows("select population from clustering.models"))
        .containsExactly("segment: Loyal");
  }

  private static String customers(String order) {
    return """
        select 'K' || i, i * 37 %% 365, 1 + i * 13 %% 11, (i * 101 %% 997)::numeric / 10
        from generate_series(1, 500) i order by %s
        """
        .formatted(order);
  }

  private static void score(Shop shop, String keysDaysOrdersValues) {
    shop.query(
        db -> {
          db.execute("truncate rfm.metrics");
          db.execute(
              """
              insert into rfm.metrics
                (customer_key, valid_from, standing, last_ordered_on, orders_count, net_value,
                  frequency, monetary)
              select key, date '2025-01-01', case when orders > 0 then 'scored' else 'lapsed' end,
                date '%s' - days, orders, value, orders, value
              from (%s) s (key, days, orders, value)
              """
                  .formatted(NIGHT, keysDaysOrdersValues));
          return db.execute(SCORES.formatted(NIGHT));
        });
  }

  /** What the stage before makes of the metrics, as far as clusters need it. */
  private static final String SCORES =
      """
      create or replace view rfm.scores as
        select date '%1$s' as night, customer_key, standing, date '%1$s' - last_ordered_on as recency_days,
          orders_count, net_value, frequency, monetary, null::integer as r_score,
          null::integer as f_score, null::integer as m_score, null::integer as r_before,
          null::integer as f_before, null::integer as m_before, true as is_changed,
          first_ordered_on
        from rfm.metrics
      """;

  private static void metrics(Shop shop, String customer, String firstOrderedOn) {
    shop.query(
        db ->
            db.execute(
                "update rfm.metrics set first_ordered_on = '%s' where customer_key = '%s'"
                    .formatted(firstOrderedOn, customer)));
  }

  private static void order(Shop shop, String customer, int value, String paidBy, String country) {
    shop.query(
        db ->
            db.execute(
                """
                insert into orders.order_parts
                  (source, order_number, customer_key, file_id, booked_on, outcome, is_return,
                    lines_count, value, country, attributes, ordered_on, is_order_kept, is_order)
                values ('s', 'N', ?, 1, '2025-01-21', 'kept', ?, 1, ?, ?,
                  jsonb_build_object('paid-by', ?::text), '2025-01-21', true, ?)
                """,
                customer,
                value < 0,
                value,
                country,
                paidBy,
                value > 0));
  }

  private static StageReport cluster(Shop shop) {
    var reports = new ArrayList<StageReport>();
    shop.stages(open -> reports.add(open.run(NIGHT, "clustering")));
    return reports.get(0);
  }

  /** Of each cluster the centre in business units, the least first. */
  private static List<String> values(Shop shop, String feature) {
    return shop.rows(
        """
        select trim_scale(round(value::numeric, 4)) from clustering.centroid_values
        where feature = '%s' order by value
        """
            .formatted(feature));
  }
}
