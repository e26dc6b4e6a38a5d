package dev.nightjar.audiences;

import static dev.nightjar.audiences.PeopleTable.PERSON;
import static java.util.Map.entry;

import dev.nightjar.facts.FactConditions;
import dev.nightjar.facts.Range;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Conditions that a customer meets together; of the values of a list, one is enough.
 *
 * @param segments names of segments
 * @param clusters numbers or names of clusters
 * @param tiers names of clusters' tiers
 * @param r recency score
 * @param f frequency score
 * @param m monetary score
 * @param moved the last change of segment
 * @param attributes values by attribute: country, or an attribute of the latest order
 * @param daysSinceOrder calendar days from the last kept order to the night
 * @param daysSinceFirstOrder calendar days from the first kept order; few for new customers
 * @param orders kept orders in the window
 * @param netValue value less returns in the window, in the business currency
 * @param forecast what the customer can be expected to buy
 * @param lookalikes customers who are like others
 */
record Conditions(
    @DefaultValue List<String> segments,
    @DefaultValue List<String> clusters,
    @DefaultValue List<String> tiers,
    @DefaultValue Range r,
    @DefaultValue Range f,
    @DefaultValue Range m,
    @DefaultValue @Valid Moved moved,
    @DefaultValue Map<String, List<String>> attributes,
    @DefaultValue Range daysSinceOrder,
    @DefaultValue Range daysSinceFirstOrder,
    @DefaultValue Range orders,
    @DefaultValue Range netValue,
    @DefaultValue Forecast forecast,
    @DefaultValue @Valid Lookalikes lookalikes) {

  /**
   * Forecasts of the night; unknown if the night has none.
   *
   * @param probabilityAlive probability that the customer has not stopped buying, 0 to 1
   * @param orders90 expected days with an order in the 90 days after the night
   * @param orders365 expected days with an order in the 365 days after the night
   * @param value90 expected value in the 90 days after the night, in the business currency
   * @param value365 expected value in the 365 days after the night, in the business currency
   */
  record Forecast(
      @DefaultValue Range probabilityAlive,
      @Name("orders-90") @DefaultValue Range orders90,
      @Name("orders-365") @DefaultValue Range orders365,
      @Name("value-90") @DefaultValue Range value90,
      @Name("value-365") @DefaultValue Range value365) {
    static final Forecast ANY = new Forecast(Range.ANY, Range.ANY, Range.ANY, Range.ANY, Range.ANY);

    private void addTo(List<Condition> all) {
      probabilityAlive.addTo(all, PERSON.forecast("probability_alive"));
      orders90.addTo(all, PERSON.forecast("expected_orders_90"));
      orders365.addTo(all, PERSON.forecast("expected_orders_365"));
      value90.addTo(all, PERSON.forecast("expected_value_90"));
      value365.addTo(all, PERSON.forecast("expected_value_365"));
    }
  }

  /**
   * A change of segment.
   *
   * @param from segments that were left
   * @param to segments that were entered, by new customers among others
   * @param causes why
   * @param withinDays how many days ago at most, 1 for the night itself
   */
  record Moved(
      @DefaultValue List<String> from,
      @DefaultValue List<String> to,
      @DefaultValue List<Cause> causes,
      @Min(1) @DefaultValue("1") int withinDays) {
    static final Moved ANYHOW = new Moved(List.of(), List.of(), List.of(), 1);

    private boolean isAsked() {
      return !from.isEmpty() || !to.isEmpty() || !causes.isEmpty();
    }

    private void addTo(List<Condition> all) {
      if (isAsked()) {
        all.add(PERSON.changedOn().gt(PERSON.night().minus(withinDays)));
      }
      addAny(all, PERSON.previousSegment(), from);
      addAny(all, PERSON.segment(), to);
      addAny(all, PERSON.cause(), causes.stream().map(Cause::key).toList());
    }
  }

  /** Why a customer entered a segment. */
  enum Cause {
    /** The customer was not known before. */
    NEW,
    /** The customer's own orders changed. */
    ORDERS,
    /** Only time passed. */
    TIME,
    /** An attribute of the customer changed. */
    ATTRIBUTES,
    /** Only the cut points changed. */
    CUT_POINTS,
    /** It took what changed with the customer, and other cut points. */
    BOTH,
    /** The map or the rules changed. */
    SETTINGS;

    private String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** No conditions at all. */
  static final Conditions NONE = ofSegments(List.of());

  /** Who is in one of some segments. */
  static Conditions ofSegments(List<String> segments) {
    return new Conditions(
        segments,
        List.of(),
        List.of(),
        Range.ANY,
        Range.ANY,
        Range.ANY,
        Moved.ANYHOW,
        Map.of(),
        Range.ANY,
        Range.ANY,
        Range.ANY,
        Range.ANY,
        Forecast.ANY,
        Lookalikes.NONE);
  }

  /** Whether there is no condition. */
  boolean isEmpty() {
    return all().isEmpty();
  }

  /** Whether they hold for a row of the table {@link PeopleTable}. */
  Condition hold() {
    return DSL.and(all());
  }

  private FactConditions facts() {
    return new FactConditions(daysSinceOrder, daysSinceFirstOrder, orders, netValue, attributes);
  }

  /** The segments that they name. */
  List<String> namedSegments() {
    var named = new ArrayList<>(segments);
    named.addAll(moved.from());
    named.addAll(moved.to());
    named.addAll(lookalikes.of().segments());
    return named;
  }

  /** The clusters that they name, by number or name. */
  List<String> namedClusters() {
    return joined(clusters, lookalikes.of().clusters());
  }

  /** The tiers that they name. */
  List<String> namedTiers() {
    return joined(tiers, lookalikes.of().tiers());
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** What is wrong between the values, one line each. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    lookalikes.problems().forEach(each -> problems.add("lookalikes." + each));
    ranges()
        .forEach(
            (name, range) -> {
              if (range.isEmptied()) {
                problems.add(name + ": at-least is above at-most");
              }
            });
    problems.addAll(facts().problems());
    return problems;
  }

  private Map<String, Range> ranges() {
    return Map.ofEntries(
        entry("r", r),
        entry("f", f),
        entry("m", m),
        entry("forecast.probability-alive", forecast.probabilityAlive()),
        entry("forecast.orders-90", forecast.orders90()),
        entry("forecast.orders-365", forecast.orders365()),
        entry("forecast.value-90", forecast.value90()),
        entry("forecast.value-365", forecast.value365()));
  }

  private List<Condition> all() {
    var all = new ArrayList<Condition>();
    PERSON.addAt(all, segments, clusters, tiers);
    r.addTo(all, PERSON.r());
    f.addTo(all, PERSON.f());
    m.addTo(all, PERSON.m());
    moved.addTo(all);
    all.addAll(facts().on(PERSON.facts()));
    forecast.addTo(all);
    lookalikes.addTo(all);
    return all;
  }

  private static void addAny(List<Condition> all, Field<String> value, List<String> wanted) {
    if (!wanted.isEmpty()) {
      all.add(value.in(wanted));
    }
  }
}
