package dev.nightjar.transport.api;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Some rows of an extract, which a tool takes or refuses together.
 *
 * @param of the extract
 * @param number from 1 within the rows of its kind
 * @param rows without empty cells, unless these are to empty what the tool knows
 * @param bytes of the rows
 * @param hash SHA-256 of the rows, lower-case hex
 */
public record Batch(Origin of, int number, List<ObjectNode> rows, long bytes, String hash) {
  private static final int HEX_OF_KEY = 32;

  /**
   * Where rows come from.
   *
   * @param kind adds or removes
   * @param extract number of the extract at this destination, so that the same rows in a later
   *     extract are another batch
   * @param parameters of the audience at the destination, such as the number of a list
   */
  public record Origin(
      String destination,
      String audience,
      LocalDate night,
      String kind,
      int extract,
      Map<String, String> parameters) {}

  /** The key under which a batch is sent, however often: it depends on nothing but its content. */
  public String key() {
    return "%s/%s/%s/%s/%d-%d/%s"
        .formatted(
            of.night,
            of.audience,
            of.destination,
            of.kind,
            of.extract,
            number,
            hash.substring(0, HEX_OF_KEY));
  }

  /** The rows as a JSON array. */
  static byte[] json(List<ObjectNode> rows) {
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }
}
