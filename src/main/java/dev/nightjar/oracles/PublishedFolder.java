package dev.nightjar.oracles;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder with published data and results.
 *
 * @param path of the folder
 */
record PublishedFolder(Path path) {
  /** Counts by segment. */
  static final String COUNTS = "oracles/published-counts.json";

  byte[] bytes(String name) {
    try {
      return Files.readAllBytes(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<NamedCsvRecord> csv(String name) {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(path.resolve(name))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode counts() {
    return JsonMapper.shared().readTree(bytes(COUNTS));
  }

  /** One number of each row, by a key in the row. */
  static Map<String, BigDecimal> numbers(
      List<NamedCsvRecord> rows, Function<NamedCsvRecord, String> key, String column) {
    return rows.stream()
        .collect(Collectors.toMap(key, row -> new BigDecimal(row.getField(column))));
  }

  /** One number of each property of an object, by the property's name. */
  static Map<String, BigDecimal> numbers(JsonNode object, Function<JsonNode, JsonNode> which) {
    var numbers = new LinkedHashMap<String, BigDecimal>();
    object
        .properties()
        .forEach(each -> numbers.put(each.getKey(), which.apply(each.getValue()).decimalValue()));
    return numbers;
  }
}
