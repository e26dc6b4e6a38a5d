package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.nightjar.kit.SharedFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** UCI Online Retail in every format: the same 541,909 rows as the CSV. */
class OnlineRetailFormatsTest {
  private static final int ROWS = 541_909;
  private static final int FIRST_SHEET = 300_000;
  private static final int QUANTITY = 3;
  private static final int AT = 4;
  private static final int PRICE = 5;
  private static final int CUSTOMER = 6;

  @TempDir static Path folder;
  private static Path csv;

  @BeforeAll
  static void findData() {
    csv = SharedFolder.file("data/online_retail.csv.gz");
  }

  @Test
  void aWorkbookOfTwoSheetsHoldsTheSameRows() throws IOException {
    assertSameRows("xlsx", workbook(folder.resolve("retail.xlsx")));
  }

  @Test
  void aParquetFileHoldsTheSameRows() throws IOException {
    assertSameRows("parquet", parquet(folder.resolve("retail.parquet")));
  }

  @Test
  void jsonLinesHoldTheSameRows() throws IOException {
    var file = folder.resolve("retail.jsonl");
    try (var out = new BufferedOutputStream(Files.newOutputStream(file));
        var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      eachRow(
          (columns, cells) -> {
            json.writeStartObject();
            for (int i = 0; i < cells.length; i++) {
              json.writeName(columns.get(i));
              if (cells[i].isEmpty()) {
                json.writeNull();
              } else if (i == QUANTITY || i == PRICE) {
                json.writeNumber(new BigDecimal(cells[i]));
              } else {
                json.writeString(cells[i]);
              }
            }
            json.writeEndObject();
            json.writeRaw('\n');
          });
    }
    assertSameRows("json-lines, UTF-8", file);
  }

  @Test
  void tabsInGzipHoldTheSameRows() throws IOException {
    var file = folder.resolve("retail.tsv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file));
        var tsv = CsvWriter.builder().fieldSeparator('\t').build(out, StandardCharsets.UTF_8)) {
      tsv.writeRecord(columns());
      eachRow((columns, cells) -> tsv.writeRecord(cells));
    }
    assertSameRows("gzip, csv, tab, UTF-8", file);
  }

  @Test
  void csvInZstdHoldsTheSameRows() throws IOException {
    var file = folder.resolve("retail.csv.zst");
    try (var in = new GZIPInputStream(Files.newInputStream(csv));
        var out = new ZstdOutputStream(Files.newOutputStream(file))) {
      in.transferTo(out);
    }
    assertSameRows("zstd, csv, comma, UTF-8", file);
  }

  /** Takes a row of the CSV. */
  private interface Taking {
    void row(List<String> columns, String[] cells) throws IOException;
  }

  private static void eachRow(Taking taking) throws IOException {
    try (var reader = Formats.open(csv, AFile.ANY, List.of())) {
      for (Row row; (row = reader.next()) != null; ) {
        taking.row(reader.columns(), row.cells());
      }
    }
  }

  private static List<String> columns() throws IOException {
    try (var reader = Formats.open(csv, AFile.ANY, List.of())) {
      return reader.columns();
    }
  }

  private static void assertSameRows(String layout, Path file) throws IOException {
    try (var expected = Formats.open(csv, AFile.ANY, List.of());
        var found = Formats.open(file, AFile.ANY, expected.columns())) {
      assertThat(found.layout()).isEqualTo(layout);
      assertThat(found.columns()).isEqualTo(expected.columns());
      long rows = 0;
      for (Row row; (row = expected.next()) != null; rows++) {
        var other = found.next();
        if (other == null || other.fault() != null || !isSame(row.cells(), other.cells())) {
          assertThat(other).as("line " + row.line()).isEqualTo(row);
        }
      }
      assertThat(found.next()).isNull();
      assertThat(rows).isEqualTo(ROWS);
    }
  }

  /** As the parser sees them: texts stripped, numbers by value. */
  private static boolean isSame(String[] cells, String[] others) {
    for (int i = 0; i < cells.length; i++) {
      boolean isSame =
          i == PRICE && !cells[i].equals(others[i])
              ? new BigDecimal(cells[i]).compareTo(new BigDecimal(others[i])) == 0
              : cells[i].strip().equals(others[i].strip());
      if (!isSame) {
        return false;
      }
    }
    return cells.length == others.length;
  }

  private static Path workbook(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        var book = new Workbook(out, "test", "1.0")) {
      var names = columns();
      var sheets = new Worksheet[2];
      var count = new int[1];
      eachRow(
          (columns, cells) -> {
            int number = count[0]++;
            int index = number < FIRST_SHEET ? 0 : 1;
            if (sheets[index] == null) {
              if (index == 1) {
                sheets[0].finish();
              }
              sheets[index] = book.newWorksheet("Year " + (2010 + index));
              for (int i = 0; i < names.size(); i++) {
                sheets[index].value(0, i, names.get(i));
              }
            }
            int row = 1 + number % FIRST_SHEET;
            add(sheets[index], row, cells);
            if (row % 1000 == 0) {
              sheets[index].flush();
            }
          });
      sheets[1].finish();
    }
    return file;
  }

  /** As Excel has it: whatever looks like a number is one. */
  private static void add(Worksheet sheet, int row, String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      if (i == AT) {
        sheet.value(row, i, time(cells[i]));
        sheet.style(row, i).format("m/d/yy h:mm").set();
      } else if (cells[i].matches("-?(0|[1-9]\\d{0,9})(\\.\\d+)?")) {
        sheet.value(row, i, Double.valueOf(cells[i]));
      } else if (!cells[i].isEmpty()) {
        sheet.value(row, i, cells[i]);
      }
    }
  }

  private static Path parquet(Path file) throws IOException {
    var parquet =
        AParquet.of(
            "required binary InvoiceNo (STRING);",
            "required binary StockCode (STRING);",
            "optional binary Description (STRING);",
            "required int32 Quantity;",
            "required int64 InvoiceDate (TIMESTAMP(MICROS,false));",
            "required double UnitPrice;",
            "optional int64 CustomerID;",
            "required binary Country (STRING);");
    parquet.write(
        file,
        rows -> {
          try {
            eachRow((columns, cells) -> rows.add(row -> fill(row, cells)));
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
    return file;
  }

  private static void fill(org.apache.parquet.example.data.Group row, String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      switch (i) {
        case QUANTITY -> row.add(i, Integer.parseInt(cells[i]));
        case AT -> row.add(i, time(cells[i]).toEpochSecond(ZoneOffset.UTC) * 1_000_000);
        case PRICE -> row.add(i, Double.parseDouble(cells[i]));
        case CUSTOMER -> {
          if (!cells[i].isEmpty()) {
            row.add(i, Long.parseLong(cells[i]));
          }
        }
        default -> {
          if (!cells[i].isEmpty()) {
            row.add(i, cells[i]);
          }
        }
      }
    }
  }

  private static LocalDateTime time(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T'));
  }
}
