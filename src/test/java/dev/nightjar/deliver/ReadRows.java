package dev.nightjar.deliver;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.nightjar.destinations.Format;
import dev.nightjar.destinations.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import tools.jackson.databind.json.JsonMapper;

/** The rows of an extract's file, of any format, as a destination reads them. */
final class ReadRows {
  private static final Map<Format.Delimiter, Character> DELIMITERS =
      Map.of(Format.Delimiter.COMMA, ',', Format.Delimiter.SEMICOLON, ';');

  private ReadRows() {}

  static List<List<String>> of(Path file, Profile profile) {
    try {
      return switch (profile.format()) {
        case CSV -> csv(file, profile);
        case NDJSON -> json(file);
        case PARQUET -> parquet(file);
        case XLSX -> workbook(file);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> csv(Path file, Profile profile) throws IOException {
    var text = Files.readString(file).replaceFirst("^\ufeff", "");
    int head = (profile.header() ? 1 : 0) + profile.preamble().size();
    try (var records =
        CsvReader.builder().fieldSeparator(DELIMITERS.get(profile.delimiter())).ofCsvRecord(text)) {
      return records.stream().skip(head).map(each -> each.getFields()).toList();
    }
  }

  private static List<List<String>> json(Path file) throws IOException {
    var rows = new ArrayList<List<String>>();
    for (var line : Files.readAllLines(file)) {
      var row = new ArrayList<String>();
      JsonMapper.shared().readTree(line).values().forEach(each -> row.add(each.asString("")));
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> workbook(Path file) throws IOException {
    try (var workbook = new ReadableWorkbook(file.toFile())) {
      var rows = new ArrayList<List<String>>();
      var sheet = workbook.getFirstSheet().read();
      int columns = sheet.get(0).getCellCount();
      for (var read : sheet.subList(1, sheet.size())) {
        var row = new ArrayList<String>();
        for (int i = 0; i < columns; i++) {
          row.add(read.getOptionalCell(i).map(each -> each.getText()).orElse(""));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  private static List<List<String>> parquet(Path file) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var reader =
        new ParquetReader.Builder<Group>(
            new LocalInputFile(file), new PlainParquetConfiguration()) {
          @Override
          protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
          }
        }.build()) {
      for (var group = reader.read(); group != null; group = reader.read()) {
        var row = new ArrayList<String>();
        for (int i = 0; i < group.getType().getFieldCount(); i++) {
          row.add(group.getFieldRepetitionCount(i) == 0 ? "" : group.getValueToString(i, 0));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
