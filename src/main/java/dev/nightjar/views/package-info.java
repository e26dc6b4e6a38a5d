/**
 * Questions about nights, and their answers as public records. Read only.
 *
 * <p>In: the tables of the stages and the views of the schema {@code published}.<br>
 * Out: what commands and screens show: the state of nights and what they were made of, segments,
 * moves, clusters, an explanation of a customer's segment, audiences and their preview, sources and
 * rejects, score trials, uplift, similar customers, predictions, pending approvals. JSON output is
 * the record.
 */
@NullMarked
package dev.nightjar.views;

import org.jspecify.annotations.NullMarked;
