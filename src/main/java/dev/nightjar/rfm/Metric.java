package dev.nightjar.rfm;

import static dev.nightjar.db.rfm.Tables.METRICS;
import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The three metrics of a customer. */
enum Metric {
  /** Calendar days since the last kept order; fewer is better. */
  RECENCY,
  /** Kept orders in the window, or their days or lines. */
  FREQUENCY,
  /** Value less returns in the window, in the business currency. */
  MONETARY;

  /** Its name in tables and settings. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Metric of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  boolean isFewerBetter() {
    return this == RECENCY;
  }

  /** Its values at a night, in the precision in which cut points are compared. */
  Field<Double> value(LocalDate night) {
    return value(METRICS, night);
  }

  /** The same of a table with the columns of {@code rfm.metrics}. */
  Field<Double> value(Table<?> metrics, LocalDate night) {
    return switch (this) {
      case RECENCY -> recencyDays(metrics, night).cast(SQLDataType.DOUBLE);
      case FREQUENCY -> metrics.field(METRICS.FREQUENCY);
      case MONETARY -> metrics.field(METRICS.MONETARY);
    };
  }

  static Field<Integer> recencyDays(LocalDate night) {
    return recencyDays(METRICS, night);
  }

  private static Field<Integer> recencyDays(Table<?> metrics, LocalDate night) {
    return DSL.field(
        "{0} - {1}", Integer.class, inline(night), metrics.field(METRICS.LAST_ORDERED_ON));
  }
}
