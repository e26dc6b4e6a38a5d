/**
 * Files land once, whole, and become typed rows or rejects.
 *
 * <p>In: the files that the Camel routes {@code routes/ingest-*.camel.yaml} bring from the inboxes,
 * as described by the sources of the configuration.<br>
 * Out: {@code ingest.files} (the file ledger), {@code ingest.order_lines}, {@code
 * ingest.customer_records}, {@code ingest.suppressions} and {@code ingest.rejects}; the sources'
 * policies in {@code ingest.sources}.
 *
 * <p>Two commits for each file, never one: it lands (copied, synced, renamed, hashed, in the
 * ledger) before it leaves its inbox, and is then loaded from the landing folder in one
 * transaction. After a crash in between, the file comes again and its hash is recognised.
 */
@NullMarked
package dev.nightjar.ingest;

import org.jspecify.annotations.NullMarked;
