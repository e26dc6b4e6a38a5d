package dev.nightjar.deliver;

import dev.nightjar.home.Counted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of the extracts of a night. */
final class DeliveryResult {
  /** After so many failures in a row, a destination is not tried any more in this run. */
  private static final int AWAY = 2;

  private static final String LEFT_WITH_REFUSED =
      " (their files can have people who refused since: use those of the newest night)";

  private final Map<String, Integer> failuresInARow = new HashMap<>();
  private final Map<String, List<String>> missing = new LinkedHashMap<>();
  private final TreeSet<String> reached = new TreeSet<>();
  private final List<String> overtaken = new ArrayList<>();
  private final List<String> emptied = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private @Nullable DeliveryFailed cause;
  private long extracts;
  private long customers;
  private long stops;

  void delivered(DeliveryTarget target, long lines) {
    failuresInARow.remove(target.destination());
    reached.add(target.destination());
    extracts++;
    customers += lines;
    if (target.isEmptied()) {
      emptied.add("%s at %s".formatted(target.audience().name(), target.destination()));
    }
  }

  /** An extract came; what people are to know of it is shown, other than what waits. */
  void delivered(DeliveryTarget target, Extract extract) {
    delivered(target, extract.isWithheld() ? 0 : extract.lines());
    if (target.waitsFor() == null) {
      Manifest.unused(target, extract).stream()
          .map(
              each ->
                  "%s at %s: %s".formatted(target.audience().name(), target.destination(), each))
          .forEach(warnings::add);
    }
  }

  void failed(DeliveryTarget target, DeliveryFailed e) {
    if (!e.isAfterRemoves()) { // those who refuse elsewhere are still removed
      failuresInARow.merge(target.destination(), 1, Integer::sum);
    }
    cause = cause == null ? e : cause;
    miss(target, "%s (%s)".formatted(target.audience().name(), e.getMessage()));
  }

  void notTried(DeliveryTarget target) {
    miss(target, target.audience().name() + " (not tried)");
  }

  private void miss(DeliveryTarget target, String what) {
    missing.computeIfAbsent(target.destination(), name -> new ArrayList<>()).add(what);
  }

  /** A change waits for an approval. */
  void stopped() {
    stops++;
  }

  /** A later night was already delivered to a destination that gets differences. */
  void overtaken(DeliveryTarget target) {
    overtaken.add("%s at %s".formatted(target.audience().name(), target.destination()));
  }

  /** A destination that is no longer in the settings has people, who cannot be removed. */
  void left(String audience, String destination) {
    left.add("%s at %s".formatted(audience, destination));
  }

  /** Whether a destination failed so often in a row that it is not worth another try. */
  boolean isAway(String destination) {
    return failuresInARow.getOrDefault(destination, 0) >= AWAY;
  }

  /** What kept the first extract from its destination; null where all are there. */
  @Nullable DeliveryFailed cause() {
    return cause;
  }

  /** What is missing where, and why, for the screen. */
  String failures() {
    var lost = missing.values().stream().mapToInt(List::size).sum();
    return "%d of %s could not be delivered; the others were.%n%s"
        .formatted(
            lost,
            Counted.of(lost + extracts, "extract"),
            missing.entrySet().stream()
                .map(
                    each -> "  %s: %s".formatted(each.getKey(), String.join(", ", each.getValue())))
                .collect(Collectors.joining(System.lineSeparator())));
  }

  /**
   * One line for people.
   *
   * @param place of a destination
   */
  String summary(UnaryOperator<String> place) {
    var where = reached.stream().map(place).distinct().collect(Collectors.joining(", "));
    return "%s with %s%s%s%s%s%s"
        .formatted(
            Counted.of(extracts, "extract"),
            Counted.of(customers, "customer"),
            where.isEmpty() ? "" : " in " + where,
            named("; emptied, because nobody is sent any more: ", emptied),
            named("; still there, as the settings do not have the destination: ", left),
            named("; left as they are, as a later night was delivered: ", overtaken)
                + (overtaken.isEmpty() ? "" : LEFT_WITH_REFUSED),
            (stops == 0 ? "" : "; " + Counted.of(stops, "change waits", "changes wait"))
                + warnings.stream().map("; "::concat).collect(Collectors.joining()));
  }

  /** What became of the removals of people who refused, while everything else waits. */
  String removals() {
    return (extracts == 0
            ? "Nobody who refused since is in what was delivered."
            : "People who refused since were removed from %s."
                .formatted(Counted.of(extracts, "extract")))
        + (missing.isEmpty() ? "" : " " + failures());
  }

  private static String named(String what, List<String> names) {
    return names.isEmpty() ? "" : what + String.join(", ", names);
  }

  /** Numbers by name. */
  Map<String, Long> counts() {
    return Map.of("extracts", extracts, "customers", customers, "stopped", stops);
  }
}
