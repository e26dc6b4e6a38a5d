/**
 * The JSON API of the console, for programs with a token. {@code openapi.yaml} describes it.
 *
 * <p>In: answers of {@code views} about nights, segments, audiences and customers.<br>
 * Out: these answers as JSON, as the commands print them with {@code --json}; nights are run,
 * resumed and approved by the steps that pages offer, and each step and each look at a customer is
 * in the audit.
 */
@NullMarked
package dev.nightjar.console.api;

import org.jspecify.annotations.NullMarked;
