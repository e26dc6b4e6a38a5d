package dev.nightjar.ingest;

import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A field of a feed.
 *
 * @param name in the column mapping
 * @param column of the feed's table; null if the value is not kept itself
 * @param kind how its text is read
 * @param isMapped whether a source must say where it comes from
 * @param isFilled whether a line without a value is a reject
 */
record FeedField(
    String name, @Nullable TableField<?, ?> column, Kind kind, boolean isMapped, boolean isFilled) {

  /** How a value is read from its text. */
  enum Kind {
    TEXT,
    /** An id: without what spreadsheets and shops put around it. */
    ID,
    /** The key of a customer: an id, or nothing if it means nobody. */
    CUSTOMER,
    /** An amount of money. */
    DECIMAL,
    /** A number of pieces. */
    QUANTITY,
    TIME,
    BOOLEAN,
    /** The business currency, or one that has rates. */
    CURRENCY
  }

  static FeedField required(String name, TableField<?, ?> column, Kind kind) {
    return new FeedField(name, column, kind, true, true);
  }

  static FeedField blankable(String name, TableField<?, ?> column, Kind kind) {
    return new FeedField(name, column, kind, true, false);
  }

  static FeedField optional(String name, TableField<?, ?> column, Kind kind) {
    return new FeedField(name, column, kind, false, false);
  }

  /** A field that is read, but not kept. */
  static FeedField unkept(String name, Kind kind) {
    return new FeedField(name, null, kind, false, false);
  }

  static FeedField currency() {
    return new FeedField("currency", null, Kind.CURRENCY, false, true);
  }
}
