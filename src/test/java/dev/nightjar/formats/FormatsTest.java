package dev.nightjar.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
  private static final AFile ORDERS = AFile.of("order,price", "1,2.55", "2,3");
  private static final String[] ROWS = {"order|price", "2: 1|2.55", "3: 2|3"};

  @Test
  void packedFilesAreKnownByTheirFirstBytes() {
    assertThat(ORDERS.read(AFile.ANY)).startsWith("csv, comma, UTF-8").endsWith(ROWS);
    assertThat(ORDERS.gzip().read(AFile.ANY)).startsWith("gzip, csv, comma, UTF-8").endsWith(ROWS);
    assertThat(ORDERS.zstd().read(AFile.ANY)).startsWith("zstd, csv, comma, UTF-8").endsWith(ROWS);
    assertThat(ORDERS.zip("a/b.csv").read(AFile.ANY))
        .startsWith("zip, csv, comma, UTF-8")
        .endsWith(ROWS);
  }

  @Test
  void membersAndFramesThatFollowOneAnotherAreOneFile() {
    var more = AFile.of("3,4");
    assertThat(ORDERS.gzip().and(more.gzip()).read(AFile.ANY)).endsWith("4: 3|4").hasSize(5);
    assertThat(ORDERS.zstd().and(more.zstd()).read(AFile.ANY)).endsWith("4: 3|4").hasSize(5);
  }

  @Test
  void foldersAndSystemFilesOfAnArchiveAreIgnored() {
    var file =
        AFile.zip(
            "a/",
            AFile.of(),
            "__MACOSX/a/._b.csv",
            AFile.of("x"),
            ".DS_Store",
            ORDERS,
            "a/b.csv",
            ORDERS);
    assertThat(file.read(AFile.ANY)).endsWith(ROWS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x.csv", "/etc/x.csv", "a/../../x.csv", "..\\x.csv", "C:\\x.csv", "a/.."})
  void aNameThatLeadsOutOfTheArchiveIsABadFile(String name) {
    assertBad(ORDERS.zip(name), "a name in the zip archive leads out of it");
  }

  @Test
  void anArchiveHoldsExactlyOneReadableFile() {
    assertBad(AFile.zip(), "the zip archive holds no file");
    assertBad(AFile.zip("a/", AFile.of()), "the zip archive holds no file");
    assertBad(AFile.zip("a", ORDERS, "b", ORDERS), "the zip archive holds 2 files instead of one");
    assertBad(ORDERS.zip("a").zip("b"), "the file is packed twice");
    assertBad(ORDERS.gzip().gzip(), "the file is packed twice");
    assertBad(ORDERS.gzip().zip("a"), "the file is packed twice");
    assertBad(ORDERS.zip("a").encrypted(), "the zip archive is encrypted");
  }

  @Test
  void damageOfPackedFilesIsFound() {
    assertBad(ORDERS.gzip().cut(0.8), "the file is cut off");
    assertBad(ORDERS.gzip().and(AFile.of("garbage")), "the compressed file is damaged");
    assertBad(ORDERS.zstd().cut(0.8), "the compressed file is damaged");
    assertBad(ORDERS.zip("a").cut(0.8), "the compressed file is damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zip", "zstd"})
  void aBombIsABadFileBeforeItFillsAnything(String packing) {
    var text = AFile.of("1,2.55".concat("\n1,2.55".repeat(16 << 20)));
    var bomb =
        packing.equals("gzip") ? text.gzip() : packing.equals("zip") ? text.zip("a") : text.zstd();
    assertThatThrownBy(() -> bomb.count(AFile.ANY))
        .isInstanceOf(BadFile.class)
        .hasMessage("the file unpacks to more than 200 times its size");
    assertThatThrownBy(() -> bomb.read(AFile.layout(Layout.Format.PARQUET)))
        .isInstanceOf(BadFile.class)
        .hasMessage("the file unpacks to more than 200 times its size");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "d0cf11e0a1b11ae1 0000|an Excel workbook with a password, or of Excel 97 (.xls); save it as .xlsx",
        "377abcaf271c 0004|a 7z archive",
        "526172211a07 0100|a rar archive",
        "fd377a585a00 0004|an xz file",
        "425a6839314159 26|a bzip2 file",
        "255044462d 312e37|a PDF document",
        "50415245 000000000000|an encrypted Parquet file"
      })
  void otherUsualFormatsAreCalledByTheirName(String bytes, String name) {
    assertBad(AFile.hex(bytes), "the file is " + name + ", which is not read");
  }

  @ParameterizedTest
  @CsvSource({"';',semicolon", "',',comma", "'\t',tab", "'|',pipe"})
  void usualDelimitersAreDetected(String delimiter, String name) {
    var file =
        AFile.of(
            "a,b;c".replace(",", delimiter),
            "1,2".replace(",", delimiter),
            "x,\"y,;|z\"".replaceFirst(",", delimiter.equals("|") ? "|" : delimiter));
    assertThat(file.read(AFile.ANY, delimiter.equals(";") ? new String[0] : new String[] {"a"}))
        .startsWith("csv, %s, UTF-8".formatted(name));
  }

  @Test
  void theDelimiterThatMakesTheWantedColumnsWins() {
    var file = AFile.of("order;price,with,tax", "1;2,3,4", "2;3,4,5");
    assertThat(file.read(AFile.ANY)).startsWith("csv, comma, UTF-8");
    assertThat(file.read(AFile.ANY, "order")).startsWith("csv, semicolon, UTF-8");
  }

  @Test
  void decimalCommasAreNoDelimiters() {
    var file = AFile.of("order;price;at", "1;2,55;2020-01-01", "2;3,10;2020-01-02");
    assertThat(file.read(AFile.ANY))
        .containsExactly(
            "csv, semicolon, UTF-8",
            "order|price|at",
            "2: 1|2,55|2020-01-01",
            "3: 2|3,10|2020-01-02");
  }

  @Test
  void aTextOfOneColumnIsCsvWithCommas() {
    assertThat(AFile.of("order", "1", "2").read(AFile.ANY))
        .containsExactly("csv, comma, UTF-8", "order", "2: 1", "3: 2");
  }

  @Test
  void columnsPartedByBlanksAreReadWhereNumbersAreWanted() {
    var file = AFile.of(" 00001 19970101  1   11.77", " 00002\t19970112 12   77.00  ", "");
    assertThat(file.read(AFile.headless(null), "1", "3"))
        .containsExactly(
            "blanks, UTF-8", "1|2|3|4", "1: 00001|19970101|1|11.77", "2: 00002|19970112|12|77.00");
    assertThat(file.read(AFile.headless(null))).startsWith("csv, comma, UTF-8");
    assertThat(file.read(AFile.layout(Layout.Format.BLANKS)))
        .containsExactly("blanks, UTF-8", "00001|19970101|1|11.77", "2: 00002|19970112|12|77.00");
  }

  @Test
  void whatIsDeclaredIsNotDetected() {
    var layout = new Layout(Layout.Format.CSV, null, '{', '\'', false, List.of(), null, null, null);
    assertThat(AFile.of("{'a{b'{c").read(layout))
        .containsExactly("csv, {, UTF-8", "1|2|3", "1: |a{b|c");
    assertThatThrownBy(() -> ORDERS.read(AFile.layout(Layout.Format.XLSX)))
        .hasMessage("the file is not an Excel workbook (.xlsx)");
    assertThatThrownBy(() -> ORDERS.read(AFile.layout(Layout.Format.PARQUET)))
        .isInstanceOf(BadFile.class);
  }

  @Test
  void anEmptyFileIsABadFile() {
    var empty = new AFile(new byte[0]);
    for (var file :
        new AFile[] {empty, empty.gzip(), empty.zip("a"), empty.zstd(), AFile.of("", "")}) {
      assertBad(file, "the file is empty");
    }
  }

  @Test
  void aFileThatIsNotThereIsNoBadFile(@TempDir Path folder) {
    assertThatThrownBy(() -> Formats.open(folder.resolve("gone"), AFile.ANY, List.of()))
        .isInstanceOf(FileBytes.Unreadable.class);
  }

  @Test
  void nothingIsLeftOfAnUnpackedFile(@TempDir Path folder) throws Exception {
    var parquet =
        AParquet.of("required int32 a;").with(rows -> rows.add(row -> row.add(0, 1))).gzip();
    long before = leftovers();
    try (var reader = Formats.open(parquet.in(folder), AFile.ANY, List.of())) {
      assertThat(leftovers()).isEqualTo(before + 1);
      assertThat(reader.next()).isNotNull();
    }
    assertThatThrownBy(() -> parquet.cut(0.99).read(AFile.ANY)).isInstanceOf(BadFile.class);
    assertThat(leftovers()).isEqualTo(before);
  }

  private static long leftovers() throws Exception {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(each -> each.getFileName().toString().startsWith("nightjar-")).count();
    }
  }

  private static void assertBad(AFile file, String reason) {
    assertThatThrownBy(() -> file.read(AFile.ANY)).isInstanceOf(BadFile.class).hasMessage(reason);
  }
}
