package dev.nightjar.formats;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The format of a source's files. Anything not declared is detected in each file; packed files
 * (gzip, zip, zstd) are always recognised by their first bytes.
 *
 * @param format of the records
 * @param encoding of text
 * @param delimiter between the columns of CSV
 * @param quote around a column that holds a delimiter or the end of a line
 * @param header whether the first line names the columns; without names they are called 1, 2, 3 and
 *     so on
 * @param sheets of a workbook, in their order; by default, all that are not hidden
 * @param skipLines lines above the header, or above the first record if there is no header; by
 *     default, they are found
 * @param comment at the beginning of a line that is not a record, such as #; none by default
 * @param escape before a quote, a delimiter, the end of a line or itself, where it is a character
 *     of the value, such as a backslash; none by default
 */
public record Layout(
    @Nullable Format format,
    @Nullable Charset encoding,
    @Nullable Character delimiter,
    @DefaultValue("\"") char quote,
    @DefaultValue("true") boolean header,
    @DefaultValue List<String> sheets,
    @Nullable Integer skipLines,
    @Nullable Character comment,
    @Nullable Character escape) {

  /** Nothing declared. */
  public static final Layout DETECTED = of(null, null, true);

  /** Nothing declared, except that the first line is a record. */
  public static final Layout WITHOUT_HEADER = of(null, null, false);

  /** How records are written. */
  public enum Format {
    /** Columns separated by a delimiter, quoted if needed (RFC 4180). */
    CSV,
    /** Columns separated by blanks. */
    BLANKS,
    /** One JSON object per line, or an array of objects. */
    JSON_LINES,
    /** Sheets of an Excel workbook. */
    XLSX,
    /** Apache Parquet. */
    PARQUET
  }

  /** A layout with nothing else declared. */
  public static Layout of(@Nullable Format format, @Nullable Charset encoding, boolean header) {
    return new Layout(format, encoding, null, '"', header, List.of(), null, null, null);
  }

  /** What is wrong between the values, one line each. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (delimiter != null && (delimiter == quote || "\r\n".indexOf(delimiter) >= 0)) {
      problems.add("delimiter: cannot be a quote or the end of a line");
    }
    if ("\r\n".indexOf(quote) >= 0) {
      problems.add("quote: cannot be the end of a line");
    }
    if (skipLines != null && skipLines < 0) {
      problems.add("skip-lines: is negative");
    }
    if (comment != null && (comment == quote || comment.equals(delimiter))) {
      problems.add("comment: cannot be a quote or the delimiter");
    }
    if (escape != null && (escape == quote || escape.equals(delimiter))) {
      problems.add("escape: cannot be a quote or the delimiter; a doubled quote needs no setting");
    }
    return problems;
  }
}
