/**
 * Scored customers become k clusters. The only package that knows ELKI.
 *
 * <p>In: {@code rfm.metrics}; where configured features need them, {@code orders.order_parts}; for
 * a population that is a segment, and for forecasts, {@code segments.memberships}.<br>
 * Out: {@code clustering.models} with its features, quality and centroids, and {@code
 * clustering.members}.
 *
 * <p>The metrics are skewed, so where nothing else is configured they are clustered as z-scores of
 * log(1 + x); centres are told in days, orders and money again, as medians of the members.
 */
@NullMarked
package dev.nightjar.clustering;

import org.jspecify.annotations.NullMarked;
