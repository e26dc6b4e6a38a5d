/**
 * Privacy: shows what is kept about a person, and erases it.
 *
 * <p>In: keys or e-mail addresses of people, and every table that has a column whose comment begins
 * with {@code PII.}, whatever stage it belongs to.<br>
 * Out: the same tables with a pseudonym in place of the key and nothing else of the person; in
 * {@code privacy.identifiers} what keeps a late file from bringing the person back, in {@code
 * privacy.erasures} the audit line; landing files and extracts without the person, as they are
 * removed whole.
 *
 * <p>What was bought stays in the books under the pseudonym, so that orders, metrics, segments and
 * counts of every night still add up. The pseudonym is random and never stored with an identifier.
 * {@link dev.nightjar.privacy.PersonalDataColumns} says how each column is treated. If it does not
 * know a column with personal data, the command refuses and a test fails.
 */
@NullMarked
package dev.nightjar.privacy;

import org.jspecify.annotations.NullMarked;
