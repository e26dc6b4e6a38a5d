package dev.nightjar.facts;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A range of a value. An unknown value is in no range.
 *
 * @param atLeast the lowest value; none for no limit
 * @param atMost the highest value; none for no limit
 */
@JsonNaming(KebabCaseStrategy.class)
@JsonAutoDetect(isGetterVisibility = Visibility.NONE)
@JsonInclude(Include.NON_NULL)
public record Range(@Nullable BigDecimal atLeast, @Nullable BigDecimal atMost) {
  public static final Range ANY = new Range(null, null);

  /** Whether every value is in it, even an unknown one. */
  public boolean isOpen() {
    return atLeast == null && atMost == null;
  }

  /** Whether no value is in it. */
  public boolean isEmptied() {
    return atLeast != null && atMost != null && atLeast.compareTo(atMost) > 0;
  }

  /** Adds the conditions for values in it; none if it is open. */
  public void addTo(List<Condition> all, Field<? extends Number> value) {
    var number = value.cast(SQLDataType.NUMERIC);
    if (atLeast != null) {
      all.add(number.ge(atLeast));
    }
    if (atMost != null) {
      all.add(number.le(atMost));
    }
  }

  /** Such as {@code at least 2 and at most 9}; empty if it is open. */
  @Override
  public String toString() {
    var low = atLeast == null ? "" : "at least " + atLeast.toPlainString();
    var high = atMost == null ? "" : "at most " + atMost.toPlainString();
    return low.isEmpty() || high.isEmpty() ? low + high : low + " and " + high;
  }
}
