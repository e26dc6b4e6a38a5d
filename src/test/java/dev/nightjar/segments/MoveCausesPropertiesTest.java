package dev.nightjar.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.Shop;
import dev.nightjar.ports.MoveCauses;
import dev.nightjar.views.Moves;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The causes of moves between any two nights of a random shop, compared with brute force. */
@DatabaseTest
class MoveCausesPropertiesTest {
  private static final List<String> NIGHTS =
      List.of("2025-01-20", "2025-01-21", "2025-01-22", "2025-02-01", "2025-03-15");
  private static final int WINDOW = 30;

  /** An order of one line, or with a negative value, a return. */
  private record Order(LocalDate arrived, LocalDate day, String customer, BigDecimal value) {}

  /** The metrics of a customer; days is null without an order. */
  private record Metrics(
      String standing,
      @Nullable Integer days,
      @Nullable Integer daysSinceFirst,
      double orders,
      double value) {}

  private final List<Order> orders = new ArrayList<>();
  private final FactsMap facts = new FactsMap();

  static List<Arguments> settings() {
    return List.of(
            Arguments.of(1, "rfm.rule=quantile"),
            Arguments.of(3, "rfm.window=all"),
            Arguments.of(6, "rfm.refit=never"),
            Arguments.of(7, "segments.map=facts"),
            Arguments.of(2, "rfm.rule=quantile"),
            Arguments.of(4, "rfm.frequency.counts=days"),
            Arguments.of(5, "rfm.monetary.value=mean-order"),
            Arguments.of(8, "segments.map=facts"))
        .subList(0, Rounds.of(2, 8));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void causesAreThoseOfTheTwoNightsAlone(int seed, String setting, Shop shop) {
    shop.with("rfm.window=P%dD".formatted(WINDOW)).with("segments.map=rf-regex").with(setting);
    var dice = new Random(seed);
    if (setting.endsWith("facts")) {
      FactsMap.in(shop);
    }
    for (var night : NIGHTS) {
      facts.deliver(shop, dice, LocalDate.parse(night));
      ANight.in(shop, night).withOrders(random(dice, LocalDate.parse(night))).run();
    }
    var seen = seenCauses(shop, setting);
    if (setting.equals("rfm.refit=never")) {
      assertThat(seen).containsExactly("orders", "time");
    } else if (setting.endsWith("facts")) {
      assertThat(seen).containsExactly("attributes", "both", "cut-points", "orders", "time");
    } else {
      assertThat(seen).containsExactly("both", "cut-points", "orders", "time");
    }
  }

  /** Compares every two nights. */
  private TreeSet<String> seenCauses(Shop shop, String setting) {
    var seen = new TreeSet<String>();
    for (int later = 1; later < NIGHTS.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        var from = LocalDate.parse(NIGHTS.get(earlier));
        var to = LocalDate.parse(NIGHTS.get(later));
        var expected = expected(shop, from, to, setting);
        assertThat(causes(shop, from, to)).as("%s to %s", from, to).isEqualTo(expected);
        if (later == earlier + 1) {
          assertThat(stored(shop, to)).as("night of %s", to).isEqualTo(expected);
        }
        expected.keySet().forEach(way -> seen.add(way.split("\\|")[2]));
      }
    }
    return seen;
  }

  /** Some new orders, some that come late, and returns. */
  private String[] random(Random dice, LocalDate night) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      int ago = dice.nextInt(10) < 7 ? dice.nextInt(8) : dice.nextInt(70);
      int value = dice.nextInt(8) == 0 ? -1 - dice.nextInt(60) : 1 + dice.nextInt(200);
      var customer = "C" + dice.nextInt(60);
      lines.add(
          "%s %d days ago %d.00 %s order %s-%d"
              .formatted(customer, ago, value, value < 0 ? "returned" : "completed", night, i));
      orders.add(new Order(night, night.minusDays(ago), customer, new BigDecimal(value)));
    }
    return lines.toArray(String[]::new);
  }

  private Map<String, Long> expected(Shop shop, LocalDate from, LocalDate to, String setting) {
    var before = segments(shop, from);
    var after = segments(shop, to);
    var expected = new TreeMap<String, Long>();
    after.forEach(
        (customer, segment) -> {
          var left = before.get(customer);
          if (left != null && !left.equals(segment)) {
            var cause = cause(shop, customer, segment, from, to, setting);
            expected.merge("%s|%s|%s".formatted(left, segment, cause), 1L, Long::sum);
          }
        });
    return expected;
  }

  private String cause(
      Shop shop, String customer, String to, LocalDate from, LocalDate until, String setting) {
    var then = metrics(customer, from, from, setting);
    var aged = metrics(customer, from, until, setting);
    var now = metrics(customer, until, until, setting);
    var lived = facts.countryOf(customer, from);
    var lives = facts.countryOf(customer, until);
    assertThat(segment(shop, now, lives, until)).isEqualTo(to);
    if (segment(shop, now, lives, from).equals(to)) {
      if (segment(shop, aged, lived, from).equals(to)) {
        return "time";
      }
      var cause = segment(shop, aged, lives, from).equals(to) ? "attributes" : "orders";
      assertThat(cause.equals("orders") && aged.equals(now)).as("no own order changed").isFalse();
      return cause;
    }
    return segment(shop, then, lived, until).equals(to) ? "cut-points" : "both";
  }

  /** The metrics of the orders that a night knew, as they look on a date. */
  private Metrics metrics(String customer, LocalDate known, LocalDate date, String setting) {
    var own =
        orders.stream()
            .filter(each -> each.customer().equals(customer) && !each.arrived().isAfter(known))
            .toList();
    var days = own.stream().filter(each -> each.value().signum() > 0).map(Order::day).toList();
    var last = days.stream().max(LocalDate::compareTo);
    var first = days.stream().min(LocalDate::compareTo);
    var inWindow =
        own.stream()
            .filter(each -> setting.endsWith("all") || each.day().isAfter(date.minusDays(WINDOW)))
            .toList();
    var bought =
        inWindow.stream().filter(each -> each.value().signum() > 0).map(Order::day).toList();
    var net = inWindow.stream().map(Order::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean isReturning = inWindow.stream().anyMatch(each -> each.value().signum() < 0);
    double counted = setting.endsWith("days") ? bought.stream().distinct().count() : bought.size();
    double value = net.doubleValue();
    if (setting.endsWith("mean-order") && counted > 0) {
      value = net.doubleValue() / counted;
    }
    boolean isNetReturner = net.signum() < 0 || net.signum() == 0 && isReturning;
    boolean isLapsed =
        !setting.endsWith("all")
            && last.filter(day -> !day.isAfter(date.minusDays(WINDOW))).isPresent();
    return new Metrics(
        isLapsed
            ? "lapsed"
            : isNetReturner ? "net-returner" : last.isEmpty() ? "prospect" : "scored",
        last.map(day -> (int) ChronoUnit.DAYS.between(day, date)).orElse(null),
        first.map(day -> (int) ChronoUnit.DAYS.between(day, date)).orElse(null),
        counted,
        value);
  }

  /** The segment that metrics have by the cut points of a night. */
  private static String segment(
      Shop shop, Metrics metrics, @Nullable String country, LocalDate night) {
    if (!metrics.standing().equals("scored")) {
      return Map.of("prospect", "Prospects", "net-returner", "Net returners", "lapsed", "Lapsed")
          .get(metrics.standing());
    }
    var cuts = CUTS.computeIfAbsent(shop + " " + night, each -> cuts(shop, night));
    int r = 5 - below(cuts.get("recency"), metrics.days());
    int f = 1 + below(cuts.get("frequency"), metrics.orders());
    int m = 1 + below(cuts.get("monetary"), metrics.value());
    if (shop.rows("select distinct map from segments.nights").contains("facts")) {
      return FactsMap.segment(
          r,
          f,
          metrics.days(),
          metrics.daysSinceFirst(),
          metrics.orders(),
          metrics.value(),
          country);
    }
    return CELLS
        .computeIfAbsent(shop + " " + night, each -> cells(shop, night))
        .get("" + r + f + m);
  }

  private static final Map<String, Map<String, List<Double>>> CUTS = new HashMap<>();
  private static final Map<String, Map<String, String>> CELLS = new HashMap<>();

  private static int below(List<Double> cuts, double value) {
    return (int) cuts.stream().filter(cut -> value > cut).count();
  }

  private static Map<String, List<Double>> cuts(Shop shop, LocalDate night) {
    var cuts = new HashMap<String, List<Double>>();
    shop.query(db -> db.fetch("select metric, value from rfm.cut_points where night = ?", night))
        .forEach(
            row ->
                cuts.computeIfAbsent(row.get(0, String.class), each -> new ArrayList<>())
                    .add(row.get(1, Double.class)));
    return cuts;
  }

  private static Map<String, String> cells(Shop shop, LocalDate night) {
    var cells = new HashMap<String, String>();
    shop.query(
            db ->
                db.fetch(
                    """
                    select r_score::text || f_score || m_score, segment from segments.cells
                    where night = ?
                    """,
                    night))
        .forEach(row -> cells.put(row.get(0, String.class), row.get(1, String.class)));
    return cells;
  }

  private static Map<String, String> segments(Shop shop, LocalDate night) {
    var segments = new TreeMap<String, String>();
    shop.query(
            db ->
                db.fetch(
                    """
                    select customer_key, segment from segments.memberships
                    where valid_from <= {0} and (valid_to is null or valid_to > {0})
                    """,
                    org.jooq.impl.DSL.val(night)))
        .forEach(row -> segments.put(row.get(0, String.class), row.get(1, String.class)));
    return segments;
  }

  private static Map<String, Long> causes(Shop shop, LocalDate from, LocalDate to) {
    var causes = new TreeMap<String, Long>();
    shop
        .<Moves>open(
            context ->
                Moves.between(
                    from, to, context.getBean(MoveCauses.class), context.getBean(DSLContext.class)))
        .ways()
        .stream()
        .filter(way -> way.cause() != null)
        .forEach(
            way ->
                causes.put(
                    "%s|%s|%s".formatted(way.from(), way.to(), way.cause()),
                    (long) way.customers()));
    return causes;
  }

  private static Map<String, Long> stored(Shop shop, LocalDate night) {
    var causes = new TreeMap<String, Long>();
    shop.query(
            db ->
                db.fetch(
                    """
                    select from_segment, to_segment, cause, customers from published.segment_moves
                    where night = ? and from_segment <> to_segment
                    """,
                    night))
        .forEach(
            row ->
                causes.put(
                    "%s|%s|%s".formatted(row.get(0), row.get(1), row.get(2)),
                    row.get(3, Long.class)));
    return causes;
  }
}
