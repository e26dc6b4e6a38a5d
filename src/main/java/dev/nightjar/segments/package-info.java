/**
 * Scores become segments: names, profiles and memory.
 *
 * <p>In: {@code rfm.scores}, {@code rfm.metrics} of the night before, {@code orders.customers} and
 * the segment map of {@code config/segments.yaml}.<br>
 * Out: {@code segments.memberships} (each customer's segment, since when and why, as intervals of
 * nights), and for each night its map, profiles and moves.
 *
 * <p>A move has a cause: {@code settings} if the map or the scoring changed since the night before;
 * {@code drift} if the cut points of the night before would keep the customer in the old segment,
 * so that only the others changed; otherwise {@code behaviour}.
 */
@NullMarked
package dev.nightjar.segments;

import org.jspecify.annotations.NullMarked;
