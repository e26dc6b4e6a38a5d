package dev.nightjar.ports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Counts the customers that an audience would have, before somebody declares it. */
public interface AudienceDrafts {

  /**
   * What an audience would come to. Counts are in customers.
   *
   * @param problems of the settings, one line each; if there are any, nothing is counted
   * @param members selected customers
   * @param published those of them who are not excluded
   * @param exclusions excluded customers by reason, in order of precedence, without empty reasons
   * @param destinations those of the published who can be sent to a destination, by its name
   * @param overlaps those of the published who are also published in a declared audience, by its
   *     name
   */
  record Draft(
      List<String> problems,
      long members,
      long published,
      Map<String, Long> exclusions,
      Map<String, Long> destinations,
      Map<String, Long> overlaps) {

    /** A draft whose settings are wrong. */
    public static Draft wrong(List<String> problems) {
      return new Draft(problems, 0, 0, Map.of(), Map.of(), Map.of());
    }
  }

  /**
   * Selects an audience in a night. Stores nothing, and waits for no night that runs. Holdouts are
   * drawn by the first night that has the audience.
   *
   * @param night a published night
   * @param name of the audience
   * @param settings values by their keys below the audience, such as {@code select.segments[0]}
   */
  Draft count(LocalDate night, String name, Map<String, String> settings);
}
