/**
 * Scores become segments: names, profiles and memory.
 *
 * <p>In: {@code rfm.scores} and the segment map of {@code config/segments.yaml}.<br>
 * Out: {@code segments.segments}, {@code segments.memberships}, {@code segments.profiles} and
 * {@code segments.moves}: who is where, since when, and who came from where.
 */
@NullMarked
package dev.nightjar.segments;

import org.jspecify.annotations.NullMarked;
