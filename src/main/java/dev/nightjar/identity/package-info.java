/**
 * Identification of people: e-mail addresses, phone numbers, names and addresses, spelled the same
 * way wherever people are compared, suppressed, erased or exported.
 *
 * <p>In: values as customers or shops typed them.<br>
 * Out: one spelling for each value, or a {@link dev.nightjar.identity.Refusal} that names the
 * reason and never the value; in SQL, the same spelling of a column.
 */
@NullMarked
package dev.nightjar.identity;

import org.jspecify.annotations.NullMarked;
