/**
 * Lines become orders and customers.
 *
 * <p>In: {@code ingest.order_lines} and {@code ingest.customer_records} of loaded files, with the
 * policies of {@code ingest.sources}.<br>
 * Out: {@code orders.order_parts} with the view {@code orders.orders}, {@code orders.customers} and
 * {@code orders.line_outcomes}, as they stood at the end of the night's date.
 *
 * <p>The files that are new, gone, mended or otherwise seen than in the last night are read; the
 * orders of which they have lines, and the customers of these orders, are computed anew. So it does
 * not matter in which files, in which order and how late the lines came, and a night costs what it
 * brings, not what there is.
 */
@NullMarked
package dev.nightjar.orders;

import org.jspecify.annotations.NullMarked;
