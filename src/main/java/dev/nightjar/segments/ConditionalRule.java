package dev.nightjar.segments;

import dev.nightjar.facts.FactConditions;
import java.util.List;

/**
 * A rule of a map with conditions on facts.
 *
 * @param position its place in the map, 1 for the first that is tried
 * @param segment name of the segment of customers for whom it holds
 * @param text the rule as shown
 * @param cells codes of the cells in which it is tried, such as 543
 * @param conditions on facts; all must hold
 */
record ConditionalRule(
    int position, String segment, String text, List<String> cells, FactConditions conditions) {}
