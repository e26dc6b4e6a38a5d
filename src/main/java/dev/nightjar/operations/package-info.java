/**
 * The watch over the nights: gates that stop a night whose figures are out of the ordinary, dry
 * runs, figures for Prometheus, and what people on call are alerted of.
 *
 * <p>In: the tables of all stages, {@code db/checks}, the settings {@code gates} and {@code
 * metrics}.<br>
 * Out: {@code operations.gate_results}, {@code operations.gate_approvals}, alerts.
 */
@NullMarked
package dev.nightjar.operations;

import org.jspecify.annotations.NullMarked;
