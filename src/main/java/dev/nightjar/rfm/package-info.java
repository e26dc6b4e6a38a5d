/**
 * Orders become one line of recency, frequency, monetary and scores per customer.
 *
 * <p>In: {@code orders.order_parts} and {@code orders.customers}.<br>
 * Out: {@code rfm.metrics}, intervals of nights for every customer that came in; {@code
 * rfm.cut_points} of each night; {@code rfm.scores} of the last one.
 *
 * <p>Metrics are computed anew for whom the night touches. Cut points are stored before anybody is
 * scored, and scores read nothing but metrics and cut points, so that a night can be scored with
 * the cut points of another.
 */
@NullMarked
package dev.nightjar.rfm;

import org.jspecify.annotations.NullMarked;
