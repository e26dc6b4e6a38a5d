/**
 * Orders become one line of recency, frequency, monetary and scores per customer.
 *
 * <p>In: {@code orders.orders} and {@code orders.customers}.<br>
 * Out: {@code rfm.cut_points} and {@code rfm.scores}, for every customer that came in.
 *
 * <p>The cut points are stored before anybody is scored, and scores read nothing else, so that a
 * night can be scored with the cut points of another.
 */
@NullMarked
package dev.nightjar.rfm;

import org.jspecify.annotations.NullMarked;
