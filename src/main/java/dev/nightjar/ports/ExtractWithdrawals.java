package dev.nightjar.ports;

import static java.util.stream.Collectors.joining;

import dev.nightjar.home.Counted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedSet;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** Withdraws delivered extracts that contain an erased person. */
public interface ExtractWithdrawals {

  /**
   * A range of extracts that contain an erased person.
   *
   * @param audience null for all audiences
   */
  record Range(@Nullable String audience, LocalDate firstNight, LocalDate lastNight) {}

  /**
   * Extracts that still have to be withdrawn.
   *
   * @param place the place as in {@code published.exports}
   * @param extracts number of extracts
   * @param problem why the last attempt failed; null before the first
   */
  record Pending(
      String destination,
      String place,
      String audience,
      LocalDate firstNight,
      LocalDate lastNight,
      int extracts,
      @Nullable String problem) {

    /** One readable line per place. */
    public static List<String> lines(List<Pending> pending) {
      var places = new LinkedHashMap<List<String>, List<Pending>>();
      pending.forEach(
          each ->
              places
                  .computeIfAbsent(List.of(each.destination, each.place), any -> new ArrayList<>())
                  .add(each));
      return places.values().stream().map(Pending::line).toList();
    }

    private static String line(List<Pending> ofPlace) {
      var first = ofPlace.get(0);
      return "%s of %s still to be withdrawn from %s%s"
          .formatted(
              Counted.of(ofPlace.stream().mapToInt(Pending::extracts).sum(), "extract"),
              first.destination,
              first.place,
              first.problem == null ? "" : ": " + first.problem);
    }
  }

  /**
   * The result of an attempt.
   *
   * @param extracts withdrawn extracts, each as {@code destination/audience/night}
   */
  record Withdrawn(SortedSet<String> extracts, List<Pending> pending) {
    /** The end of a night's summary; empty if there was nothing to withdraw. */
    public String summary() {
      var withdrawn =
          extracts.isEmpty() ? "" : "; withdrew " + Counted.of(extracts.size(), "extract");
      return withdrawn
          + Pending.lines(pending).stream().map(each -> "; " + each).collect(joining());
    }
  }

  /**
   * Removes extracts from the outbox, and records the places that still have them.
   *
   * @param tx the transaction of the erasure
   */
  void require(DSLContext tx, Collection<Range> ranges);

  /**
   * Forgets the sent rows of customers at destinations that only get full files. Of other
   * destinations, what they need to remove the customers stays until the removal is delivered.
   */
  void forgetSent(DSLContext tx, Select<Record1<String>> customerKeys);

  /** Withdraws pending extracts from every place that can be reached. */
  Withdrawn withdraw();

  /** The extracts that still have to be withdrawn. */
  List<Pending> pending();
}
