/**
 * Destinations: what each accepts, as data, and the files that it accepts.
 *
 * <p>In: the profiles of {@code config/destinations.yaml}, and members with their contact fields as
 * a statement selects them.<br>
 * Out: files in a destination's own format, {@link dev.nightjar.destinations.DataFile}s with their
 * size and hash, and a {@link dev.nightjar.destinations.Tally} of what was left out and why.
 *
 * <p>A profile is a list of columns: which {@link dev.nightjar.destinations.MemberField} each
 * holds, how it is normalised, and whether it is hashed. A {@link
 * dev.nightjar.destinations.Normaliser} gives a value as a destination wants it or refuses it with
 * a {@link dev.nightjar.identity.Refusal}; a refused value is counted, and never appears in a log
 * or an exception.
 */
@NullMarked
package dev.nightjar.destinations;

import org.jspecify.annotations.NullMarked;
