/**
 * A shop's folder: its settings, and what is wrong with them.
 *
 * <p>In: the YAML files of {@code config/}, variables {@code NIGHTJAR_…} and {@code --set} options
 * of a {@link dev.nightjar.home.Home}.<br>
 * Out: one validated record per section, or {@link dev.nightjar.home.BadSettings} with every
 * problem and its place; the calendar and currency of the business; the codes of failures.
 */
@NullMarked
package dev.nightjar.home;

import org.jspecify.annotations.NullMarked;
