/**
 * Speed, measured against a peer in the same run.
 *
 * <p>In: how much to measure, and a database of its own.<br>
 * Out: measurements, and one {@link dev.nightjar.bench.Ratio} for each target.
 *
 * <p>A ratio compares two figures of one run on one machine, so that it means the same everywhere.
 */
@NullMarked
package dev.nightjar.bench;

import org.jspecify.annotations.NullMarked;
