/**
 * The pages of segments, moves and clusters.
 *
 * <p>In: answers of {@code views} about published nights.<br>
 * Out: pages without customers, and lists of customers that moved for people who can see them.
 */
@NullMarked
package dev.nightjar.console.segments;

import org.jspecify.annotations.NullMarked;
