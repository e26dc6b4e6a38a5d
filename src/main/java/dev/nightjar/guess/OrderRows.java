package dev.nightjar.guess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of each order.
 *
 * @param sample of the file
 * @param ofSeveral the rows of each order that has several, by index
 * @param count of orders
 */
record OrderRows(Sample sample, List<List<Integer>> ofSeveral, int count) {
  /** Below, that values repeat or differ can be chance. */
  private static final int FEWEST = 3;

  private static final double NEARLY_ALL = 0.98;

  /** How a column fills the rows of an order. */
  enum Filling {
    /** No order has several rows. */
    ONE_ROW,
    /** The same in each row. */
    REPEATED,
    /** In the first row only. */
    FIRST_ROW,
    /** Differs between the rows. */
    EACH_ROW,
    /** Sometimes one, sometimes the other, or too few orders to tell. */
    UNCLEAR
  }

  static OrderRows of(Sample sample, String order) {
    var orders = new LinkedHashMap<String, List<Integer>>();
    var cells = sample.cells(order);
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        orders.computeIfAbsent(cells.get(i), key -> new ArrayList<>()).add(i);
      }
    }
    return new OrderRows(
        sample, orders.values().stream().filter(rows -> rows.size() > 1).toList(), orders.size());
  }

  /** How a column fills the rows of the orders. */
  Filling filling(String column) {
    if (ofSeveral.isEmpty()) {
      return Filling.ONE_ROW;
    }
    var cells = sample.cells(column);
    long repeated = ofSeveral.stream().filter(rows -> isRepeated(rows, cells)).count();
    long first = ofSeveral.stream().filter(rows -> isOfTheFirst(rows, cells)).count();
    long differs = ofSeveral.stream().filter(rows -> differs(rows, cells)).count();
    long filled =
        ofSeveral.stream()
            .filter(rows -> rows.stream().anyMatch(i -> !cells.get(i).isEmpty()))
            .count();
    if (first > 0 && first >= NEARLY_ALL * filled) {
      return Filling.FIRST_ROW;
    }
    if (repeated >= NEARLY_ALL * filled) {
      return filled < FEWEST ? Filling.UNCLEAR : Filling.REPEATED;
    }
    return differs * 2 > filled ? Filling.EACH_ROW : Filling.UNCLEAR;
  }

  /** Whether an order has a value in its first row, and none in a later one. */
  boolean isLacking(String column) {
    var cells = sample.cells(column);
    return ofSeveral.stream()
        .filter(rows -> !cells.get(rows.get(0)).isEmpty())
        .anyMatch(rows -> rows.stream().anyMatch(i -> cells.get(i).isEmpty()));
  }

  private static boolean isRepeated(List<Integer> rows, List<String> cells) {
    var first = cells.get(rows.get(0));
    return !first.isEmpty() && rows.stream().allMatch(i -> cells.get(i).equals(first));
  }

  private static boolean isOfTheFirst(List<Integer> rows, List<String> cells) {
    return !cells.get(rows.get(0)).isEmpty()
        && rows.stream().skip(1).allMatch(i -> cells.get(i).isEmpty());
  }

  private static boolean differs(List<Integer> rows, List<String> cells) {
    return rows.stream().map(cells::get).distinct().count() > 1
        && rows.stream().noneMatch(i -> cells.get(i).isEmpty());
  }

  /** The number of orders with each value of a column, which only their first row need have. */
  Map<String, Integer> counts(String column, String order) {
    var cells = sample.cells(column);
    var orders = sample.cells(order);
    var byOrder = new LinkedHashMap<String, String>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty() && !orders.get(i).isEmpty()) {
        byOrder.putIfAbsent(orders.get(i), cells.get(i));
      }
    }
    var counts = new LinkedHashMap<String, Integer>();
    byOrder.values().forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts;
  }
}
