package dev.nightjar.destinations;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * A Parquet file of format version 1, packed with Snappy: texts as strings, counts as INT64, money
 * as DECIMAL(18, 4); an empty cell is null. Written with parquet-column, as parquet-hadoop needs
 * Hadoop to start.
 */
final class ParquetFile implements RowFile {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final long ROW_GROUP_BYTES = 16 << 20;
  private static final int PAGE_BYTES = 1 << 20;
  private static final int ROWS_BETWEEN_CHECKS = 1000;

  private final OutputStream out;
  private final List<Column> columns;
  private final MessageType schema;
  private final ParquetProperties properties =
      ParquetProperties.builder()
          .withWriterVersion(WriterVersion.PARQUET_1_0)
          .withPageSize(PAGE_BYTES)
          .build();
  private final ParquetFileFooter footer;
  private ParquetChunks chunks;
  private ColumnWriteStore store;
  private ColumnWriter[] writers;
  private long rowsOfGroup;

  ParquetFile(OutputStream out, List<Column> columns) throws IOException {
    this.out = out;
    this.columns = columns;
    this.schema =
        new MessageType("extract", columns.stream().map(ParquetFile::type).toArray(Type[]::new));
    this.footer = new ParquetFileFooter(schema);
    out.write(MAGIC);
    footer.written(MAGIC.length);
    openGroup();
  }

  @Override
  public void write(Chunk chunk, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      var cells = chunk.row(i);
      for (int c = 0; c < cells.length; c++) {
        write(writers[c], columns.get(c), cells[c]);
      }
      store.endRecord();
      if (++rowsOfGroup % ROWS_BETWEEN_CHECKS == 0 && store.getBufferedSize() > ROW_GROUP_BYTES) {
        closeGroup();
        openGroup();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      closeGroup();
      footer.write(out);
      out.write(MAGIC);
    }
  }

  private static void write(ColumnWriter writer, Column column, String cell) {
    if (cell.isEmpty()) {
      writer.writeNull(0, 0);
      return;
    }
    switch (column.kind()) {
      case TEXT -> writer.write(Binary.fromString(cell), 0, 1);
      case WHOLE -> writer.write(Long.parseLong(cell), 0, 1);
      case MONEY -> writer.write(unscaled(cell), 0, 1);
    }
  }

  private static long unscaled(String money) {
    return new BigDecimal(money)
        .setScale(ParquetFileFooter.SCALE, RoundingMode.HALF_EVEN)
        .unscaledValue()
        .longValueExact();
  }

  private void openGroup() {
    chunks = new ParquetChunks();
    store = properties.newColumnWriteStore(schema, chunks);
    writers = schema.getColumns().stream().map(store::getColumnWriter).toArray(ColumnWriter[]::new);
    rowsOfGroup = 0;
  }

  private void closeGroup() throws IOException {
    store.flush();
    if (rowsOfGroup > 0) {
      footer.addGroup(rowsOfGroup, chunks.write(schema, footer.position(), out));
    }
    store.close();
  }

  private static Type type(Column column) {
    return switch (column.kind()) {
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.header());
      case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.header());
      case MONEY ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(
                  LogicalTypeAnnotation.decimalType(
                      ParquetFileFooter.SCALE, ParquetFileFooter.PRECISION))
              .named(column.header());
    };
  }
}
