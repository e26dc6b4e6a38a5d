package dev.nightjar.clustering;

import java.util.Locale;

/**
 * What is known of each scored customer from the stored metrics and orders. Categories of single
 * products are not stored; a category is known where a source keeps it as an attribute of orders.
 */
enum Feature {
  /** Days from the last order to the night. */
  RECENCY,
  /** Frequency as it is scored: orders, days or lines in the window. */
  FREQUENCY,
  /** Monetary value as it is scored: sum or mean per order in the window. */
  MONETARY,
  /** Value less returns by orders, both in the window; not known without an order there. */
  AVERAGE_ORDER_VALUE,
  /** Days from the first order ever to the night. */
  TENURE,
  /** Value that came back by value bought, of all orders ever; from sources that net returns. */
  RETURN_SHARE,
  /** All orders ever by months since the first, at least one month; 30.4375 days a month. */
  ORDERS_PER_MONTH,
  /** Share of an attribute's value in the value bought, of all orders ever, 0 to 1. */
  SHARE;

  /** As it is written in settings, tables and screens. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
