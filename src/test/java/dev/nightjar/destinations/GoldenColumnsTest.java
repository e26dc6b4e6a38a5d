package dev.nightjar.destinations;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.destinations.MemberField.Value;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts with every column that there can be, byte by byte: a customer with all values, one with
 * awkward ones, and one with nothing but a key. The files that are compared were written from the
 * formats' own rules, not by a run. What a run makes is in {@code target/golden/columns}.
 */
@DatabaseTest
class GoldenColumnsTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/nightjar/destinations/golden/columns");
  private static final Path MADE = Path.of("target/golden/columns");

  /** Each field, then what has a name of its own. */
  private static final List<Value> VALUES =
      Stream.concat(
              Stream.of(MemberField.values())
                  .map(
                      each ->
                          each == MemberField.ATTRIBUTE
                              ? new Value(MemberField.ATTRIBUTE, "country")
                              : Value.of(each)),
              Stream.of(
                  new Value(MemberField.CONSENT, "email"),
                  new Value(MemberField.CONSENT, "advertising")))
          .toList();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"generic-csv", "generic-ndjson"})
  void isWhatWasReviewed(String name, TestDatabase database) throws Exception {
    var profile =
        ShippedProfiles.with(settings(name))
            .get(name)
            .of("full")
            .of("vips", Map.of())
            .on(LocalDate.parse("2025-01-31"));
    var extract = AnExtract.of(profile, folder);
    var bytes = extract.bytes(extract.of(database, SELECT, VALUES).files().get(0));
    var file = name + profile.extension();
    Files.createDirectories(MADE);
    Files.write(MADE.resolve(file), bytes);
    assertThat(GOLDEN.resolve(file)).hasBinaryContent(bytes);
  }

  private static String[] settings(String profile) {
    var settings = new ArrayList<String>();
    var column = "profiles." + profile + ".columns[%d].%s=%s";
    for (int place = 0; place < VALUES.size(); place++) {
      var value = VALUES.get(place);
      var header = value.name() == null ? "" : " " + value.name();
      settings.add(column.formatted(place, "header", value.field() + header));
      settings.add(column.formatted(place, "field", value.field()));
      if (value.name() != null) {
        settings.add(column.formatted(place, "name", value.name()));
      }
    }
    int place = VALUES.size();
    settings.add(column.formatted(place, "header", "list {audience} of {night}"));
    settings.add(column.formatted(place, "constant", "{audience}/{night:yyyyMMdd}"));
    settings.add(column.formatted(place + 1, "header", "source"));
    settings.add(column.formatted(place + 1, "constant", "Nightjar"));
    return settings.toArray(String[]::new);
  }

  /** The values of customers in the order of the fields; none where nothing is known. */
  private static final List<String> CUSTOMERS =
      List.of(
          "C1|ann@example.com|+447700900123|Ann|Ash|GB|Leeds||LS1 4AP|1980-01-31"
              + "|Champions|3|7|1250.50|2025-01-31|true|1 High St|Flat 2|female|Loyal|12"
              + "|2021-05-01|2025-01-28|7|178.642857|5|4|5|2|recent, many orders, high value"
              + "|Platinum|GB|true|false",
          "C2|zoe@example.com||Zoë \"Z\"|O'Neil, Jr.|FR|Saint-Étienne||42000|"
              + "|At Risk|0|1|-12.00|2025-01-31|false|=1+1|line\nbreak|||0"
              + "|2025-01-31|2025-01-31|1|-12|1|1|1|1|6-12 months ago"
              + "|Gold|@FR; 5 %|false|",
          "C3" + "|".repeat(VALUES.size() - 1));

  private static final String SELECT =
      CUSTOMERS.stream()
          .map(customer -> Stream.of(customer.split("\\|", -1)))
          .map(cells -> cells.map(GoldenColumnsTest::literal).collect(joining(", ", "(", ")")))
          .collect(joining(", ", "values ", ""));

  private static String literal(String cell) {
    return cell.isEmpty() ? "null::text" : "'" + cell.replace("'", "''") + "'";
  }
}
