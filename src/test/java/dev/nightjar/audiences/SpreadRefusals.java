package dev.nightjar.audiences;

import dev.nightjar.audiences.ErasedOnes.Told;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** For whom a refusal holds: one customer after the other, told by what they have in common. */
final class SpreadRefusals {
  private static final int MOST_WHO_SHARE = 10;

  private final Map<String, Set<String>> values;
  private final Map<String, Set<String>> keys = new HashMap<>();

  /** Everything that records ever told of customers. */
  SpreadRefusals(List<Told> told) {
    values =
        told.stream()
            .collect(
                Collectors.groupingBy(
                    Told::key,
                    Collectors.flatMapping(each -> each.values().stream(), Collectors.toSet())));
    values.forEach(
        (key, all) ->
            all.forEach(value -> keys.computeIfAbsent(value, any -> new HashSet<>()).add(key)));
  }

  /** Customers who ever had a value. */
  Set<String> having(String value) {
    return keys.getOrDefault(value, Set.of());
  }

  /** Customers who have a value in common with one, of values that few have. */
  Set<String> like(String key) {
    return sharing(key, value -> having(value).size() <= MOST_WHO_SHARE);
  }

  /**
   * For whom the refusals of some customers hold.
   *
   * @param certain those who refused
   * @param perhaps those who can be others
   */
  Set<String> of(Set<String> certain, Set<String> perhaps) {
    var all = new HashSet<>(certain);
    all.addAll(perhaps);
    var passing = new HashSet<>(certain);
    for (boolean isFirst = true; !passing.isEmpty(); isFirst = false) {
      boolean isFirstRound = isFirst;
      var next = new HashSet<String>();
      for (var key : passing) {
        Predicate<String> passes = value -> isFirstRound || having(value).size() <= MOST_WHO_SHARE;
        all.addAll(sharing(key, passes));
        next.addAll(sharing(key, value -> value.contains("@") && passes.test(value)));
      }
      next.removeAll(certain);
      passing = next;
      certain = union(certain, next);
    }
    return all;
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private Set<String> sharing(String key, Predicate<String> which) {
    return values.getOrDefault(key, Set.of()).stream()
        .filter(which)
        .flatMap(value -> having(value).stream())
        .filter(other -> !other.equals(key))
        .collect(Collectors.toSet());
  }
}
