/**
 * Scored customers with an order in the window become k clusters, or a single one if k are no
 * clearer.
 *
 * <p>In: {@code rfm.metrics} and their definition; where configured features need them, {@code
 * orders.order_parts}; for a population that is a segment, and for forecasts, {@code
 * segments.memberships}.<br>
 * Out: {@code clustering.nights}, {@code clustering.models} with their features, quality and
 * centroids, {@code clustering.members}, {@code clustering.profiles} with their features and
 * attributes.
 *
 * <p>The metrics are skewed, so by default they are clustered as z-scores of log(1 + x); centres
 * are shown in days, orders and money again, as medians of the members.
 *
 * <p>People work with clusters for longer than a night. So each night keeps a copy of the model in
 * force. A new model starts from the old centres, and its clusters are matched to the old ones, so
 * that numbers and names carry over. A model that would sort tonight's customers differently is
 * only proposed.
 */
@NullMarked
package dev.nightjar.clustering;

import org.jspecify.annotations.NullMarked;
