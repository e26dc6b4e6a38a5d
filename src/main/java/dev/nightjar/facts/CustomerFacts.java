package dev.nightjar.facts;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.JSONB;

/**
 * The columns of a query with the facts about a customer.
 *
 * @param daysSinceOrder calendar days from the last kept order to the night
 * @param daysSinceFirstOrder calendar days from the first kept order to the night
 * @param orders kept orders in the window
 * @param netValue value less returns in the window, in the business currency
 * @param attribute the value of an attribute, by its name
 */
public record CustomerFacts(
    Field<Integer> daysSinceOrder,
    Field<Integer> daysSinceFirstOrder,
    Field<Long> orders,
    Field<BigDecimal> netValue,
    Function<String, Field<String>> attribute) {
  /** The attribute that every customer can have, whatever the orders say. */
  public static final String COUNTRY = "country";

  /** The attribute of a customer, from the columns of {@code orders.customers}. */
  public static Field<String> attribute(
      String name, Field<String> country, Field<JSONB> attributes) {
    return name.equals(COUNTRY) ? country : jsonbGetAttributeAsText(attributes, inline(name));
  }
}
