/**
 * The commands.
 *
 * <p>In: what somebody typed.<br>
 * Out: what ops and marketing read on the screen, as tables or JSON, and an exit code.
 */
@NullMarked
package dev.nightjar.cli;

import org.jspecify.annotations.NullMarked;
