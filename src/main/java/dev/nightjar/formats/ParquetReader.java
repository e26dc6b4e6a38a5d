package dev.nightjar.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.VersionParser;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Parquet file page by page. A line is a row, the first being 1. Columns that hold lists or
 * groups are left out.
 */
final class ParquetReader implements RecordReader {
  private static final PrimitiveConverter NONE = new PrimitiveConverter() {};

  private final FileBytes bytes;
  private final ParquetFooter footer;
  private final List<String> names;
  private final List<ParquetTexts> texts;
  private final UnpackLimit limit;
  private final @Nullable ParsedVersion writer;
  private final List<ColumnReader> columns = new ArrayList<>();
  private int nextGroup;
  private long remaining;
  private long line;

  /**
   * @throws BadFile if the file is damaged
   */
  ParquetReader(Path file) throws IOException {
    bytes = new FileBytes(file);
    try {
      footer = ParquetFooter.of(bytes);
      names = footer.columns().stream().map(ParquetFooter.Column::name).toList();
      texts = footer.columns().stream().map(column -> new ParquetTexts(column.element())).toList();
      if (names.isEmpty()) {
        throw new BadFile("the Parquet file has no column with single values", null);
      }
      limit = new UnpackLimit(bytes.size());
      writer = writer(footer.meta().getCreated_by());
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  @Override
  public List<String> columns() {
    return names;
  }

  @Override
  public @Nullable Row next() throws IOException {
    while (remaining == 0) {
      if (nextGroup == footer.meta().getRow_groupsSize()) {
        return null;
      }
      open(footer.meta().getRow_groups().get(nextGroup++));
    }
    remaining--;
    var cells = new String[names.size()];
    for (int i = 0; i < cells.length; i++) {
      var column = columns.get(i);
      boolean isThere =
          column.getCurrentDefinitionLevel() == column.getDescriptor().getMaxDefinitionLevel();
      cells[i] = isThere ? texts.get(i).of(column) : "";
      column.consume();
    }
    return new Row(++line, cells);
  }

  @Override
  public String layout() {
    return "parquet";
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private void open(RowGroup group) {
    columns.clear();
    remaining = group.getNum_rows();
    for (var column : footer.columns()) {
      var chunk = group.getColumns().get(column.index());
      if (remaining < 0 || chunk.getMeta_data().getNum_values() != remaining) {
        throw new BadFile("the Parquet file is damaged", null);
      }
      columns.add(reader(column, chunk));
    }
  }

  private ColumnReader reader(ParquetFooter.Column column, ColumnChunk chunk) {
    var element = column.element();
    var type =
        new PrimitiveType(
            column.isOptional() ? Repetition.OPTIONAL : Repetition.REQUIRED,
            primitive(element.getType()),
            element.getType_length(),
            column.name());
    var descriptor =
        new ColumnDescriptor(new String[] {column.name()}, type, 0, column.isOptional() ? 1 : 0);
    var pages = new ParquetPages(bytes, chunk.getMeta_data(), limit);
    return new ColumnReaderImpl(descriptor, pages, NONE, writer);
  }

  private static PrimitiveType.PrimitiveTypeName primitive(org.apache.parquet.format.Type type) {
    return switch (type) {
      case BYTE_ARRAY -> PrimitiveType.PrimitiveTypeName.BINARY;
      default -> PrimitiveType.PrimitiveTypeName.valueOf(type.name());
    };
  }

  /** Who wrote the file; some writers' pages need another way of reading. */
  private static @Nullable ParsedVersion writer(@Nullable String createdBy) {
    try {
      return createdBy == null ? null : VersionParser.parse(createdBy);
    } catch (VersionParser.VersionParseException | RuntimeException e) {
      return null;
    }
  }
}
