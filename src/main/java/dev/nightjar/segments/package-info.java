/**
 * Scores become segments: names, profiles and memory.
 *
 * <p>In: {@code rfm.scores}, {@code rfm.metrics} of the night before, {@code orders.customers} and
 * the segment map of {@code config/segments.yaml}.<br>
 * Out: {@code segments.memberships} (each customer's segment, since when and why, as intervals of
 * nights), and for each night its map, profiles and moves.
 *
 * <p>A move has a cause: {@code settings} if the map or the scoring changed; otherwise what
 * sufficed for it: the customer's own {@code orders}, {@code time}, {@code attributes}, other
 * {@code cut-points}, or {@code both} what changed with the customer and the cut points.
 */
@NullMarked
package dev.nightjar.segments;

import org.jspecify.annotations.NullMarked;
