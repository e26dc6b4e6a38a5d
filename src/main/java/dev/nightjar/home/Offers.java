package dev.nightjar.home;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names that a section defines and other sections refer to. */
public sealed interface Offers {

  /**
   * Segments.
   *
   * @param names names in the map in use
   */
  record Segments(Set<String> names) implements Offers {}

  /**
   * Tiers of clusters.
   *
   * @param names names that audiences can select
   */
  record Tiers(Set<String> names) implements Offers {}

  /**
   * Sources of files.
   *
   * @param attributes names of the latest order's attributes
   * @param suppressions names of the suppression sources
   * @param feeds kinds of the sources' feeds, as settings spell them, by name of the source
   */
  record Sources(Set<String> attributes, List<String> suppressions, Map<String, String> feeds)
      implements Offers {}

  /**
   * The numbers that the map in use gives to scores.
   *
   * @param lowest lowest score by metric: recency, frequency and monetary
   */
  record LowestScores(Map<String, Integer> lowest) implements Offers {}

  /**
   * Scores.
   *
   * @param metrics recency, frequency and monetary
   * @param isHighestBest whether the highest score is the best
   * @param mostDays days since the last order of a scored customer at most; null for no limit
   */
  record Scores(List<Metric> metrics, boolean isHighestBest, @Nullable Integer mostDays)
      implements Offers {}

  /**
   * How a metric is scored.
   *
   * @param name recency, frequency or monetary
   * @param bins number of scores
   * @param setting key of the setting that gives the bins, or that does not allow others
   * @param impossible scores that nobody can have by the settings, counted from 1 for the worst
   */
  record Metric(String name, int bins, String setting, Set<Integer> impossible) {}

  /**
   * Destinations.
   *
   * @param byName profiles by name
   */
  record Profiles(Map<String, Profile> byName) implements Offers {}

  /**
   * Purposes to which the members of audiences must have agreed.
   *
   * @param names those of the audiences, and the one of audiences that name none
   */
  record Purposes(Set<String> names) implements Offers {}

  /**
   * Audiences that are declared.
   *
   * @param destinations names of their destinations, by audience; none for the default destination
   */
  record Audiences(Map<String, List<String>> destinations) implements Offers {}

  /**
   * The destination of audiences that do not declare one.
   *
   * @param name name of the destination
   */
  record DefaultDestination(String name) implements Offers {}

  /**
   * A destination.
   *
   * @param channel channel that reaches people
   * @param purpose purpose that requires consent; null for that of the audience
   * @param identifiers fields that identify people; empty if it accepts everybody
   * @param removal how people are removed there
   * @param kinds kinds of files that it takes
   * @param tellingKinds kinds of files of which each alone tells it who refused; none if no file
   *     can
   * @param parameters names of the values that an audience can have there
   * @param attributes names of the customer attributes in its files
   * @param consents purposes of which its files have the customer's answer
   */
  record Profile(
      String channel,
      @Nullable String purpose,
      Set<String> identifiers,
      String removal,
      Set<String> kinds,
      Set<String> tellingKinds,
      Set<String> parameters,
      Set<String> attributes,
      Set<String> consents) {}
}
