package dev.nightjar.segments;

import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A map with each kind of condition, the same in Java, and customers who change country. */
final class FactsMap {
  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";

  private final TreeMap<LocalDate, Map<String, String>> countries = new TreeMap<>();

  /** Declares the map; the setting segments.map=facts puts it in use. */
  static void in(Shop shop) {
    var segments = "segments.maps.facts.segments";
    shop.with(segments + "[0].name=New")
        .with(segments + "[0].boxes[0].r=2-5")
        .with(segments + "[0].boxes[0].days-since-first-order.at-most=12")
        .with(segments + "[1].name=German")
        .with(segments + "[1].boxes[0].attributes.country=DE,AT")
        .with(segments + "[1].boxes[0].orders.at-least=2")
        .with(segments + "[2].name=Silent")
        .with(segments + "[2].boxes[0].days-since-order.at-least=9")
        .with(segments + "[2].boxes[0].f=1-4")
        .with(segments + "[3].name=Big")
        .with(segments + "[3].boxes[0].net-value.at-least=150.5")
        .with(segments + "[3].boxes[0].r=3-5")
        .with(segments + "[4].name=Top")
        .with(segments + "[4].patterns=[3-5]??")
        .with(segments + "[5].name=Rest")
        .with(segments + "[5].patterns=???");
  }

  /** The segment of a scored customer. */
  static String segment(
      int r,
      int f,
      int days,
      int daysSinceFirst,
      double orders,
      double value,
      @Nullable String country) {
    if (r >= 2 && daysSinceFirst <= 12) {
      return "New";
    }
    if (List.of("DE", "AT").contains(String.valueOf(country)) && orders >= 2) {
      return "German";
    }
    if (days >= 9 && f <= 4) {
      return "Silent";
    }
    return r < 3 ? "Rest" : value >= 150.5 ? "Big" : "Top";
  }

  /** Delivers new countries of some customers before a night. */
  void deliver(Shop shop, Random dice, LocalDate night) {
    var known = new TreeMap<String, String>();
    if (!countries.isEmpty()) {
      known.putAll(countries.lastEntry().getValue());
    }
    var lines = new ArrayList<String>();
    lines.add(CUSTOMERS);
    for (int i = 0; i < 60; i += 1 + dice.nextInt(4)) {
      var country = List.of("DE", "AT", "FR", "GB").get(dice.nextInt(4));
      known.put("C" + i, country);
      lines.add("C%d,%s 00:00:00,,,,,%s,,yes,no".formatted(i, night, country));
    }
    shop.deliver("customers-" + night + ".csv", lines.toArray(String[]::new));
    countries.put(night, known);
  }

  /** The country of a customer as a night knew it; null if it is not known. */
  @Nullable String countryOf(String customer, LocalDate night) {
    return countries.get(night).get(customer);
  }
}
