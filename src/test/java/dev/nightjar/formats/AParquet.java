package dev.nightjar.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * A Parquet file in words.
 *
 * @param schema in Parquet's own words
 */
record AParquet(MessageType schema, CompressionCodecName codec, WriterVersion version, long group) {
  static AParquet of(String... columns) {
    var schema =
        MessageTypeParser.parseMessageType("message m { " + String.join(" ", columns) + " }");
    return new AParquet(schema, CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0, 1 << 20);
  }

  /** Columns of text that may be missing. */
  static AParquet ofTexts(List<String> columns) {
    return of(
        columns.stream()
            .map(each -> "optional binary %s (STRING);".formatted(each))
            .toArray(String[]::new));
  }

  AParquet packed(CompressionCodecName other) {
    return new AParquet(schema, other, version, group);
  }

  AParquet version2() {
    return new AParquet(schema, codec, WriterVersion.PARQUET_2_0, group);
  }

  AParquet groups(long bytes) {
    return new AParquet(schema, codec, version, bytes);
  }

  /** The file with the rows that the given one writes. */
  AFile with(Consumer<Rows> rows) {
    try {
      var file = Files.createTempFile("a", ".parquet");
      Files.delete(file);
      write(file, rows);
      var bytes = Files.readAllBytes(file);
      Files.delete(file);
      return new AFile(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the file. */
  void write(Path file, Consumer<Rows> rows) throws IOException {
    try (var writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withCompressionCodec(codec)
            .withWriterVersion(version)
            .withRowGroupSize(group)
            .withPageSize(4096)
            .build()) {
      rows.accept(new Rows(schema, writer));
    }
  }

  /** Rows that are being written. */
  record Rows(MessageType schema, ParquetWriter<Group> writer) {
    /** A row of texts; an empty one is missing. */
    void add(String... cells) {
      add(
          row -> {
            for (int i = 0; i < cells.length; i++) {
              if (!cells[i].isEmpty()) {
                row.add(i, cells[i]);
              }
            }
          });
    }

    void add(Consumer<Group> fill) {
      var row = new SimpleGroup(schema);
      fill.accept(row);
      try {
        writer.write(row);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
