package dev.nightjar.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.identity.Refusal;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class FilesTest {
  private static final MemberField[] FIELDS = {
    MemberField.CUSTOMER_KEY,
    MemberField.FIRST_NAME,
    MemberField.ORDERS_COUNT,
    MemberField.NET_VALUE
  };
  private static final String ROWS =
      """
      select 'C' || lpad(i::text, 6, '0'), case when i %% 3 = 0 then null else 'Zoë ' || i end, i,
        (i * 1.25)::numeric
      from generate_series(1, %d) i
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4095, 4096, 4097, 50_000})
  void parquetIsReadByItsReferenceAsItWasWritten(int rows, TestDatabase database)
      throws IOException {
    var extract = AnExtract.of(ShippedProfiles.ALL.get("generic-parquet"), folder);
    var file = extract.of(database, ROWS.formatted(rows), FIELDS).files().get(0);
    assertThat(file.rows()).isEqualTo(rows);
    var read = parquet(folder.resolve(file.name()));
    assertThat(read).hasSize(rows);
    for (int i = 1; i <= rows; i++) {
      var row = read.get(i - 1);
      assertThat(row.getString("customer_key", 0)).isEqualTo("C%06d".formatted(i));
      assertThat(row.getFieldRepetitionCount("email")).isZero();
      assertThat(row.getFieldRepetitionCount("first_name")).isEqualTo(i % 3 == 0 ? 0 : 1);
      assertThat(row.getLong("orders_count", 0)).isEqualTo(i);
      assertThat(BigDecimal.valueOf(row.getLong("net_value", 0), ParquetFileFooter.SCALE))
          .isEqualByComparingTo(BigDecimal.valueOf(i * 1.25));
    }
  }

  @Test
  void workbookIsReadAsItWasWritten(TestDatabase database) throws IOException {
    var extract = AnExtract.of(ShippedProfiles.ALL.get("excel"), folder);
    var sql = "select 'C1', '=1+2\";=1+2', 7, 2.50 union all select 'C2', '-1', 8, 0.10";
    var file = extract.of(database, sql, FIELDS).files().get(0);
    try (var workbook = new ReadableWorkbook(folder.resolve(file.name()).toFile())) {
      var rows = workbook.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(3)).isEqualTo("first_name");
      assertThat(rows.get(1).getCellText(3)).isEqualTo("=1+2\";=1+2");
      assertThat(rows.get(2).getCellText(3)).isEqualTo("-1");
      assertThat(rows.get(1).getCellAsNumber(9).orElseThrow()).isEqualByComparingTo("2.5");
      assertThat(rows.get(2).getCellAsNumber(8).orElseThrow()).isEqualByComparingTo("8");
    }
    assertThat(folder.toFile().list()).as("nothing but the file").containsExactly(file.name());
  }

  /** A cell of text is never calculated (ECMA-376, 18.18.11), so that it needs no apostrophe. */
  @Test
  void textOfAWorkbookIsTextAndHasTheDefaultStyle(TestDatabase database) throws IOException {
    var extract = AnExtract.of(ShippedProfiles.ALL.get("excel"), folder);
    var sql = "select 'C1', '+44 7700 900123', 7, 2.50";
    var file = extract.of(database, sql, FIELDS).files().get(0);
    assertThat(part(file, "xl/worksheets/sheet1.xml"))
        .contains("t=\"inlineStr\"><is><t>+44 7700 900123</t></is>")
        .doesNotContain("<f>");
    assertThat(part(file, "xl/styles.xml")).contains("<cellStyle name=\"Normal\" xfId=\"0\"");
  }

  private String part(DataFile file, String name) throws IOException {
    try (var zip = new ZipFile(folder.resolve(file.name()).toFile());
        var bytes = zip.getInputStream(zip.getEntry(name))) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aSpreadsheetGetsItsDialect(TestDatabase database) {
    var sql = "select 'C1', 'a;b', 1, 1";
    var profile = ShippedProfiles.with("profiles.excel-csv.delimiter=semicolon").get("excel-csv");
    assertThat(profile.maxRows()).isEqualTo(1_048_575);
    var extract = AnExtract.of(profile, folder);
    assertThat(extract.text(extract.of(database, sql, FIELDS).files().get(0)))
        .startsWith("\ufeffcustomer_key;email;")
        .contains("net_value\r\nC1;;;\"a;b\";")
        .endsWith("\r\n");
  }

  @Test
  void formulasGetAnApostropheInFilesForPeopleOnly(TestDatabase database) {
    var sql = "select 'C1', '=1+2\";=1+2', 1, 1";
    var people = AnExtract.of(ShippedProfiles.ALL.get("excel-csv"), folder);
    assertThat(people.text(people.of(database, sql, FIELDS).files().get(0)))
        .startsWith("\ufeffcustomer_key,")
        .contains("C1,,,\"'=1+2\"\";=1+2\",");
    var machines = AnExtract.of(ShippedProfiles.ALL.get("generic-csv"), folder);
    assertThat(machines.text(machines.of(database, sql, FIELDS).files().get(0)))
        .contains("C1,,,\"=1+2\"\";=1+2\",");
  }

  @Test
  void valuesComeThroughCopyAsTheyAre(TestDatabase database) {
    var sql = "select 'C' || chr(9) || '1', e'a\\\\b\\n\\r\\f\\b\\v\\\\N', 1, 1";
    var extract = AnExtract.of(ShippedProfiles.ALL.get("generic-ndjson"), folder);
    assertThat(extract.text(extract.of(database, sql, FIELDS).files().get(0)))
        .contains("\"customer_key\":\"C\\t1\"")
        .contains("\"first_name\":\"a\\\\b\\n\\r\\f\\b\\u000B\\\\N\"")
        .contains("\"orders_count\":1,\"net_value\":1}\n");
  }

  @Test
  void filesEndAtTheDestinationsLimitOfRows(TestDatabase database) {
    var profile = ShippedProfiles.with("profiles.generic-csv.max-rows=4000").get("generic-csv");
    var extract = AnExtract.of(profile, folder);
    var extracted = extract.of(database, ROWS.formatted(10_000), FIELDS);
    assertThat(extracted.files()).extracting(DataFile::rows).containsExactly(4000L, 4000L, 2000L);
    assertThat(extracted.files())
        .extracting(DataFile::name)
        .containsExactly(
            "a__2025-01-31__full.csv", "a__2025-01-31__full-2.csv", "a__2025-01-31__full-3.csv");
    assertThat(together(extract, extracted)).isEqualTo(whole(database, 10_000));
  }

  @Test
  void filesEndAtTheDestinationsLimitOfBytes(TestDatabase database) {
    var profile = ShippedProfiles.with("profiles.generic-csv.max-bytes=10KB").get("generic-csv");
    var extract = AnExtract.of(profile, folder);
    var extracted = extract.of(database, ROWS.formatted(10_000), FIELDS);
    assertThat(extracted.files()).hasSizeGreaterThan(20);
    assertThat(extracted.files()).extracting(DataFile::bytes).allMatch(bytes -> bytes <= 10 << 10);
    var allButLast = extracted.files().subList(0, extracted.files().size() - 1);
    assertThat(allButLast).extracting(DataFile::bytes).allMatch(bytes -> bytes > 10_150);
    assertThat(together(extract, extracted)).isEqualTo(whole(database, 10_000));
  }

  @Test
  void aFileHasTheEncodingAndTheQuotesOfItsDestination(TestDatabase database) throws IOException {
    var sql = "select 'C1', 'Zoë', 7, 2.50 union all select 'C2', '李明', 8, 0.10";
    var generic = "profiles.generic-csv.";
    var profile =
        ShippedProfiles.with(
                generic + "encoding=windows-1252",
                generic + "quotes=everywhere",
                generic + "layout.extension=txt")
            .get("generic-csv");
    var extract = AnExtract.of(profile, folder);
    var written = extract.of(database, sql, FIELDS);
    assertThat(written.files().get(0).name()).endsWith("__full.txt");
    assertThat(new String(extract.bytes(written.files().get(0)), Charset.forName("windows-1252")))
        .isEqualTo(
            """
            "customer_key","email","phone","first_name","last_name","country","segment","recency_days","orders_count","net_value"
            "C1","","","Zoë","","","","","7","2.50"
            "C2","","","","","","","","8","0.10"
            """);
    assertThat(written.tally().cells(profile.columns()))
        .as("a name that the encoding lacks is left out, and never a row of question marks")
        .isEqualTo(Map.of("first_name", Map.of(Refusal.NOT_IN_ENCODING, 1L)));
    assertThat(written.files().get(0).described("a", profile))
        .containsEntry("encoding", "windows-1252");
  }

  @Test
  void anArchiveHasOneFileAndNoTime(TestDatabase database) throws Exception {
    var profile = ShippedProfiles.with("profiles.generic-csv.compression=zip").get("generic-csv");
    var extract = AnExtract.of(profile, folder);
    var file = extract.of(database, ROWS.formatted(9000), FIELDS).files().get(0);
    assertThat(file.name()).endsWith("__full.csv.zip");
    Thread.sleep(2100); // the time of an archive is in steps of two seconds
    assertThat(extract.of(database, ROWS.formatted(9000), FIELDS).files()).containsExactly(file);
    try (var zip = new ZipFile(folder.resolve(file.name()).toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("a__2025-01-31__full.csv");
      var bytes = zip.getInputStream(zip.entries().nextElement()).readAllBytes();
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(whole(database, 9000));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"excel", "generic-csv"})
  void theTimeZoneOfTheMachineIsNotInAFile(String name, TestDatabase database) throws IOException {
    var profile = ShippedProfiles.with("profiles.generic-csv.compression=zip").get(name);
    var machine = TimeZone.getDefault();
    var bytes = new ArrayList<byte[]>();
    try {
      for (var zone : List.of("Pacific/Chatham", "America/New_York")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        var extract = AnExtract.of(profile, folder);
        var file = extract.of(database, ROWS.formatted(3), FIELDS).files().get(0);
        bytes.add(extract.bytes(file));
      }
    } finally {
      TimeZone.setDefault(machine);
    }
    assertThat(bytes.get(1)).isEqualTo(bytes.get(0));
  }

  @Test
  void packedFilesHaveNoTimeInThem(TestDatabase database) throws Exception {
    var profile = ShippedProfiles.with("profiles.generic-csv.compression=gzip").get("generic-csv");
    var extract = AnExtract.of(profile, folder);
    var file = extract.of(database, ROWS.formatted(9000), FIELDS).files().get(0);
    var bytes = extract.bytes(file);
    Thread.sleep(1100); // the time of a gzip header is in seconds
    assertThat(extract.of(database, ROWS.formatted(9000), FIELDS).files()).containsExactly(file);
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      var text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).isEqualTo(whole(database, 9000));
      assertThat(file.plainHash()).isEqualTo(new HexDigest(Column.Algorithm.SHA_256).hex(text));
    }
  }

  @Test
  void aStatementThatFailsLeavesNoFile(TestDatabase database) {
    var extract = AnExtract.of(ShippedProfiles.ALL.get("generic-csv"), folder);
    assertThatThrownBy(
            () ->
                extract.of(
                    database,
                    "select i::text, 'x', 1, 1 / (100000 - i) from generate_series(1, 100000) i",
                    FIELDS))
        .hasRootCauseMessage("ERROR: division by zero");
    assertThat(folder.toFile().list()).isEmpty();
  }

  private String whole(TestDatabase database, int rows) {
    var extract = AnExtract.of(ShippedProfiles.ALL.get("generic-csv"), folder.resolve("whole"));
    return extract.text(extract.of(database, ROWS.formatted(rows), FIELDS).files().get(0));
  }

  private static String together(AnExtract extract, WrittenFiles extracted) {
    var text = new StringBuilder();
    for (var file : extracted.files()) {
      var each = extract.text(file);
      text.append(text.isEmpty() ? each : each.substring(each.indexOf('\n') + 1));
    }
    return text.toString();
  }

  private static List<Group> parquet(Path file) throws IOException {
    var rows = new ArrayList<Group>();
    try (var reader =
        new ParquetReader.Builder<Group>(
            new LocalInputFile(file), new PlainParquetConfiguration()) {
          @Override
          protected GroupReadSupport getReadSupport() {
            return new GroupReadSupport();
          }
        }.build()) {
      for (var row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
