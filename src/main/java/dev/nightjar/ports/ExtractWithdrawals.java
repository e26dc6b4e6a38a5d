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

/** Withdraws delivered extracts that hold somebody who was erased. */
public interface ExtractWithdrawals {

  /**
   * Extracts that hold an erased person.
   *
   * @param audience null for all audiences
   */
  record Range(@Nullable String audience, LocalDate firstNight, LocalDate lastNight) {}

  /**
   * Extracts that are still to be withdrawn.
   *
   * @param place as in {@code published.exports}
   * @param extracts how many there are
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

    /** A line for each place, for people. */
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
   * What an attempt did.
   *
   * @param extracts that were withdrawn, as {@code destination/audience/night}
   */
  record Withdrawn(SortedSet<String> extracts, List<Pending> pending) {
    /** What a night says of it after what it delivered; empty where there was nothing to do. */
    public String summary() {
      var withdrawn =
          extracts.isEmpty() ? "" : "; withdrew " + Counted.of(extracts.size(), "extract");
      return withdrawn
          + Pending.lines(pending).stream().map(each -> "; " + each).collect(joining());
    }
  }

  /**
   * Removes extracts from the outbox, and notes where they are still to be withdrawn from.
   *
   * @param tx of the erasure
   */
  void require(DSLContext tx, Collection<Range> ranges);

  /**
   * Forgets what was sent of customers to destinations that get the full file alone. The others
   * need it until they have got the removal.
   */
  void forgetSent(DSLContext tx, Select<Record1<String>> customerKeys);

  /** Withdraws what is pending, wherever the place can be reached. */
  Withdrawn withdraw();

  /** What is still to be withdrawn. */
  List<Pending> pending();
}
