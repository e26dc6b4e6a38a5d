package dev.nightjar.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A line that could not be read.
 *
 * @param line of the file at which the record starts, the header being line 1
 * @param column at fault, as the file names it; null where the whole line is
 * @param reason what is wrong, never the value
 */
record Reject(long line, @Nullable String column, String reason) {}
