/**
 * Events of OpenLineage: which night and stage made which table and extract out of which files.
 *
 * <p>In: the events of nights, the ledger of files, the audit of deliveries.<br>
 * Out: one JSON object a line in {@code var/lineage}, a file for each night, and the same by HTTP.
 *
 * <p>Nothing here can stop a night or hold it up: a listener that throws is logged, and HTTP has a
 * thread of its own. Events name tables, columns, files, audiences and numbers, and nothing about
 * people.
 */
@NullMarked
package dev.nightjar.lineage;

import org.jspecify.annotations.NullMarked;
