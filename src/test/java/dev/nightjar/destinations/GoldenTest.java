package dev.nightjar.destinations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.FixturePeople;
import dev.nightjar.kit.TestDatabase;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every destination's file of the 40 customers of {@code customers.csv}, byte by byte. The column
 * note of the fixture says what is awkward about each; {@code golden/left-out.txt} counts the cells
 * and rows that are missing, by reason. What a run makes is in {@code target/golden}.
 */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/nightjar/destinations/golden");
  private static final Path MADE = Path.of("target/golden");
  private static final MemberField[] FIELDS = MemberField.values();

  @TempDir Path folder;

  @Test
  void everyDestinationGetsTheBytesThatWereReviewed(TestDatabase database, CapturedOutput output)
      throws Exception {
    fill(database);
    var log = Path.of(System.getProperty("nightjar.log"));
    long logged = Files.exists(log) ? Files.size(log) : 0;
    var wrong = new ArrayList<String>();
    var leftOut = new StringBuilder();
    for (var named : new TreeMap<>(ShippedProfiles.ALL).entrySet()) {
      var profile = named.getValue().of("full");
      var extract = AnExtract.of(profile, folder.resolve(named.getKey()));
      var extracted = extract.of(database, SELECT, FIELDS);
      var bytes = extract.bytes(extracted.files().get(0));
      check(named.getKey() + profile.extension(), bytes, wrong);
      leftOut.append(leftOut(named.getKey(), profile, extracted.tally()));
      assertThat(
              AnExtract.of(profile, folder.resolve("again")).of(database, SELECT, FIELDS).files())
          .as("made once more")
          .isEqualTo(extracted.files());
    }
    check("left-out.txt", leftOut.toString().getBytes(UTF_8), wrong);
    assertThat(wrong).as("files in %s that are not those of %s", MADE, GOLDEN).isEmpty();
    assertThat(output.getAll()).doesNotContain(secrets());
    if (Files.exists(log)) {
      var bytes = Files.readAllBytes(log);
      var since = new String(bytes, (int) logged, bytes.length - (int) logged, UTF_8);
      assertThat(since).doesNotContain(secrets());
    }
  }

  @Test
  void theFixtureHasWhatAnExtractMustNotLog() throws IOException {
    assertThat(secrets()).hasSizeGreaterThan(100).contains("alexz@example.com", "Brontë");
  }

  /** As a reader of data packages reads it: nothing is known but the description. */
  @Test
  void everyFileIsReadByItsDescriptionAlone(TestDatabase database) throws Exception {
    fill(database);
    for (var named : ShippedProfiles.ALL.entrySet()) {
      var profile = named.getValue().of("full").of("a", Map.of());
      var extract = AnExtract.of(profile, folder.resolve(named.getKey()));
      var file = extract.of(database, SELECT, FIELDS).files().get(0);
      var described = JsonMapper.shared().<JsonNode>valueToTree(file.described("a", profile));
      var fields = new ArrayList<String>();
      var headers = new ArrayList<String>();
      for (var field : described.at("/schema/fields")) {
        fields.add(field.get("name").asString());
        headers.add(field.path("title").asString(field.get("name").asString()));
      }
      assertThat(fields).as(named.getKey()).doesNotHaveDuplicates();
      switch (described.get("format").asString()) {
        case "csv" -> {
          var rows = DescribedCsv.rows(described, extract.bytes(file), headers);
          assertThat(rows).as(named.getKey()).hasSize((int) file.rows());
          rows.forEach(row -> assertTypes(described, row));
        }
        case "ndjson" -> {
          for (var line : extract.text(file).lines().toList()) {
            assertThat(JsonMapper.shared().readTree(line).propertyNames())
                .containsExactlyElementsOf(fields);
          }
        }
        case "xlsx" -> {
          try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(extract.bytes(file)))) {
            assertThat(workbook.getFirstSheet().read().get(0).stream().map(Cell::getText))
                .containsExactlyElementsOf(headers);
          }
        }
        default -> assertThat(described.get("format").asString()).isEqualTo("parquet");
      }
    }
  }

  private static void assertTypes(JsonNode described, CsvRecord row) {
    int place = 0;
    for (var field : described.at("/schema/fields")) {
      var pattern =
          switch (field.get("type").asString()) {
            case "integer" -> "-?\\d*";
            case "number" -> "|-?\\d+(\\.\\d+)?";
            default -> "(?s).*";
          };
      assertThat(row.getField(place++)).matches(pattern);
    }
  }

  @Test
  void hashedColumnsHoldHashesAndNothingElse(TestDatabase database) throws Exception {
    fill(database);
    for (var named : ShippedProfiles.ALL.entrySet()) {
      var columns = named.getValue().columns();
      if (columns.stream().noneMatch(Column::hashed)) {
        continue;
      }
      var extract = AnExtract.of(named.getValue(), folder.resolve(named.getKey()));
      var text = extract.text(extract.of(database, SELECT, FIELDS).files().get(0));
      int head = (named.getValue().header() ? 1 : 0) + named.getValue().preamble().size();
      for (var row : CsvReader.builder().ofCsvRecord(text).stream().skip(head).toList()) {
        assertThat(row.getFieldCount()).as(named.getKey()).isEqualTo(columns.size());
        for (int c = 0; c < columns.size(); c++) {
          if (columns.get(c).hashed()) {
            assertThat(row.getField(c)).matches(hash(columns.get(c)));
          }
        }
      }
    }
  }

  private static String hash(Column column) {
    return column.encoding() == Column.Encoding.HEX ? "|[0-9a-f]{64}" : "|[0-9A-Za-z+/]{43}=";
  }

  private static final String SELECT =
      Arrays.stream(FIELDS)
          .map(field -> field.name().toLowerCase(Locale.ROOT))
          .collect(
              Collectors.joining(
                  ", ", "select ", " from public.fixture order by customer_key collate \"C\""));

  private static void check(String name, byte[] bytes, List<String> wrong) throws IOException {
    Files.createDirectories(MADE);
    Files.write(MADE.resolve(name), bytes);
    var golden = GOLDEN.resolve(name);
    if (!Files.exists(golden) || !Arrays.equals(bytes, Files.readAllBytes(golden))) {
      wrong.add(name);
    }
  }

  private static String leftOut(String name, Profile profile, Tally tally) {
    var text =
        new StringBuilder(
            "%s: %d rows, %d members without an identifier%n"
                .formatted(name, tally.rows(), tally.withoutIdentifier()));
    tally
        .cells(profile.columns())
        .forEach(
            (column, reasons) ->
                reasons.forEach(
                    (reason, cells) ->
                        text.append("  %s: %d %s%n".formatted(column, cells, reason))));
    return text.toString();
  }

  private static void fill(TestDatabase database) throws SQLException, IOException {
    try (var connection = database.connectAsSuperuser();
        var csv = fixture()) {
      var db = TestDatabase.on(connection);
      db.execute(
          "create table public.fixture (%s, note text)"
              .formatted(String.join(" text, ", columns()) + " text"));
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy public.fixture from stdin (format csv, header)", csv);
      db.execute("alter table public.fixture drop column note");
      db.execute("update public.fixture set recency_days = null where recency_days = ''");
      db.execute("alter table public.fixture add column business_date date default '2025-01-31'");
      db.execute("alter table public.fixture add column consent text default 'true'");
      for (var field : FIELDS) {
        var name = field.name().toLowerCase(Locale.ROOT);
        db.execute("alter table public.fixture add column if not exists " + name + " text");
      }
      db.execute("grant select on public.fixture to public");
    }
  }

  private static List<String> columns() {
    try (var lines = new BufferedReader(new InputStreamReader(fixture(), UTF_8))) {
      var header = List.of(lines.readLine().split(","));
      return header.subList(0, header.size() - 1); // without the note
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> secrets() throws IOException {
    return List.copyOf(FixturePeople.values());
  }

  private static java.io.InputStream fixture() {
    return Objects.requireNonNull(GoldenTest.class.getResourceAsStream("customers.csv"));
  }
}
