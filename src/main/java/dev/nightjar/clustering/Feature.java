package dev.nightjar.clustering;

import java.util.Locale;

/**
 * What is known of each scored customer from the stored metrics and orders. Categories of single
 * products are not stored; a category is known where a source keeps it as an attribute of orders.
 */
enum Feature {
  /** Days from the last order to the night. */
  RECENCY,
  /** Orders in the window of the metrics. */
  FREQUENCY,
  /** Value less returns in the window, in the business currency. */
  MONETARY,
  /** Monetary by frequency, in the business currency; not known without an order in the window. */
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
