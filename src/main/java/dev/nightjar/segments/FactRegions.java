package dev.nightjar.segments;

import dev.nightjar.facts.FactConditions;
import dev.nightjar.facts.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The facts that scored customers can have, divided at the thresholds of some conditions: within a
 * region, all customers meet the same of them. So a few sets decide what holds for every customer.
 */
final class FactRegions {
  private static final String DAYS = "days-since-order";
  private static final String DAYS_SINCE_FIRST = "days-since-first-order";
  private static final String ORDERS = "orders";

  private final Map<String, List<Border>> borders = new TreeMap<>();
  private final SortedMap<String, List<String>> values = new TreeMap<>();
  private final @Nullable BigDecimal mostDays;

  /** Where a region begins: at a value, or right after it. */
  private record Border(BigDecimal value, boolean isAfter) implements Comparable<Border> {
    @Override
    public int compareTo(Border other) {
      int order = value.compareTo(other.value);
      return order != 0 ? order : Boolean.compare(isAfter, other.isAfter);
    }
  }

  /**
   * The customers whose facts are each in one of some regions.
   *
   * @param facts the days since the last and since the first order, and the other facts
   */
  record Area(List<BitSet> facts) {

    /** No first order is after the last. */
    boolean isEmpty() {
      return facts.stream().anyMatch(BitSet::isEmpty)
          || facts.get(0).nextSetBit(0) > facts.get(1).length() - 1;
    }

    Area and(Area other) {
      var both = new ArrayList<BitSet>();
      for (int i = 0; i < facts.size(); i++) {
        var shared = (BitSet) facts.get(i).clone();
        shared.and(other.facts.get(i));
        both.add(shared);
      }
      return new Area(both);
    }

    /** What is left of this area, in pieces: each differs from the other area in one more fact. */
    List<Area> without(Area other) {
      var shared = and(other);
      if (shared.isEmpty()) {
        return List.of(this);
      }
      var pieces = new ArrayList<Area>();
      for (int i = 0; i < facts.size(); i++) {
        var piece = new ArrayList<>(shared.facts.subList(0, i));
        var rest = (BitSet) facts.get(i).clone();
        rest.andNot(other.facts.get(i));
        piece.add(rest);
        piece.addAll(facts.subList(i + 1, facts.size()));
        var area = new Area(piece);
        if (!area.isEmpty()) {
          pieces.add(area);
        }
      }
      return pieces;
    }
  }

  /**
   * @param mostDays days since the last order of a scored customer at most; null for no limit
   */
  FactRegions(Collection<FactConditions> all, @Nullable Integer mostDays) {
    this.mostDays = mostDays == null ? null : BigDecimal.valueOf(mostDays);
    var found = new TreeMap<String, TreeSet<Border>>();
    var named = new TreeMap<String, TreeSet<String>>();
    var limit = new Range(null, this.mostDays);
    FactConditions.NONE.ranges().keySet().forEach(fact -> found.put(fact, lowest(fact)));
    addBorders(found.get(DAYS), DAYS, limit);
    for (var conditions : all) {
      conditions.ranges().forEach((fact, range) -> addBorders(found.get(fact), fact, range));
      conditions
          .attributes()
          .forEach((name, each) -> named.computeIfAbsent(name, n -> new TreeSet<>()).addAll(each));
    }
    // one division for both, so that their regions can be compared
    found.get(DAYS).addAll(found.get(DAYS_SINCE_FIRST));
    found.put(DAYS_SINCE_FIRST, found.get(DAYS));
    found.forEach(
        (fact, each) -> borders.put(fact, List.copyOf(each.tailSet(lowest(fact).first()))));
    named.forEach((name, each) -> values.put(name, List.copyOf(each)));
  }

  /** Every scored customer. */
  Area everybody() {
    var within = new Range(null, mostDays);
    return area(new FactConditions(within, Range.ANY, Range.ANY, Range.ANY, Map.of()));
  }

  /** The scored customers who meet conditions, which must be among those of the constructor. */
  Area of(FactConditions conditions) {
    return area(conditions).and(everybody());
  }

  private Area area(FactConditions conditions) {
    var facts = new ArrayList<BitSet>();
    conditions.ranges().forEach((fact, range) -> facts.add(regions(fact, range)));
    values.forEach((name, all) -> facts.add(regions(all, conditions.attributes().get(name))));
    return new Area(facts);
  }

  private BitSet regions(String fact, Range range) {
    var all = borders.get(fact);
    var low = low(fact, range);
    var high = high(fact, range);
    int from = low == null ? 0 : indexOf(low, all);
    int to = high == null ? all.size() : indexOf(high, all);
    var regions = new BitSet();
    regions.set(from, Math.max(from, to));
    return regions;
  }

  /** The last region has all other values, and customers without a value. */
  private static BitSet regions(List<String> all, @Nullable List<String> wanted) {
    var regions = new BitSet();
    if (wanted == null) {
      regions.set(0, all.size() + 1);
    } else {
      wanted.forEach(value -> regions.set(all.indexOf(value)));
    }
    return regions;
  }

  /** A border below the lowest value is that value. */
  private static int indexOf(Border border, List<Border> all) {
    return Math.max(0, Collections.binarySearch(all, border));
  }

  private static TreeSet<Border> lowest(String fact) {
    return new TreeSet<>(
        List.of(new Border(fact.equals(ORDERS) ? BigDecimal.ONE : BigDecimal.ZERO, false)));
  }

  private static void addBorders(TreeSet<Border> all, String fact, Range range) {
    var low = low(fact, range);
    var high = high(fact, range);
    if (low != null) {
      all.add(low);
    }
    if (high != null) {
      all.add(high);
    }
  }

  private static @Nullable Border low(String fact, Range range) {
    var low = range.atLeast();
    if (low == null) {
      return null;
    }
    return new Border(isWhole(fact) ? low.setScale(0, RoundingMode.CEILING) : low, false);
  }

  /** Where the region after the range begins. */
  private static @Nullable Border high(String fact, Range range) {
    var high = range.atMost();
    if (high == null) {
      return null;
    }
    return isWhole(fact)
        ? new Border(high.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE), false)
        : new Border(high, true);
  }

  private static boolean isWhole(String fact) {
    return !fact.equals("net-value");
  }
}
