/**
 * How nights come about without a person: the schedule, the nights that are due and those that were
 * missed; and the watch over them: gates that stop a night whose figures are out of the ordinary,
 * dry runs, figures for Prometheus, and what people on call are alerted of.
 *
 * <p>In: the ledger of the nights, the tables of all stages, {@code db/checks}, the settings {@code
 * schedule}, {@code gates} and {@code metrics}, and the clock.<br>
 * Out: nights run one after the other, each in a process of its own; {@code
 * operations.gate_results}, {@code operations.gate_approvals}, alerts.
 */
@NullMarked
package dev.nightjar.operations;

import org.jspecify.annotations.NullMarked;
