/**
 * Where the files of a destination lie and what they are called.
 *
 * <p>In: a {@link dev.nightjar.destinations.names.Layout} of placeholders, an audience, a night.
 * <br>
 * Out: paths, patterns by which an extract's files are found again, and layouts by which two
 * audiences would have one file.
 */
@NullMarked
package dev.nightjar.destinations.names;

import org.jspecify.annotations.NullMarked;
