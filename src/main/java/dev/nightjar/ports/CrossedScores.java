package dev.nightjar.ports;

import static org.jooq.impl.DSL.field;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * The scores that customers would have if only a part of what changed between two nights had
 * changed.
 */
public interface CrossedScores {
  /** Key of the customer. */
  Field<String> CUSTOMER_KEY = field(DSL.name("customer_key"), String.class);

  /** What has changed since the earlier night, and the columns that result. */
  enum Change {
    /** The metrics are those of the later night; the cut points stay. */
    METRICS,
    /** The orders of the earlier night are as old as on the later date; the cut points stay. */
    TIME,
    /** The cut points are those of the later night; the metrics stay. */
    CUT_POINTS;

    /** The standing of the metrics, as in {@code rfm.metrics}. */
    public Field<String> standing() {
      return field(DSL.name(key() + "_standing"), String.class);
    }

    /**
     * A score; null for customers that are not scored, and if the night of the cut points scored
     * nobody.
     *
     * @param metric recency, frequency or monetary
     */
    public Field<Integer> score(String metric) {
      return field(DSL.name(key() + "_" + metric), Integer.class);
    }

    /** Calendar days from the last kept order. */
    public Field<Integer> daysSinceOrder() {
      return field(DSL.name(key() + "_days_since_order"), Integer.class);
    }

    /** Calendar days from the first kept order. */
    public Field<Integer> daysSinceFirstOrder() {
      return field(DSL.name(key() + "_days_since_first_order"), Integer.class);
    }

    /** Kept orders in the window. */
    public Field<Long> orders() {
      return field(DSL.name(key() + "_orders"), Long.class);
    }

    /** Value less returns in the window, in the business currency. */
    public Field<BigDecimal> netValue() {
      return field(DSL.name(key() + "_net_value"), BigDecimal.class);
    }

    /** Its name in SQL. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One row per customer that both nights know: the key and the columns of each change.
   *
   * @param earlier a night with stored metrics and cut points
   * @param later another such night, with metrics of the same definition
   * @param customers keys of customers
   */
  Select<?> between(
      LocalDate earlier, LocalDate later, Select<Record1<String>> customers, DSLContext db);
}
