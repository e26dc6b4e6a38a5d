package dev.nightjar.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.Shop;
import dev.nightjar.segments.RandomMap.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jooq.JSONB;
import org.jooq.Record;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random maps with conditions over random nights, some of them late, run again or left half-way:
 * each customer has the segment of the first rule that holds, by a few lines of Java, although a
 * night only looks at customers with a change.
 */
@DatabaseTest
class MapConditionsPropertiesTest {
  private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
  private static final String AT =
      "valid_from <= date '%1$s' and (valid_to is null or valid_to > date '%1$s')";

  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";

  private static final String LOOKED_AT =
      "select distinct jsonb_object_keys(conditions -> 'attributes') from segments.rules where night = '%s'";

  private List<String> lookedAt = List.of();
  private final Map<String, String> countries = new TreeMap<>();
  private final TreeMap<LocalDate, Map<String, String>> seen = new TreeMap<>();

  @ParameterizedTest
  @MethodSource("seeds")
  void everyNightHasTheFirstRuleThatHolds(int seed, Shop shop) {
    var dice = new Random(seed);
    var map = RandomMap.of(dice, 9);
    map.in(shop);
    shop.with("rfm.window=P40D")
        .with("rfm.refit=" + (seed % 2 == 0 ? "never" : "nightly"))
        .with("ingest.sources.shop-orders.attributes.bought=product_code");
    var night = FIRST;
    for (int i = 0; i < 14; i++) {
      night = night.plusDays(1 + dice.nextInt(i % 5 == 4 ? 15 : 3));
      if (dice.nextInt(4) > 0) {
        deliver(shop, dice, night);
      }
      if (dice.nextInt(6) == 0) {
        shop.upTo("rfm").run(night.toString());
        continue; // as if it had ended there
      }
      runAndCheck(shop, map, dice, night);
    }
    seen.forEach(
        (each, segments) ->
            assertThat(differences(segments(shop, each), segments))
                .as("%s, later", each)
                .isEmpty());
    assertThat(
            seen.values().stream()
                .flatMap(each -> each.values().stream())
                .map(each -> each.split("\\|")[0])
                .distinct()
                .count())
        .as("segments that came up")
        .isGreaterThan(3);
  }

  /** Runs a night, often once more, and at times the day before it afterwards. */
  static IntStream seeds() {
    return Rounds.numbered(1, 6);
  }

  private void runAndCheck(Shop shop, RandomMap map, Random dice, LocalDate night) {
    shop.upTo("segments").run(night.toString());
    check(shop, map, night);
    if (dice.nextInt(4) == 0) {
      shop.runAgain(night.toString());
      check(shop, map, night);
    }
    if (dice.nextInt(5) == 0 && !seen.containsKey(night.minusDays(1))) {
      shop.run(night.minusDays(1).toString());
      check(shop, map, night.minusDays(1));
      shop.runAgain(night.toString());
      check(shop, map, night);
    }
  }

  private void deliver(Shop shop, Random dice, LocalDate night) {
    var orders = new ArrayList<>(List.of(ANight.header()));
    var customers = new ArrayList<>(List.of(CUSTOMERS));
    for (int i = 0; i < 12; i++) {
      var day = night.minusDays(dice.nextInt(3) == 0 ? dice.nextInt(60) : dice.nextInt(4));
      int value = dice.nextInt(10) == 0 ? -50 : 1 + dice.nextInt(200);
      orders.add(
          "%s-%d,%s 12:00:00,C%d,%s,%d,%d.00,%s"
              .formatted(
                  night,
                  i,
                  day,
                  dice.nextInt(40),
                  RandomMap.PRODUCTS.get(dice.nextInt(2)),
                  value < 0 ? -1 : 1,
                  Math.abs(value),
                  value < 0 ? "returned" : "completed"));
    }
    shop.deliver("orders-" + night + ".csv", orders.toArray(String[]::new));
    if (dice.nextBoolean()) {
      for (int i = 0; i < 5; i++) {
        var key = "C" + dice.nextInt(40);
        var country = dice.nextInt(5) == 0 ? "" : RandomMap.COUNTRIES.get(dice.nextInt(3));
        if (customers.stream().noneMatch(each -> each.startsWith(key + ","))) {
          customers.add("%s,%s 00:00:00,,,,,%s,,yes,no".formatted(key, night, country));
          countries.put(key, country);
        }
      }
      shop.deliver("customers-" + night + ".csv", customers.toArray(String[]::new));
    }
  }

  private void check(Shop shop, RandomMap map, LocalDate night) {
    var segments = segments(shop, night);
    var expected = new TreeMap<String, String>();
    lookedAt = shop.rows(LOOKED_AT.formatted(night));
    rows(shop, night)
        .forEach(
            row -> expected.put(row.get("customer_key", String.class), expected(map, row, night)));
    assertThat(differences(segments, expected)).as("night of %s", night).isEmpty();
    seen.put(night, segments);
  }

  private static List<String> differences(Map<String, String> is, Map<String, String> must) {
    var keys = new TreeSet<>(is.keySet());
    keys.addAll(must.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(is.get(key), must.get(key)))
        .map(key -> "%s is %s, must be %s".formatted(key, is.get(key), must.get(key)))
        .toList();
  }

  /** Segment and the attributes that the map looks at. */
  private String expected(RandomMap map, Record row, LocalDate night) {
    var attributes = new TreeMap<String, String>();
    var country = countries.getOrDefault(row.get("customer_key", String.class), "");
    if (!country.isEmpty()) {
      attributes.put("country", country);
    }
    if (row.get("bought") != null) {
      attributes.put("bought", row.get("bought", String.class));
    }
    attributes.keySet().retainAll(lookedAt);
    var standing = row.get("standing", String.class);
    var segment = standing;
    if (standing.equals("scored")) {
      var facts =
          new Facts(
              days(row, "last_ordered_on", night),
              days(row, "first_ordered_on", night),
              row.get("orders_count", Long.class),
              row.get("net_value", BigDecimal.class),
              attributes);
      int r = row.get("r_score", Integer.class);
      int f = row.get("f_score", Integer.class);
      segment = map.first(r, f, row.get("m_score", Integer.class), facts).segment();
    }
    return segment + "|" + (lookedAt.isEmpty() ? null : attributes);
  }

  private static int days(Record row, String day, LocalDate night) {
    return (int) row.get(day, LocalDate.class).until(night, java.time.temporal.ChronoUnit.DAYS);
  }

  /** What a night knew of its customers, by the tables of the stages before. */
  private static List<Record> rows(Shop shop, LocalDate night) {
    return List.copyOf(
        shop.query(
            db ->
                db.fetch(
                    """
                    select s.*, m.last_ordered_on,
                      (select attributes ->> 'bought' from orders.customers c
                       where c.customer_key = s.customer_key) as bought
                    from rfm.scores s
                    join rfm.metrics m on m.customer_key = s.customer_key and %s
                    """
                        .formatted(AT.formatted(night)))));
  }

  private static Map<String, String> segments(Shop shop, LocalDate night) {
    var segments = new TreeMap<String, String>();
    shop.query(
            db ->
                db.fetch(
                    """
                    select customer_key, attributes, case segment when 'Lapsed' then 'lapsed'
                      when 'Prospects' then 'prospect' when 'Net returners' then 'net-returner'
                      else segment end as segment
                    from segments.memberships where %s
                    """
                        .formatted(AT.formatted(night))))
        .forEach(
            row -> {
              var attributes = row.get("attributes", JSONB.class);
              segments.put(
                  row.get("customer_key", String.class),
                  row.get("segment")
                      + "|"
                      + (attributes == null
                          ? null
                          : new TreeMap<>(
                              JsonMapper.shared().readValue(attributes.data(), Map.class))));
            });
    return segments;
  }
}
