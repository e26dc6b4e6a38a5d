package dev.nightjar.guess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes which orders of a source count, and how. */
final class OrderSettings {
  private static final int SETTING = 3;
  private static final int FIELD = 4;
  private static final double LARGE_SHARE = 0.05;
  private static final int FEWEST_ORDERS = 20;
  private static final int FEWEST_OF_ONE = 5;
  private static final Pattern PREFIX = Pattern.compile("^(\\p{L}+)[-_ ]?\\d");

  /** Words that leave no doubt in any system. */
  private static final Set<String> PAID =
      Set.of("paid", "complete", "completed", "partiallyrefunded", "partialrefunded", "bezahlt");

  private static final Set<String> UNPAID =
      Set.of(
          "refunded",
          "voided",
          "cancelled",
          "canceled",
          "failed",
          "declined",
          "expired",
          "pending",
          "pendingpayment",
          "draft",
          "unpaid",
          "storniert",
          "fullyrefunded");

  private final Sample sample;
  private final Roles roles;
  private final Draft draft;

  OrderSettings(Sample sample, Roles roles, Draft draft) {
    this.sample = sample;
    this.roles = roles;
    this.draft = draft;
  }

  void add() {
    if (!roles.fillDown.isEmpty()) {
      draft.line(SETTING, "fill-down", Draft.names(roles.fillDown), null);
    }
    if (!roles.oncePerOrder.isEmpty()) {
      draft.line(SETTING, "once-per-order", Draft.names(roles.oncePerOrder), null);
    }
    addRepeatedTotal();
    addNobody();
    addStatuses();
    addReturns();
    if (roles.columns.containsKey("order")) {
      draft.line(SETTING, "duplicates", "newest-file", null);
    }
  }

  /** Asks whether the total that somebody has yet to name is repeated on the rows of an order. */
  private void addRepeatedTotal() {
    boolean isOpen =
        !roles.columns.containsKey("total") && !roles.columns.containsKey("unit-price");
    if (!isOpen || !roles.feed.equals("orders")) {
      return;
    }
    var order = roles.column("order");
    if (order != null && OrderRows.of(sample, order).ofSeveral().isEmpty()) {
      return;
    }
    draft.line(
        SETTING,
        "once-per-order",
        "[" + Draft.UNKNOWN + "]",
        order == null
            ? "total, if you name columns.order and each row carries the total of its order; otherwise remove this line"
            : "some orders have several rows: total, if each row carries the total of its order; otherwise remove this line");
  }

  /** The number of rows or orders with each value, in words. */
  static String words(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(each -> "%s %,d".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(", "));
  }

  /**
   * Asks about a key with very many of the orders: it can stand for guests, or for a till. The key
   * is not said, as what lint says of the question is logged.
   */
  private void addNobody() {
    var column = roles.column("customer");
    if (column == null) {
      return;
    }
    var counts = ordersBy(column);
    counts.keySet().removeIf(Nobody::is);
    int orders = counts.values().stream().mapToInt(Integer::intValue).sum();
    counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(most -> orders >= FEWEST_ORDERS && most.getValue() >= FEWEST_OF_ONE)
        .filter(most -> most.getValue() > LARGE_SHARE * orders)
        .ifPresent(
            most ->
                draft.line(
                    SETTING,
                    "no-customer",
                    "[" + Draft.UNKNOWN + "]",
                    "one value of %s has %,d of %,d orders; if it is not a person, name it here, otherwise remove this line"
                        .formatted(column, most.getValue(), orders)));
  }

  private Map<String, Integer> ordersBy(String column) {
    var order = roles.column("order");
    return new LinkedHashMap<>(
        order == null ? sample.counts(column) : OrderRows.of(sample, order).counts(column, order));
  }

  private void addStatuses() {
    var column = roles.column("status");
    if (column == null) {
      return;
    }
    var counts = ordersBy(column);
    var kept = named(counts.keySet(), roles.kept, PAID);
    var returned = named(counts.keySet(), roles.returned, Set.of());
    var unknown = new ArrayList<>(counts.keySet());
    unknown.removeAll(kept);
    unknown.removeAll(returned);
    unknown.removeAll(named(counts.keySet(), roles.others, UNPAID));
    var values = new ArrayList<>(kept);
    values.addAll(returned);
    roles.kept.stream().filter(each -> !isAmong(each, counts.keySet())).forEach(values::add);
    var words = "orders: " + words(counts);
    if (unknown.isEmpty()) {
      draft.line(SETTING, "kept-statuses", Draft.list(values), words);
    } else {
      values.add("?");
      draft.line(
          SETTING,
          "kept-statuses",
          Draft.list(values),
          words + "; add those that count, and remove the question mark");
    }
  }

  /** The values that a preset names, or that mean the same in any system. */
  private static List<String> named(Set<String> values, List<String> preset, Set<String> words) {
    return values.stream()
        .filter(
            value ->
                isAmong(value, preset) || preset.isEmpty() && words.contains(Names.plain(value)))
        .toList();
  }

  private static boolean isAmong(String value, Iterable<String> values) {
    for (var each : values) {
      if (each.equalsIgnoreCase(value)) {
        return true;
      }
    }
    return false;
  }

  private void addReturns() {
    var prefix = returnPrefix();
    boolean isNegative =
        Stream.of("quantity", "total")
            .anyMatch(field -> negatives(field).stream().anyMatch(b -> b));
    if (prefix == null && !isNegative && roles.returned.isEmpty()) {
      return;
    }
    draft.line(SETTING, "return-marker", "", null);
    if (prefix != null) {
      draft.line(FIELD, "order-prefix", Draft.quoted(prefix), "all of these orders are negative");
    }
    if (!roles.returned.isEmpty()) {
      draft.line(FIELD, "statuses", Draft.list(roles.returned), null);
    }
    if (isNegative) {
      draft.line(
          FIELD,
          "negative-quantity",
          "true",
          roles.feed.equals("orders") ? "a negative total is a return" : null);
    }
  }

  /** Whether each row of a field is negative; empty if there is no such field. */
  private List<Boolean> negatives(String field) {
    var column = roles.column(field);
    return column == null
        ? List.of()
        : sample.cells(column).stream()
            .map(cell -> cell.matches("[^\\d]*[-\u2212(][^\\d]*\\d.*|.*\\d-$"))
            .toList();
  }

  /** A prefix of order numbers whose rows are all negative, while other rows are not. */
  private @Nullable String returnPrefix() {
    var order = roles.column("order");
    var negatives = negatives(roles.columns.containsKey("quantity") ? "quantity" : "total");
    if (order == null || negatives.isEmpty()) {
      return null;
    }
    var orders = sample.cells(order);
    var byPrefix =
        IntStream.range(0, orders.size())
            .boxed()
            .collect(Collectors.groupingBy(i -> prefix(orders.get(i))));
    return byPrefix.size() < 2
        ? null
        : byPrefix.entrySet().stream()
            .filter(each -> !each.getKey().isEmpty())
            .filter(each -> each.getValue().stream().allMatch(negatives::get))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
  }

  private static String prefix(String order) {
    var prefix = PREFIX.matcher(order);
    return prefix.find() ? prefix.group(1) : "";
  }
}
