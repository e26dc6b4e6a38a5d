/**
 * Write, audit, publish: the night becomes what the business sees.
 *
 * <p>In: the night's rows of the stages before, and the checks of {@code db/checks}, each of which
 * returns the rows that break a promise.<br>
 * Out: the tables behind the views of the schema {@code published}, swapped in one transaction, and
 * one extract for each audience that is due and each of its destinations, delivered by {@code
 * routes/deliver-*.camel.yaml} and noted in the audit table {@code publish.exports}; extracts whose
 * time is over are removed.
 *
 * <p>An extract is written to the outbox under a temporary name, synced and renamed, then
 * delivered: its old marker goes first, then come data, manifest and the marker {@code _SUCCESS},
 * each read back before it gets its name. The same night gives the same bytes.
 *
 * <p>{@code publish.sent_rows} holds what each destination has. While the file of everybody is
 * written, its rows are told to a temporary table beside it; one full join finds what differs, of
 * which come the files of removes, adds and changes. The guard stops what changes too much. Once
 * the delivery is confirmed, the differences are carried over in one transaction, so that a night
 * writes who changed and nothing else.
 */
@NullMarked
package dev.nightjar.publish;

import org.jspecify.annotations.NullMarked;
