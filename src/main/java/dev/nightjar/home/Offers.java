package dev.nightjar.home;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the settings of a section define that other sections refer to. */
public sealed interface Offers {

  /**
   * Segments.
   *
   * @param names of the map in use
   */
  record Segments(Set<String> names) implements Offers {}

  /**
   * Tiers of clusters.
   *
   * @param names by which audiences select them
   */
  record Tiers(Set<String> names) implements Offers {}

  /**
   * Sources of files.
   *
   * @param attributes of the latest order, which sources name
   * @param suppressions names of the sources of suppressions
   */
  record Sources(Set<String> attributes, List<String> suppressions) implements Offers {}

  /**
   * Scores.
   *
   * @param bins by the setting that says how many
   * @param isHighestBest whether the highest score is the best
   */
  record Scores(Map<String, Integer> bins, boolean isHighestBest) implements Offers {}

  /**
   * Destinations.
   *
   * @param byName every profile
   */
  record Profiles(Map<String, Profile> byName) implements Offers {}

  /**
   * Where audiences go that declare no destination.
   *
   * @param name of the destination
   */
  record DefaultDestination(String name) implements Offers {}

  /**
   * A destination.
   *
   * @param channel by which it reaches people
   * @param purpose to which a person must have agreed
   * @param identifiers fields by which it knows people; empty where it takes anybody
   * @param hasActions whether a file has one action for all its rows
   */
  record Profile(String channel, String purpose, Set<String> identifiers, boolean hasActions) {}
}
