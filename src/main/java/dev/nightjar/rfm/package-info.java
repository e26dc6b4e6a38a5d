/**
 * Orders become one line of recency, frequency, monetary and scores per customer.
 *
 * <p>In: {@code orders.order_parts} and {@code orders.customers}.<br>
 * Out: {@code rfm.metrics}, intervals of nights for every incoming customer; {@code rfm.cut_points}
 * of each night; {@code rfm.scores} of the last one.
 *
 * <p>Metrics are recomputed only for customers that the night touches. Cut points are stored before
 * scoring, and scores read only metrics and cut points, so that a night can be scored with another
 * night's cut points.
 */
@NullMarked
package dev.nightjar.rfm;

import org.jspecify.annotations.NullMarked;
