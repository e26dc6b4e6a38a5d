package dev.nightjar.rfm;

import static dev.nightjar.db.rfm.Tables.SCORES;

import java.util.Locale;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;

/** The three metrics of a customer. */
enum Metric {
  /** Calendar days since the last kept order; fewer is better. */
  RECENCY(SCORES.RECENCY_DAYS),
  /** Kept orders in the window. */
  FREQUENCY(SCORES.ORDERS_COUNT),
  /** Value less returns in the window, in the business currency. */
  MONETARY(SCORES.NET_VALUE);

  private final TableField<?, ? extends Number> column;

  Metric(TableField<?, ? extends Number> column) {
    this.column = column;
  }

  /** As the tables spell it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The metric's value in a table, in the precision in which cut points are compared. */
  Field<Double> in(Table<?> metrics) {
    return metrics.field(column).cast(SQLDataType.DOUBLE);
  }
}
