package dev.nightjar.segments;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.ports.MoveCauses;
import dev.nightjar.views.Explanation;
import dev.nightjar.views.Moves;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Customers without a new order change segment by a map with conditions. */
@DatabaseTest
class MapConditionsNightTest {
  private static final String HEADER =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";

  @Test
  void ageAndAttributesMoveCustomersWhoOrderNothing(Shop shop) {
    in(shop);
    shop.deliver("customers-1.csv", HEADER, "B,2025-01-01 00:00:00,,,,,FR,,yes,no");
    ANight.in(shop, "2025-01-30")
        .withOrders("A 28 days ago 10.00", "B 90 days ago 20.00", "C 29 days ago 30.00")
        .run();
    ANight.in(shop, "2025-01-31").run();
    assertThat(states(shop))
        .containsExactly("A|New|new|1|{}", "B|Rest|new||{\"country\":\"FR\"}", "C|Rest|time||{}");
    shop.deliver("customers-2.csv", HEADER, "B,2025-01-31 00:00:00,,,,,DE,,yes,no");
    ANight.in(shop, "2025-02-01").run();
    assertThat(states(shop))
        .containsExactly(
            "A|Rest|time||{}", "B|German|attributes|2|{\"country\":\"DE\"}", "C|Rest|time||{}");
    assertThat(
            shop.rows(
                """
                select from_segment, to_segment, cause, customers from published.segment_moves
                where night = '2025-02-01' and from_segment <> to_segment order by 1
                """))
        .containsExactly("New|Rest|time|1", "Rest|German|attributes|1");
  }

  @Test
  void theExplanationHasTheRuleWithItsConditionsAndTheFacts(Shop shop) {
    in(shop);
    shop.deliver("customers-1.csv", HEADER, "B,2025-01-01 00:00:00,,,,,DE,,yes,no");
    ANight.in(shop, "2025-01-30")
        .withOrders("A 28 days ago 10.00", "B 90 days ago 20.00", "C 60 days ago 30.00")
        .run();
    var german = explain(shop, "B");
    assertThat(german.rule()).isEqualTo("box country AT or DE");
    assertThat(german.attributes()).containsOnly(entry("country", "DE"));
    assertThat(explain(shop, "A").rule()).isEqualTo("box r 1-5, days-since-first-order at most 29");
    assertThat(explain(shop, "C").rule()).isEqualTo("pattern ???");
    assertThat(explain(shop, "C").attributes()).isEmpty();
  }

  /** The rules of the night count, and not those that the settings have by now. */
  @Test
  void causesOfEarlierNightsStayWhenTheMapBecomesAnother(Shop shop) {
    in(shop);
    ANight.in(shop, "2025-01-30").withOrders("A 28 days ago 10.00", "B 90 days ago 20.00").run();
    ANight.in(shop, "2025-02-02").run();
    shop.with("segments.map=tiers");
    ANight.in(shop, "2025-02-03").run();
    var moves =
        shop.open(
            context ->
                Moves.between(
                    LocalDate.parse("2025-01-30"),
                    LocalDate.parse("2025-02-02"),
                    context.getBean(MoveCauses.class),
                    context.getBean(DSLContext.class)));
    assertThat(moves.causes().keySet()).containsExactly("time");
    assertThat(shop.rows("select distinct cause from segments.memberships_live"))
        .containsExactly("settings");
  }

  private static void in(Shop shop) {
    var segments = "segments.maps.facts.segments";
    shop.with("segments.map=facts")
        .with(segments + "[0].name=New")
        .with(segments + "[0].boxes[0].r=1-5")
        .with(segments + "[0].boxes[0].days-since-first-order.at-most=29")
        .with(segments + "[1].name=German")
        .with(segments + "[1].boxes[0].attributes.country=AT,DE")
        .with(segments + "[2].name=Rest")
        .with(segments + "[2].patterns=???");
  }

  private static Explanation explain(Shop shop, String customer) {
    return shop.open(
        context ->
            Explanation.of(
                customer, LocalDate.parse("2025-01-30"), context.getBean(DSLContext.class)));
  }

  private static List<String> states(Shop shop) {
    return shop.rows(
        "select customer_key, segment, cause, rule, attributes from segments.memberships_live order by 1");
  }
}
