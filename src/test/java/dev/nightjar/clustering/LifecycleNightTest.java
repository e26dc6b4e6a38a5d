package dev.nightjar.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two crowds that nobody could confuse, and what becomes of them: the good, who bought yesterday
 * for a thousand, and the lapsed, who bought long ago for ten.
 */
@DatabaseTest
class LifecycleNightTest {
  private static final String EVERYTHING =
      """
      select * from (
        select 'night' as of, t::text from clustering.nights t
        union all select 'model', t::text from clustering.models t
        union all select 'feature', t::text from clustering.features t
        union all select 'quality', t::text from clustering.quality t
        union all select 'centroid', t::text from clustering.centroids t
        union all select 'value', t::text from clustering.centroid_values t
        union all select 'member', t::text from clustering.members t
        union all select 'profile', t::text from clustering.profiles t
        union all select 'mean', t::text from clustering.profile_features t
        union all select 'attribute', t::text from clustering.profile_attributes t
      ) everything (of, line) order by of, line collate "C"
      """;

  @BeforeEach
  void twoClusters(Shop shop) {
    shop.with("clustering.min-k=2").with("clustering.max-k=2").upTo("clustering");
  }

  @Test
  void theFirstNightTakesItsModelAndTheNextKeepsNumbersAndNames(Shop shop) {
    ANight.in(shop, "2025-01-29").withOrders(twoCrowds()).run();
    assertThat(shop.rows("select decision, adjusted_rand_index from clustering.nights"))
        .containsExactly("first|");
    assertThat(clusters(shop, "2025-01-29"))
        .containsExactly(
            "1|recent, one order, high value|Platinum|8",
            "2|6-12 months ago, one order, low value|Gold|8");
    ANight.in(shop, "2025-01-30").withOrders("G1 0 days ago 50.00").run();
    assertThat(decision(shop, "2025-01-30")).isEqualTo("refitted|1.0");
    assertThat(clusters(shop, "2025-01-30")).isEqualTo(clusters(shop, "2025-01-29"));
    assertThat(shop.rows("select night, fitted_on from clustering.models order by 1"))
        .containsExactly("2025-01-29|2025-01-29", "2025-01-30|2025-01-30");
  }

  @Test
  void betweenRefitsTheModelIsAppliedAndItsCentresStay(Shop shop) {
    shop.with("clustering.refit=weekly");
    ANight.in(shop, "2025-01-20").withOrders(twoCrowds()).run();
    // a lapsed one comes back, and somebody new
    ANight.in(shop, "2025-01-26").withOrders("L1 1 day ago 900.00", "N 2 days ago 1100.00").run();
    assertThat(decision(shop, "2025-01-26")).isEqualTo("kept|");
    assertThat(
            shop.rows(
                "select compared_customers, moved_customers from clustering.nights"
                    + " where night = '2025-01-26'"))
        .containsExactly("16|1");
    assertThat(clusters(shop, "2025-01-26"))
        .containsExactly(
            "1|recent, one order, high value|Platinum|10",
            "2|6-12 months ago, one order, low value|Gold|7");
    assertThat(
            shop.rows("select distinct cluster, feature, scaled from clustering.centroid_values"))
        .hasSize(6);
    assertThat(shop.rows("select distinct fitted_on from clustering.models"))
        .containsExactly("2025-01-20");
    ANight.in(shop, "2025-01-27").withOrders("G1 0 days ago 50.00").run();
    assertThat(decision(shop, "2025-01-27")).isEqualTo("refitted|1.0");
    assertThat(clusters(shop, "2025-01-27")).isEqualTo(clusters(shop, "2025-01-26"));
  }

  @Test
  void anotherNumberOfClustersIsProposedAndTakenOverWhenAccepted(Shop shop) {
    ANight.in(shop, "2025-01-28").withOrders(twoCrowds()).run();
    shop.with("clustering.min-k=3").with("clustering.max-k=3");
    ANight.in(shop, "2025-01-29").withOrders(thirdCrowd()).run();
    assertThat(decision(shop, "2025-01-29")).isEqualTo("proposed|");
    assertThat(clusters(shop, "2025-01-29")).hasSize(2);
    assertThat(
            shop.rows(
                "select cluster, customers, name <> '' from clustering.centroids where is_proposed"
                    + " order by 1"))
        .containsExactly("1|8|true", "2|8|true", "3|8|true");

    accept(shop, "2025-01-29", "2025-01-29");
    ANight.in(shop, "2025-01-30").withOrders("T1 152 days ago 50.00").run();
    assertThat(decision(shop, "2025-01-30")).isEqualTo("accepted|");
    assertThat(clusters(shop, "2025-01-30"))
        .hasSize(3)
        .contains(
            "1|recent, one order, high value|Gold|8",
            "2|6-12 months ago, one order, low value|Silver|8");
    assertThat(shop.rows("select fitted_on from clustering.models where night = '2025-01-30'"))
        .containsExactly("2025-01-29");
    var accepted = shop.rows(EVERYTHING);
    shop.runAgain("2025-01-30");
    assertThat(shop.rows(EVERYTHING)).isEqualTo(accepted);

    ANight.in(shop, "2025-01-31").withOrders("T2 153 days ago 50.00").run();
    assertThat(decision(shop, "2025-01-31")).isEqualTo("refitted|1.0");
    assertThat(shop.rows("select count(*) from clustering.models where is_proposed"))
        .containsExactly("1");
  }

  @Test
  void aBetterNumberOfClustersIsProposedWhileTheOldOnesAreRefitted(Shop shop) {
    shop.with("clustering.max-k=3");
    ANight.in(shop, "2025-01-28").withOrders(twoCrowds()).run();
    assertThat(clusters(shop, "2025-01-28")).hasSize(2);
    var third =
        IntStream.rangeClosed(1, 8)
            .mapToObj(i -> "T%d 12 days ago %d.00".formatted(i, 1000 + 10 * i))
            .toArray(String[]::new);
    ANight.in(shop, "2025-01-29").withOrders(third).run();
    assertThat(decision(shop, "2025-01-29")).isEqualTo("refitted|1.0");
    assertThat(
            shop.rows("select k, adjusted_rand_index < 1 from clustering.models where is_proposed"))
        .containsExactly("3|true");
    accept(shop, "2025-01-29", "2025-01-29");
    ANight.in(shop, "2025-01-30").withOrders("T1 152 days ago 50.00").run();
    assertThat(decision(shop, "2025-01-30")).isEqualTo("accepted|");
    assertThat(clusters(shop, "2025-01-30")).hasSize(3);
  }

  @Test
  void aModelThatAgreesTooLittleIsProposed(Shop shop) {
    ANight.in(shop, "2025-01-29").withOrders(twoCrowds()).run();
    var strangers =
        IntStream.rangeClosed(1, 8)
            .mapToObj(i -> "L%d 0 days ago %d.00".formatted(i, 1_000_000 + i))
            .toArray(String[]::new);
    shop.with("clustering.min-adjusted-rand-index=1");
    ANight.in(shop, "2025-01-30").withOrders(strangers).withOrders("G1 0 days ago 900000.00").run();
    assertThat(decision(shop, "2025-01-30")).isEqualTo("proposed|");
    assertThat(
            shop.rows("select k, adjusted_rand_index < 1 from clustering.models where is_proposed"))
        .containsExactly("2|true");
  }

  @Test
  void otherFeaturesNeedANewModelWithNewNumbers(Shop shop) {
    shop.with("clustering.refit=manual");
    ANight.in(shop, "2025-01-29").withOrders(twoCrowds()).run();
    shop.with("clustering.scaling=min-max");
    shop.stages(
        stages -> {
          ANight.in(shop, "2025-01-30").withOrders("G1 0 days ago 50.00").deliver();
          var report = stages.run("2025-01-30", "ingest", "orders", "rfm", "clustering");
          assertThat(report.summary()).contains("POPULATION CHANGED");
        });
    assertThat(decision(shop, "2025-01-30")).isEqualTo("redefined|");
    assertThat(clusters(shop, "2025-01-30"))
        .containsExactly(
            "3|recent, one order, high value|Platinum|8",
            "4|6-12 months ago, one order, low value|Gold|8");
  }

  @Test
  void aNightRunAgainIsTheSameAndALateOneGoesByTheModelOfItsTime(Shop shop) {
    shop.upToTheEnd();
    shop.with("clustering.min-adjusted-rand-index=0.5");
    ANight.in(shop, "2025-01-27").withOrders(twoCrowds()).run();
    ANight.in(shop, "2025-01-29").withOrders("G1 0 days ago 50.00").run();
    ANight.in(shop, "2025-01-31").withOrders("L1 0 days ago 950.00").run();
    var before = shop.rows(EVERYTHING);
    var published = shop.published();
    for (var night : List.of("2025-01-31", "2025-01-29", "2025-01-27", "2025-01-31")) {
      shop.runAgain(night);
      assertThat(shop.rows(EVERYTHING)).as("after %s", night).isEqualTo(before);
    }
    assertThat(shop.published()).isEqualTo(published);

    assertThat(shop.run("2025-01-30")).isPresent();
    assertThat(decision(shop, "2025-01-30")).isEqualTo("kept|");
    assertThat(shop.rows("select fitted_on from clustering.models where night = '2025-01-30'"))
        .containsExactly("2025-01-29");
    shop.runAgain("2025-01-30");
    assertThat(decision(shop, "2025-01-30")).isEqualTo("kept|");
    assertThat(decision(shop, "2025-01-31")).startsWith("refitted|");
  }

  @Test
  void membersAreIntervalsThatTellAnyPastNight(Shop shop) {
    shop.upToTheEnd();
    ANight.in(shop, "2025-01-28").withOrders(twoCrowds()).run();
    ANight.in(shop, "2025-01-29").withOrders("L1 0 days ago 950.00").run();
    ANight.in(shop, "2025-01-30").withOrders("N 0 days ago 1000.00").run();
    assertThat(
            shop.rows(
                "select * from clustering.members where customer_key in ('L1', 'L2', 'N') order by"
                    + " 1, 2"))
        .containsExactly(
            "L1|2025-01-28|2025-01-29|2",
            "L1|2025-01-29||1",
            "L2|2025-01-28||2",
            "N|2025-01-30||1");
    assertThat(shop.rows("select count(*) from clustering.members")).containsExactly("18");
    assertThat(
            shop.rows(
                "select * from published.cluster_history where customer_key = 'L1' order by 2"))
        .containsExactly("L1|2025-01-28|2025-01-29|2", "L1|2025-01-29||1");
  }

  @Test
  void whatIsOverIsForgottenInTime(Shop shop) {
    shop.with("business.retention=P2D");
    ANight.in(shop, "2025-01-28").withOrders(twoCrowds()).run();
    ANight.in(shop, "2025-01-29").withOrders("L1 0 days ago 950.00").run();
    ANight.in(shop, "2025-01-31").withOrders("G1 0 days ago 50.00").run();
    assertThat(shop.rows("select night from clustering.nights order by 1"))
        .containsExactly("2025-01-29", "2025-01-31");
    assertThat(shop.rows("select customer_key from clustering.members where valid_to is not null"))
        .isEmpty();
  }

  @Test
  void oneCustomerHasNoClusterUntilThereIsAModel(Shop shop) {
    ANight.in(shop, "2025-01-29").withOrders("A 1 day ago 10.00").run();
    assertThat(decision(shop, "2025-01-29")).isEqualTo("nobody|");
    assertThat(shop.rows("select * from clustering.members")).isEmpty();
    ANight.in(shop, "2025-01-30").withOrders(twoCrowds()).run();
    assertThat(decision(shop, "2025-01-30")).isEqualTo("first|");
  }

  @Test
  void rulesNameAndOtherRulesNameAnew(Shop shop) {
    shop.with("clustering.refit=manual");
    ANight.in(shop, "2025-01-28").withOrders(twoCrowds()).run();
    shop.with("clustering.naming[0].name=Sleeping beauties")
        .with("clustering.naming[0].when[0].feature=recency")
        .with("clustering.naming[0].when[0].at-least=100");
    ANight.in(shop, "2025-01-29").withOrders("G1 0 days ago 50.00").run();
    assertThat(clusters(shop, "2025-01-29"))
        .containsExactly(
            "1|recent, one order, high value|Platinum|8", "2|Sleeping beauties|Gold|8");
    shop.with("clustering.naming[0].when[0].at-least=9999");
    ANight.in(shop, "2025-01-30").withOrders("G1 0 days ago 50.00").run();
    assertThat(clusters(shop, "2025-01-30"))
        .containsExactly(
            "1|recent, one order, high value|Platinum|8",
            "2|6-12 months ago, one order, low value|Gold|8");
  }

  private static String[] twoCrowds() {
    return IntStream.rangeClosed(1, 8)
        .boxed()
        .flatMap(
            i ->
                Stream.of(
                    "G%d %d days ago %d.00".formatted(i, 1 + i % 2, 1000 + 10 * i),
                    "L%d %d days ago %d.00".formatted(i, 200 + i, 10 + i % 3)))
        .toArray(String[]::new);
  }

  /** Long gone, and yet worth more than all others. */
  private static String[] thirdCrowd() {
    return IntStream.rangeClosed(1, 8)
        .mapToObj(i -> "T%d %d days ago %d.00".formatted(i, 150 + i, 1_000_000 + 100 * i))
        .toArray(String[]::new);
  }

  private static void accept(Shop shop, String proposedOn, String lastNight) {
    shop.query(
        db ->
            db.execute(
                "insert into clustering.acceptances (last_night, proposed_on) values (?::date,"
                    + " ?::date)",
                lastNight,
                proposedOn));
  }

  private static String decision(Shop shop, String night) {
    return shop.rows(
            "select decision, round(adjusted_rand_index::numeric, 3)::float8 from clustering.nights"
                + " where night = '%s'".formatted(night))
        .get(0);
  }

  private static List<String> clusters(Shop shop, String night) {
    return shop.rows(
        """
        select c.cluster, c.name, c.tier, p.customers
        from clustering.centroids c
        join clustering.profiles p using (night, cluster)
        where not c.is_proposed and night = '%s' order by 1
        """
            .formatted(night));
  }
}
