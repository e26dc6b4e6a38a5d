/**
 * Lines become orders and customers.
 *
 * <p>In: {@code ingest.order_lines} and {@code ingest.customer_records} of loaded files, with the
 * policies of {@code ingest.sources}.<br>
 * Out: {@code orders.orders}, {@code orders.customers} and {@code orders.line_outcomes}, as they
 * stood at the end of the night's date.
 *
 * <p>The tables are made anew from all loaded lines, so it does not matter in which files, in which
 * order and how late the lines came.
 */
@NullMarked
package dev.nightjar.orders;

import org.jspecify.annotations.NullMarked;
