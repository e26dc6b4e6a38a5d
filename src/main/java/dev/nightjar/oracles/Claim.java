package dev.nightjar.oracles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * Published values, and the query for those of a night.
 *
 * @param name of the values
 * @param published the values by customer, segment or other key
 * @param reached the same two columns
 */
record Claim(String what, Map<String, ?> published, Select<? extends Record2<?, ?>> reached) {
  Claim {
    if (published.isEmpty()) {
      throw new IllegalArgumentException("nothing was published about " + what);
    }
  }

  Tally compare(DSLContext db) {
    var found = new HashMap<String, Object>();
    db.fetch(reached).forEach(row -> found.put(String.valueOf(row.value1()), row.value2()));
    var keys = new HashSet<String>(published.keySet());
    keys.addAll(found.keySet());
    long differing =
        keys.stream()
            .filter(key -> !Objects.equals(text(published.get(key)), text(found.get(key))))
            .count();
    return new Tally(keys.size(), differing);
  }

  /** Publications add up binary fractions: their last places are noise, cents are not. */
  private static String text(@Nullable Object value) {
    if (value instanceof Number number) {
      return new BigDecimal(number.toString())
          .setScale(2, RoundingMode.HALF_UP)
          .stripTrailingZeros()
          .toPlainString();
    }
    return String.valueOf(value);
  }
}
