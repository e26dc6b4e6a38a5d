package dev.nightjar.demo;

import java.util.ArrayList;
import java.util.List;

/** Accidents that order rows have between a shop and its files. */
enum Mishap {
  QUANTITY_IN_WORDS,
  IMPOSSIBLE_DATE,
  EMPTY_PRICE,
  MISSING_COLUMNS,
  BLANK_ORDER_NUMBER,
  TIME_WITHOUT_DATE;

  /** Damages a row for each mishap, spread over the rows. */
  static List<List<String>> in(List<List<String>> rows, List<Mishap> mishaps) {
    var damaged = new ArrayList<>(rows);
    for (int i = 0; i < mishaps.size() && !rows.isEmpty(); i++) {
      int at = (i + 1) * rows.size() / (mishaps.size() + 1);
      damaged.set(at, mishaps.get(i).befall(rows.get(at)));
    }
    return damaged;
  }

  private List<String> befall(List<String> row) {
    var orderedAt = row.get(OrderLine.COLUMNS.indexOf("ordered_at"));
    return switch (this) {
      case QUANTITY_IN_WORDS -> with(row, "quantity", "two");
      case IMPOSSIBLE_DATE ->
          with(row, "ordered_at", orderedAt.substring(0, 4) + "-02-31 10:00:00");
      case EMPTY_PRICE -> with(row, "unit_price", "");
      case MISSING_COLUMNS -> row.subList(0, 7);
      case BLANK_ORDER_NUMBER -> with(row, "order_number", "");
      case TIME_WITHOUT_DATE -> with(row, "ordered_at", orderedAt.substring(11));
    };
  }

  private static List<String> with(List<String> row, String column, String value) {
    var changed = new ArrayList<>(row);
    changed.set(OrderLine.COLUMNS.indexOf(column), value);
    return changed;
  }
}
