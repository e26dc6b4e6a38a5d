/**
 * The watch over the nights: gates that stop a night whose figures are out of the ordinary, and
 * alerts to the people on call.
 *
 * <p>In: the tables of all stages, {@code db/checks}, the settings {@code gates} and {@code
 * alerts}.<br>
 * Out: {@code operations.gate_results}, {@code operations.gate_approvals}, and messages.
 */
@NullMarked
package dev.nightjar.operations;

import org.jspecify.annotations.NullMarked;
