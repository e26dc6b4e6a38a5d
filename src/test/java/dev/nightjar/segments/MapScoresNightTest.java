package dev.nightjar.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.demo.DemoShop;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.views.Explanation;
import dev.nightjar.views.ScoreBin;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Scores are numbered as the map in use numbers them, and the night says which cannot occur. */
@DatabaseTest
class MapScoresNightTest {
  private static final LocalDate NIGHT = LocalDate.of(2025, 1, 31);
  private static final String SUMMARY =
      "select summary from pipeline.stages where stage = 'segments' order by revision desc";

  @Test
  void inTheDemoNoSegmentIsEmptyAndThereAreCustomersToWinBack(Shop shop) throws IOException {
    var demo = new DemoShop(1, 5000, LocalDate.of(2026, 6, 30));
    var inbox = Files.createDirectories(shop.folder().resolve("inbox"));
    demo.deliver(demo.nights().get(0), inbox);
    shop.run(demo.nights().get(0).toString());
    assertThat(shop.rows("select segment from segments.profiles where customers = 0")).isEmpty();
    assertThat(
            shop.rows(
                """
                select segment, customers > 100, revenue > 10000 from segments.profiles
                where segment in ('About To Sleep', 'Cannot Lose Them') order by 1
                """))
        .containsExactly("About To Sleep|true|true", "Cannot Lose Them|true|true");
    assertThat(shop.rows("select count(*) from segments.cells where segment = 'Lapsed'"))
        .containsExactly("0");
    assertThat(shop.rows(SUMMARY).get(0)).doesNotContain("nobody can be");
  }

  @Test
  void scoresFromZeroArePublishedSelectedAndExplainedFromZero(Shop shop) {
    shop.with("segments.map=putler")
        .with("rfm.bins=6")
        .with("audiences.declared.best.select.r.at-least=5")
        .with("audiences.declared.worst.select.r.at-most=0")
        .with("audiences.declared.worst.select.m.at-most=0");
    var night = ANight.in(shop, NIGHT.toString());
    for (int i = 1; i <= 6; i++) {
      night.withOrders("C%d %d days ago %d.00".formatted(i, i * 10, 700 - i * 100));
    }
    night.run();
    assertThat(
            shop.rows(
                """
                select customer_key, r_score, f_score, m_score from published.customer_segments
                order by 1
                """))
        .containsExactly("C1|5|0|5", "C2|4|0|4", "C3|3|0|3", "C4|2|0|2", "C5|1|0|1", "C6|0|0|0");
    assertThat(shop.rows("select distinct r_score from published.membership_history order by 1"))
        .containsExactly("0", "1", "2", "3", "4", "5");
    assertThat(shop.rows("select audience, customer_key from audiences.members order by 1"))
        .containsExactly("best|C1", "worst|C6");
    var bins = shop.query(db -> Explanation.of("C2", NIGHT, db)).bins();
    assertThat(bins).extracting(ScoreBin::score).containsExactly(4, 0, 4);
    assertThat(bins).extracting(ScoreBin::best).containsExactly(5, 5, 5);
    assertThat(bins).extracting(ScoreBin::borders).contains("over 18.3333 up to 26.6667");
    assertThat(shop.rows("select summary from pipeline.stages where stage = 'rfm'").get(0))
        .contains("no frequency score 1, 2, 3, 4 can occur");
  }

  @Test
  void eachMetricHasItsOwnScores(Shop shop) {
    shop.with("segments.map=types")
        .with("rfm.recency.bins=4")
        .with("rfm.frequency.rule=mean")
        .with("rfm.monetary.rule=mean")
        .with("segments.maps.types.scores={r: 1-4, f: 0-1, m: 1-2}")
        .with("segments.maps.types.segments[0].name=Best")
        .with("segments.maps.types.segments[0].codes=412")
        .with("segments.maps.types.segments[1].name=Spenders")
        .with("segments.maps.types.segments[1].patterns=??2")
        .with("segments.maps.types.segments[2].name=Others of all kinds")
        .with("segments.maps.types.segments[2].boxes=[{r: 1-4}]");
    ANight.in(shop, NIGHT.toString())
        .withOrders("A 1 day ago 90.00", "A 2 days ago 90.00", "B 20 days ago 80.00")
        .withOrders("C 30 days ago 10.00", "D 40 days ago 10.00")
        .run();
    assertThat(
            shop.rows(
                """
                select customer_key, r_score, f_score, m_score, segment
                from published.customer_segments order by 1
                """))
        .containsExactly(
            "A|4|1|2|Best",
            "B|3|0|2|Spenders",
            "C|2|0|1|Others of all kinds",
            "D|1|0|1|Others of all kinds");
    assertThat(shop.query(db -> Explanation.of("A", NIGHT, db)).bins())
        .extracting(ScoreBin::best)
        .containsExactly(4, 1, 2);
  }

  /** Klaviyo's thresholds are for the whole history: in a year, nobody is away for longer. */
  @Test
  void theNightNamesSegmentsThatItsSettingsLeaveEmpty(Shop shop) {
    shop.with("segments.map=klaviyo")
        .with("rfm.bins=3")
        .with("rfm.recency.rule=fixed")
        .with("rfm.recency.thresholds=180,365");
    ANight.in(shop, NIGHT.toString())
        .withOrders("A 1 day ago 90.00", "B 200 days ago 80.00", "C 400 days ago 80.00")
        .run();
    assertThat(shop.rows(SUMMARY).get(0))
        .containsPattern("; with these scores, nobody can be in .*Inactive");
    shop.with("rfm.window=all").runAgain(NIGHT.toString());
    assertThat(shop.rows(SUMMARY).get(0)).doesNotContain("Inactive");
    ANight.in(shop, NIGHT.toString()).score("C").is(ANight.code("111"));
  }

  /** The bin of a nested score is the one within the other scores, in either direction. */
  @Test
  void anExplanationFindsTheBinWithinOtherScores(Shop shop) {
    shop.with("rfm.rule=nested").with("rfm.bins=2");
    shop.with("rfm.direction=1-is-best").with("segments.map=two");
    shop.with("segments.maps.two.scores=1-2").with("segments.maps.two.direction=1-is-best");
    shop.with("segments.maps.two.segments[0].name=All");
    shop.with("segments.maps.two.segments[0].patterns=???");
    ANight.in(shop, NIGHT.toString())
        .withOrders("A 1 day ago 10.00", "B 2 days ago 20.00")
        .withOrders("C 30 days ago 300.00", "D 40 days ago 400.00")
        .run();
    var best = shop.query(db -> Explanation.of("B", NIGHT, db)).bins().get(2);
    assertThat(best.borders()).isEqualTo("over 15");
    assertThat(best.best()).isEqualTo(1);
    assertThat(shop.query(db -> Explanation.of("D", NIGHT, db)).bins().get(2).borders())
        .isEqualTo("over 350");
  }

  /** Days and means are scored: they are published under their names, with orders and value. */
  @Test
  void whatIsScoredIsPublishedUnderItsName(Shop shop) {
    shop.with("rfm.frequency.counts=days").with("rfm.monetary.value=mean-order");
    ANight.in(shop, NIGHT.toString())
        .withOrders("A 1 day ago 30.00", "A 1 day ago 50.00", "A 2 days ago 40.00")
        .withOrders("B 9 days ago 10.00")
        .run();
    assertThat(
            shop.rows(
                """
                select customer_key, frequency, monetary, orders_count, net_value,
                  frequency_counts, monetary_value
                from published.customer_segments order by 1
                """))
        .containsExactly(
            "A|2.0|60.0|3|120.00|days|mean-order", "B|1.0|10.0|1|10.00|days|mean-order");
    assertThat(
            shop.rows(
                """
                select mean_frequency, median_monetary, mean_orders_count, mean_net_value,
                  frequency_counts, monetary_value
                from published.segment_profile where customers > 0 order by 1 desc
                """))
        .containsExactly(
            "2.0000|60.0|3.0000|120.0000|days|mean-order",
            "1.0000|10.0|1.0000|10.0000|days|mean-order");
    var explanation = shop.query(db -> Explanation.of("A", NIGHT, db));
    assertThat(explanation.frequencyCounts()).isEqualTo("days");
    assertThat(explanation.monetaryValue()).isEqualTo("mean-order");
  }

  /** Pieces that were bought and kept in orders that count; a mean is still one of an order. */
  @Test
  void unitsAreTheQuantitiesOfWhatWasBought(Shop shop) {
    shop.with("rfm.frequency.counts=units").with("rfm.monetary.value=mean-order");
    shop.deliver(
        "orders-1.csv",
        ANight.header(),
        "1,2025-01-20 12:00:00,A,P,3,10.00,completed",
        "1,2025-01-20 12:00:00,A,Q,2,5.00,completed",
        "1,2025-01-22 12:00:00,A,Q,-1,5.00,returned",
        "2,2025-01-21 12:00:00,A,P,4,5.00,completed",
        "3,2025-01-21 12:00:00,B,P,7,1.00,completed",
        "3,2025-01-22 12:00:00,B,P,-7,1.00,returned",
        "4,2023-01-21 12:00:00,A,P,900,1.00,completed");
    shop.run(NIGHT.toString());
    assertThat(
            shop.rows(
                """
                select customer_key, frequency, monetary, orders_count, net_value
                from published.customer_segments order by 1
                """))
        .containsExactly("A|9.0|27.5|2|55.00", "B|0.0|0.0|0|0.00");
    assertThat(shop.differences(NIGHT.toString())).isEmpty();
  }
}
