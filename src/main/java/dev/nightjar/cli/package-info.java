/**
 * The commands.
 *
 * <p>In: a command line.<br>
 * Out: tables or JSON for operators and marketers, and an exit code.
 */
@NullMarked
package dev.nightjar.cli;

import org.jspecify.annotations.NullMarked;
