package dev.nightjar.guess;

import dev.nightjar.guess.GuessSettings.Preset;
import dev.nightjar.guess.OrderRows.Filling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the columns of a file are, and what is asked about them. */
final class Roles {
  /** Without a time, a line is a reject; without a customer, it counts for nobody. */
  private static final List<String> NEEDED_ON_LINES = List.of("customer", "ordered-at");

  String feed = "orders";
  final Map<String, List<String>> columns = new LinkedHashMap<>();
  final Map<String, String> constants = new LinkedHashMap<>();
  final Set<String> fillDown = new LinkedHashSet<>();
  final Set<String> oncePerOrder = new LinkedHashSet<>();
  final List<String> kept = new ArrayList<>();
  final List<String> others = new ArrayList<>();
  final List<String> returned = new ArrayList<>();

  /** Questions by key of the source. */
  final Map<String, String> asked = new LinkedHashMap<>();

  @Nullable String preset;
  @Nullable String strip;
  @Nullable String zone;

  /** The column of a field; null if it has none, or several. */
  @Nullable String column(String field) {
    var of = columns.get(field);
    return of == null || of.size() != 1 ? null : of.get(0);
  }

  boolean isOfOrders() {
    return feed.startsWith("order");
  }

  /** The roles that a preset gives to the columns that a file has. */
  static Roles of(String name, Preset preset, Sample sample) {
    var roles = new Roles();
    roles.preset = name;
    roles.feed = preset.feed();
    preset
        .columns()
        .forEach(
            (field, candidates) -> {
              var there =
                  candidates.stream()
                      .filter(sample::has)
                      .filter(each -> sample.isCandidate(field, each))
                      .toList();
              if (preset.joined().contains(field)) {
                roles.columns.put(field, there);
              } else if (!there.isEmpty()) {
                roles.columns.put(field, List.of(mostFilled(there, sample)));
              }
            });
    roles.columns.values().removeIf(List::isEmpty);
    roles.constants.putAll(preset.constants());
    preset.fillDown().stream().filter(roles.columns::containsKey).forEach(roles.fillDown::add);
    preset.oncePerOrder().stream()
        .filter(roles.columns::containsKey)
        .forEach(roles.oncePerOrder::add);
    roles.kept.addAll(preset.keptStatuses());
    roles.others.addAll(preset.otherStatuses());
    roles.returned.addAll(preset.returnStatuses());
    roles.strip = preset.strip();
    roles.zone = preset.zone();
    preset
        .ask()
        .forEach((of, why) -> roles.asked.put(of.equals("zone") ? of : "columns." + of, why));
    return roles;
  }

  /** Adds the fields of an order that its further lines lack, as the file shows. */
  void fillDown(Sample sample) {
    var order = column("order");
    if (order == null || !isOfOrders()) {
      return;
    }
    var rows = OrderRows.of(sample, order);
    NEEDED_ON_LINES.stream()
        .filter(field -> columns.getOrDefault(field, List.of()).stream().anyMatch(rows::isLacking))
        .forEach(fillDown::add);
    Stream.of("currency", "status", "country")
        .filter(field -> column(field) != null)
        .filter(field -> rows.filling(String.valueOf(column(field))) == Filling.FIRST_ROW)
        .forEach(fillDown::add);
  }

  /** Asks for the number of the order, if rows of one order can repeat a total yet to be named. */
  void askForOrder() {
    boolean isOpen = !columns.containsKey("total") && !columns.containsKey("order");
    if (isOpen && feed.equals("orders")) {
      asked.putIfAbsent(
          "columns.order",
          "the number of the order, if several rows can have the same one; otherwise remove this line");
    }
  }

  /** Removes what the feed does not have: prices of products are none of whole orders. */
  void keepFieldsOfFeed() {
    if (feed.equals("orders")) {
      columns.keySet().removeAll(List.of("product", "quantity", "unit-price"));
    } else if (feed.equals("order-lines")) {
      columns.remove("total");
    }
    fillDown.retainAll(columns.keySet());
    oncePerOrder.retainAll(columns.keySet());
  }

  /** The first column that no later one surpasses by far. */
  static String mostFilled(List<String> columns, Sample sample) {
    var best = columns.get(0);
    for (var each : columns) {
      if (sample.filled(each) > sample.filled(best) + 0.02) {
        best = each;
      }
    }
    return best;
  }
}
