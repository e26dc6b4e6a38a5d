package dev.nightjar.guess;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Layouts that {@code guess} knows.
 *
 * @param presets exports of shop systems, by name
 */
@ConfigurationProperties("guess")
public record GuessSettings(@DefaultValue Map<String, @Valid Preset> presets) {

  /**
   * An export of a shop system, and what its columns are.
   *
   * @param system whose export it is, as in {@code guess --as}
   * @param header columns by which the file is recognised: it has them all
   * @param without columns that it does not have, where they would make it another layout
   * @param feed what the lines are
   * @param columns where each field comes from; of several columns, the first that is filled in
   *     most lines counts
   * @param joined fields whose columns are joined by a blank instead, such as a date and a time
   * @param constants values of fields that the file does not carry
   * @param fillDown fields that only the first line of an order has
   * @param oncePerOrder amounts of an order that several of its lines can carry
   * @param keptStatuses statuses of orders that count
   * @param otherStatuses statuses of orders that do not count; any other is asked about
   * @param returnStatuses statuses that mark a return
   * @param strip characters to be taken off both ends of ids
   * @param zone of the dates and times; none for the business zone
   * @param ask fields, or the zone, that the file cannot decide, each with the question
   */
  public record Preset(
      @DefaultValue("") String system,
      @DefaultValue List<String> header,
      @DefaultValue List<String> without,
      @DefaultValue("orders") String feed,
      @DefaultValue Map<String, List<String>> columns,
      @DefaultValue List<String> joined,
      @DefaultValue Map<String, String> constants,
      @DefaultValue List<String> fillDown,
      @DefaultValue List<String> oncePerOrder,
      @DefaultValue List<String> keptStatuses,
      @DefaultValue List<String> otherStatuses,
      @DefaultValue List<String> returnStatuses,
      @Nullable String strip,
      @Nullable String zone,
      @DefaultValue Map<String, String> ask) {}
}
