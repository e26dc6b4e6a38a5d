package dev.nightjar.destinations;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a file by its table dialect (https://datapackage.org/standard/table-dialect). */
final class DescribedCsv {
  private DescribedCsv() {}

  /**
   * The rows of data.
   *
   * @param described the data resource
   * @param headers that the file must have if its dialect says that it has a header
   */
  static List<CsvRecord> rows(JsonNode described, byte[] bytes, List<String> headers) {
    var dialect = described.get("dialect");
    var text = new String(bytes, Charset.forName(described.get("encoding").asString()));
    assertThat(text.isEmpty() || text.endsWith(dialect.get("lineTerminator").asString())).isTrue();
    var reader =
        CsvReader.builder()
            .fieldSeparator(dialect.get("delimiter").asString().charAt(0))
            .quoteCharacter(dialect.get("quoteChar").asString().charAt(0));
    var skipped = numbers(dialect.path("commentRows"));
    var header = dialect.get("header").asBoolean() ? numbers(dialect.get("headerRows")) : Set.of();
    var rows = new ArrayList<CsvRecord>();
    int number = 0;
    for (var row : reader.ofCsvRecord(text.replaceFirst("^\ufeff", "")).stream().toList()) {
      number++;
      if (header.contains(number)) {
        assertThat(row.getFields()).isEqualTo(headers);
      } else if (!skipped.contains(number)) {
        assertThat(row.getFieldCount()).isEqualTo(headers.size());
        rows.add(row);
      }
    }
    return rows;
  }

  private static Set<Integer> numbers(JsonNode rows) {
    var numbers = new HashSet<Integer>();
    rows.forEach(each -> numbers.add(each.asInt()));
    return numbers;
  }
}
