/**
 * The published night goes to its destinations.
 *
 * <p>In: the night's audiences with their members, the contact data and refusals of customers, and
 * {@code deliver.states} with {@code deliver.sent_rows}: what each destination has.<br>
 * Out: one extract for each audience that is due and each of its destinations, delivered by {@code
 * routes/deliver-*.camel.yaml} and noted in the audit table {@code deliver.exports}; extracts whose
 * retention is over are removed, and those with an erased person are withdrawn. What cannot be
 * reached stays in {@code deliver.withdrawals} until a later night or {@code nightjar purge}.
 *
 * <p>An extract is written to the outbox under a temporary name, synced and renamed, then
 * delivered: its old marker is removed first, then data, manifest and the marker {@code _SUCCESS}
 * follow, each read back before it gets its name. The same night gives the same bytes.
 *
 * <p>The rows of a night are compared with those that are there in one pass over both, in the order
 * of their keys, while they are made; a temporary table takes those that differ, from which the
 * files of removes, adds and changes are made. Removes hold identifiers that nobody of the night
 * has. The change guard stops large changes, but never the removal of people who refused or were
 * erased. Once the delivery is confirmed, the differences are carried over in one transaction, so
 * that a night writes only what changed.
 */
@NullMarked
package dev.nightjar.deliver;

import org.jspecify.annotations.NullMarked;
