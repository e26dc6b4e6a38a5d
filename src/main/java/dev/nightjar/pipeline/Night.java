package dev.nightjar.pipeline;

import java.time.LocalDate;

/**
 * One business date's run.
 *
 * @param date the business date; a stage sees only orders up to it
 * @param revision 1 for the first run of the date, one more for each repetition
 */
public record Night(LocalDate date, int revision) {}
