/**
 * Scores become segments: names, profiles and memory.
 *
 * <p>In: {@code rfm.scores}, {@code rfm.metrics} of the night before, {@code orders.customers} and
 * the segment map of {@code config/segments.yaml}.<br>
 * Out: {@code segments.memberships} (who is where, since when and why, as intervals of nights), and
 * for each night its map, profiles and moves.
 *
 * <p>A move has a cause: {@code drift} where the customer's cell by the cut points of the night
 * before is still of the old segment, so that only the others changed; {@code settings} where the
 * map or the scoring is another than in the night before; else {@code behaviour}.
 */
@NullMarked
package dev.nightjar.segments;

import org.jspecify.annotations.NullMarked;
