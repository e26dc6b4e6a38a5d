/**
 * A shop's folder, with its settings and their problems.
 *
 * <p>In: the YAML files of {@code config/}, variables {@code NIGHTJAR_…} and {@code --set} options
 * of a {@link dev.nightjar.home.Home}.<br>
 * Out: one validated record per section, or {@link dev.nightjar.home.BadSettings} with every
 * problem and its place; the calendar and currency of the business; failure codes.
 */
@NullMarked
package dev.nightjar.home;

import org.jspecify.annotations.NullMarked;
