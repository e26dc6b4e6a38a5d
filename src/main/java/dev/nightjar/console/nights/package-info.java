/**
 * The pages of nights: all of them, and one with its stages.
 *
 * <p>In: the state of nights from {@code views}.<br>
 * Out: pages; commands and approvals of people who are allowed to give them.
 */
@NullMarked
package dev.nightjar.console.nights;

import org.jspecify.annotations.NullMarked;
