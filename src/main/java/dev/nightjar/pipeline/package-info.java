/**
 * What a night is: its stages, its ledger, its lock, and the only door to Spring Batch.
 *
 * <p>In: the settings of a {@link dev.nightjar.home.Home} and the order to run or resume a night.
 * <br>
 * Out: each stage run once and in order, with what it counted in {@code pipeline.nights} and {@code
 * pipeline.stages}.
 *
 * <p>Stages know nothing of each other and nothing of Batch: a {@link dev.nightjar.pipeline.Stage}
 * gets a {@link dev.nightjar.pipeline.Night} and answers with a {@link
 * dev.nightjar.pipeline.StageReport}, and may be run again at any time.
 */
@NullMarked
package dev.nightjar.pipeline;

import org.jspecify.annotations.NullMarked;
