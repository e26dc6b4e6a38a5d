package dev.nightjar.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.SharedFolder;
import dev.nightjar.kit.Shop;
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
@DatabaseTest
class OnlineRetailFormatsTest {
  private static final int ALL = 541_909;
  private static final int ROWS = Rounds.of(60_000, ALL);
  private static final int FIRST_SHEET = ROWS / 2;
  private static final int QUANTITY = 3;
  private static final int AT = 4;
  private static final int PRICE = 5;
  private static final int CUSTOMER = 6;

  private static Path csv;

  @BeforeAll
  static void findData(@TempDir Path folder) throws IOException {
    csv = SharedFolder.file("data/online_retail.csv.gz");
    if (ROWS < ALL) {
      var first = folder.resolve("first.csv.gz");
      separated(first, ',');
      csv = first;
    }
  }

  @Test
  void everyFormatFillsTheSameTable(Shop shop) throws IOException {
    var inbox = Files.createDirectories(shop.folder().resolve("inbox"));
    Files.copy(csv, inbox.resolve("online_retail.csv.gz"));
    workbook(inbox.resolve("online_retail.xlsx"));
    parquet(inbox.resolve("online_retail.parquet"));
    jsonLines(inbox.resolve("online_retail.jsonl"));
    separated(inbox.resolve("online_retail.tsv.gz"), '\t');
    zstd(inbox.resolve("online_retail.csv.zst"));

    shop.with("ingest.sources.online-retail.files=online_retail*")
        .with("ingest.folder.min-age=0s")
        .ingest("2011-12-09");

    assertThat(shop.rows("select layout, lines_loaded, lines_rejected from ingest.files"))
        .containsExactlyInAnyOrderElementsOf(
            LAYOUTS.stream().map(layout -> layout + "|" + ROWS + "|0").toList());
    assertThat(shop.rows(TABLES)).hasSize(1).first().asString().startsWith("6|" + ROWS + "|");
  }

  private static final List<String> LAYOUTS =
      List.of(
          "gzip, csv, comma, UTF-8",
          "gzip, csv, tab, UTF-8",
          "zstd, csv, comma, UTF-8",
          "json-lines, UTF-8",
          "parquet",
          "xlsx");

  /** How many files have the same rows, in whatever order, for each set of rows. */
  private static final String TABLES =
      """
      select count(*), lines, fingerprint from (
        select file_id, count(*) as lines, sum(hashtextextended(concat_ws('|', order_number,
          coalesce(customer_key, '-'), ordered_at, coalesce(product_code, '-'),
          trim_scale(quantity), trim_scale(unit_price), coalesce(country, '-')), 0)) as fingerprint
        from ingest.order_lines group by file_id) files
      group by lines, fingerprint
      """;

  private static void jsonLines(Path file) throws IOException {
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
  }

  private static void separated(Path file, char separator) throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(file));
        var lines =
            CsvWriter.builder().fieldSeparator(separator).build(out, StandardCharsets.UTF_8)) {
      lines.writeRecord(columns());
      eachRow((columns, cells) -> lines.writeRecord(cells));
    }
  }

  private static void zstd(Path file) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(csv));
        var out = new ZstdOutputStream(Files.newOutputStream(file))) {
      in.transferTo(out);
    }
  }

  /** Takes a row of the CSV. */
  private interface Taking {
    void row(List<String> columns, String[] cells) throws IOException;
  }

  private static void eachRow(Taking taking) throws IOException {
    try (var reader = Formats.open(csv, AFile.ANY, List.of())) {
      var row = reader.next();
      for (int i = 0; i < ROWS && row != null; i++) {
        taking.row(reader.columns(), row.cells());
        row = reader.next();
      }
    }
  }

  private static List<String> columns() throws IOException {
    try (var reader = Formats.open(csv, AFile.ANY, List.of())) {
      return reader.columns();
    }
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
