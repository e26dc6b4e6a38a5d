package dev.nightjar.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A line that could not be read.
 *
 * @param line of the file at which the record starts, the first being 1
 * @param column at fault, as the file names it; null if the whole line is
 * @param reason what is wrong
 * @param cells the line's texts as they came, personal data among them
 */
record Reject(long line, @Nullable String column, Reason reason, String[] cells) {

  /** What is wrong with a line; as a code in the tables. */
  enum Reason {
    /** The line has more or fewer columns than the header. */
    COLUMN_COUNT,
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
    /** The line of a file of mended rejects does not refer to an open reject. */
    NO_SUCH_REJECT;

    /** As the tables spell it. */
    String code() {
      return Source.key(this);
    }
  }
}
