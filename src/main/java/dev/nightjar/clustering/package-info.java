/**
 * Scored customers become k clusters.
 *
 * <p>In: {@code rfm.metrics}; where configured features need them, {@code orders.order_parts}; for
 * a population that is a segment, and for forecasts, {@code segments.memberships}.<br>
 * Out: {@code clustering.nights}, {@code clustering.models} with their features, quality and
 * centroids, {@code clustering.members}, {@code clustering.profiles} with their features and
 * attributes.
 *
 * <p>The metrics are skewed, so where nothing else is configured they are clustered as z-scores of
 * log(1 + x); centres are told in days, orders and money again, as medians of the members.
 *
 * <p>Clusters are worked with for longer than a night. So each night keeps a copy of the model that
 * was in force, a new one begins where the old one is and its clusters are matched to the old ones,
 * by which numbers and names carry over, and one that would sort the customers otherwise is only
 * proposed.
 */
@NullMarked
package dev.nightjar.clustering;

import org.jspecify.annotations.NullMarked;
