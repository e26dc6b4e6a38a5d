/**
 * How nights come about without a person: the schedule, the nights that are due, and those that
 * were missed.
 *
 * <p>In: the ledger of the nights, the settings of the schedule, and the clock. <br>
 * Out: nights run one after the other, each in a process of its own.
 */
@NullMarked
package dev.nightjar.operations;

import org.jspecify.annotations.NullMarked;
