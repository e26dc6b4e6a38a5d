/**
 * Lines become orders and customers.
 *
 * <p>In: {@code ingest.order_lines} and {@code ingest.customer_records} of loaded files, with the
 * policies of {@code ingest.sources}.<br>
 * Out: {@code orders.order_parts} with the view {@code orders.orders}, {@code orders.customers} and
 * {@code orders.line_outcomes}, as they stood at the end of the night's date.
 *
 * <p>A night reads the files that are new, gone, mended or seen differently than in the last night.
 * It recomputes the orders with lines in these files, and the customers of these orders. So the
 * result does not depend on which files the lines came in, their sequence or their delay, and a
 * night costs what it brings, not what there is.
 */
@NullMarked
package dev.nightjar.orders;

import org.jspecify.annotations.NullMarked;
