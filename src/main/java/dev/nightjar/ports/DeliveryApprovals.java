package dev.nightjar.ports;

import dev.nightjar.home.Counted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Approves changes that the change guard of a night stopped. */
public interface DeliveryApprovals {

  /**
   * Approves changes, each for its night and its counts only.
   *
   * @param by name of the approver, for the record
   * @param reason why, for the record; null if the approver gave none
   */
  void approve(Collection<Stop> stops, String by, @Nullable String reason);

  /**
   * A change that the guard stopped, one per destination and audience. Counts are in customers.
   *
   * @param before customers that the destination has
   * @param customers customers that it would have
   * @param changed customers whose row would differ
   * @param replaced of those changed, customers of whom an identifier would go
   * @param refused of those removed, customers who refused or were erased, and are removed already
   * @param isDeclared whether the audience is in the settings
   * @param reason the reason, as a text
   */
  record Stop(
      LocalDate night,
      String destination,
      String audience,
      long before,
      long customers,
      long added,
      long changed,
      long removed,
      long replaced,
      long refused,
      boolean isDeclared,
      String reason) {

    /** Customers who can stay: those before without those who refused. */
    public long canStay() {
      return before - refused;
    }

    /** Customers who would be removed by an approval: those who refused are removed already. */
    public long leaving() {
      return removed - refused;
    }

    /**
     * One line for each change with the command that approves it; audiences that are no longer in
     * the settings are one line.
     */
    public static List<String> lines(Collection<Stop> stops) {
      var lines = new ArrayList<String>();
      var undeclared = new TreeMap<LocalDate, List<Stop>>();
      for (var stop : stops) {
        if (stop.isDeclared) {
          lines.add(
              "%s waits at %s: %s. %s"
                  .formatted(
                      stop.audience,
                      stop.destination,
                      stop.reason,
                      next(stop.audience + " --destination " + stop.destination, stop.night)));
        } else {
          undeclared.computeIfAbsent(stop.night, night -> new ArrayList<>()).add(stop);
        }
      }
      undeclared.forEach((night, ended) -> lines.add(undeclared(night, ended)));
      return lines;
    }

    private static String undeclared(LocalDate night, List<Stop> stops) {
      return "%s (%s): %s would be removed. %s"
          .formatted(
              Counted.of(
                  stops.size(),
                  "audience is no longer in the settings and waits",
                  "audiences are no longer in the settings and wait"),
              stops.stream()
                  .map(stop -> stop.audience + " at " + stop.destination)
                  .collect(Collectors.joining(", ")),
              Counted.of(stops.stream().mapToLong(Stop::canStay).sum(), "customer"),
              next("--undeclared", night));
    }

    private static String next(String what, LocalDate night) {
      return "Next: nightjar approve %1$s --date %2$s, then nightjar run --date %2$s --again"
          .formatted(what, night);
    }
  }
}
