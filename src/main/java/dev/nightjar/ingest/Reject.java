package dev.nightjar.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A line that could not be read.
 *
 * @param line of the file at which the record starts, the first being 1
 * @param column at fault, as the file names it; null if the whole line is
 * @param reason what is wrong
 * @param cells the line's texts, personal data among them: as they came, but for empty ones that
 *     are filled from the order's first line
 */
record Reject(long line, @Nullable String column, Reason reason, String[] cells) {

  /** What is wrong with a line; as a code in the tables. */
  enum Reason {
    /** The line has more or fewer columns than the header. */
    COLUMN_COUNT,
    /** A key that a spreadsheet rounded, or to which it added decimals. */
    DAMAGED_KEY,
    /** A value is missing. */
    EMPTY,
    NOT_A_DECIMAL,
    NOT_A_TIME,
    NOT_A_BOOLEAN,
    /** A number or date beyond what the tables hold. */
    OUT_OF_RANGE,
    /** A text is longer than the tables hold. */
    TOO_LONG,
    /** A text contains a NUL character. */
    NUL_CHARACTER,
    /** The line of a JSON-lines file is not a JSON object. */
    NOT_A_JSON_OBJECT,
    /** A value is a list or an object instead of a single one. */
    NESTED_VALUE,
    /** The amount is in another currency than the business's, and that currency has no rates. */
    OTHER_CURRENCY,
    /** The line is of a day before the first rate of its currency. */
    NO_RATE,
    /** The line goes on an order whose first line, which has the order's values, was not read. */
    NO_FIRST_LINE,
    /** The order's total or refund is another than on its first line. */
    DIFFERS_IN_ORDER,
    /** The line of a file of mended rejects does not refer to an open reject. */
    NO_SUCH_REJECT;

    /** As the tables spell it. */
    String code() {
      return Source.key(this);
    }
  }
}
