/**
 * Nights with their stages, ledger and lock, and the only use of Spring Batch.
 *
 * <p>In: the settings of a {@link dev.nightjar.home.Home} and a command to run or resume a night.
 * <br>
 * Out: each stage run once and in order, with its counts in {@code pipeline.nights} and {@code
 * pipeline.stages}.
 *
 * <p>Stages know neither each other nor Batch: a {@link dev.nightjar.pipeline.Stage} gets a {@link
 * dev.nightjar.pipeline.Night}, returns a {@link dev.nightjar.pipeline.StageReport}, and can be run
 * again at any time.
 */
@NullMarked
package dev.nightjar.pipeline;

import org.jspecify.annotations.NullMarked;
