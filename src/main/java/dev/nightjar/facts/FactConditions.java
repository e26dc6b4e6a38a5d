package dev.nightjar.facts;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import tools.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Conditions on the facts about a customer; all must hold. Of the values of an attribute, one is
 * enough. JSON has the keys of settings.
 *
 * @param daysSinceOrder calendar days from the last kept order to the night
 * @param daysSinceFirstOrder calendar days from the first kept order; few for new customers
 * @param orders kept orders in the window
 * @param netValue value less returns in the window, in the business currency
 * @param attributes values by attribute: country, or an attribute of the latest order
 */
@JsonNaming(KebabCaseStrategy.class)
@JsonAutoDetect(isGetterVisibility = Visibility.NONE)
public record FactConditions(
    Range daysSinceOrder,
    Range daysSinceFirstOrder,
    Range orders,
    Range netValue,
    Map<String, List<String>> attributes) {
  public static final FactConditions NONE =
      new FactConditions(Range.ANY, Range.ANY, Range.ANY, Range.ANY, Map.of());

  /** The ranges by the keys of settings. */
  public Map<String, Range> ranges() {
    var ranges = new LinkedHashMap<String, Range>();
    ranges.put("days-since-order", daysSinceOrder);
    ranges.put("days-since-first-order", daysSinceFirstOrder);
    ranges.put("orders", orders);
    ranges.put("net-value", netValue);
    return ranges;
  }

  /** Whether there is no condition. */
  public boolean isEmpty() {
    return attributes.isEmpty() && ranges().values().stream().allMatch(Range::isOpen);
  }

  /** What is wrong between the values, one line each, beginning with the key. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    ranges()
        .forEach(
            (name, range) -> {
              if (range.isEmptied()) {
                problems.add(name + ": at-least is above at-most");
              }
            });
    new TreeMap<>(attributes)
        .forEach(
            (name, values) -> {
              if (values.isEmpty()) {
                problems.add("attributes." + name + ": has no value");
              }
            });
    return problems;
  }

  /** Each as a condition on some columns, which is not true if the fact is unknown. */
  public List<Condition> on(CustomerFacts facts) {
    var all = new ArrayList<Condition>();
    new TreeMap<>(attributes)
        .forEach((name, values) -> all.add(facts.attribute().apply(name).in(values)));
    daysSinceOrder.addTo(all, facts.daysSinceOrder());
    daysSinceFirstOrder.addTo(all, facts.daysSinceFirstOrder());
    orders.addTo(all, facts.orders());
    netValue.addTo(all, facts.netValue());
    return all;
  }

  /** Such as {@code orders at least 5, country DE or AT}; empty for none. */
  @Override
  public String toString() {
    var words = new ArrayList<String>();
    ranges()
        .forEach(
            (name, range) -> {
              if (!range.isOpen()) {
                words.add(name + " " + range);
              }
            });
    new TreeMap<>(attributes)
        .forEach((name, values) -> words.add(name + " " + String.join(" or ", values)));
    return String.join(", ", words);
  }
}
