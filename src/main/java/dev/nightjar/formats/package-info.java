/**
 * Files of records, however they are written.
 *
 * <p>In: a file of CSV, blank-separated text, JSON lines, Excel or Parquet, packed or not, and what
 * is declared of its {@link dev.nightjar.formats.Layout}.<br>
 * Out: its {@link dev.nightjar.formats.Row}s one after the other, in bounded memory, or a {@link
 * dev.nightjar.formats.BadFile} with the reason.
 *
 * <p>A format is one class behind {@link dev.nightjar.formats.RecordReader}. What the libraries
 * throw about damaged bytes becomes a verdict on the file here, and nowhere else.
 */
@NullMarked
package dev.nightjar.formats;

import org.jspecify.annotations.NullMarked;
