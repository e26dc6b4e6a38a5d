/**
 * A first description of a source, drafted from one of its files.
 *
 * <p>In: a file, and the layouts of known systems ({@code guess.presets}).<br>
 * Out: YAML for the configuration. What the file does not decide is a question mark with the
 * reason.
 *
 * <p>The columns of a known system are recognised by their header, those of any other file by names
 * and values. How dates and amounts are written is always read from the values.
 */
@NullMarked
package dev.nightjar.guess;

import org.jspecify.annotations.NullMarked;
