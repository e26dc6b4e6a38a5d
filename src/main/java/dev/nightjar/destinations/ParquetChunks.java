package dev.nightjar.destinations;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.schema.MessageType;

/** The pages of a row group, column by column, until the group is complete. */
final class ParquetChunks implements PageWriteStore {
  private final Map<ColumnDescriptor, ParquetColumn> columns = new HashMap<>();

  @Override
  public PageWriter getPageWriter(ColumnDescriptor column) {
    return columns.computeIfAbsent(column, each -> new ParquetColumn());
  }

  /**
   * Writes the columns one after the other.
   *
   * @param position where the first one begins in the file
   */
  List<ColumnChunk> write(MessageType schema, long position, OutputStream out) throws IOException {
    var written = new ArrayList<ColumnChunk>();
    long next = position;
    for (var descriptor : schema.getColumns()) {
      var column = Objects.requireNonNull(columns.get(descriptor));
      var chunk = column.write(descriptor, next, out);
      next += chunk.getMeta_data().getTotal_compressed_size();
      written.add(chunk);
    }
    return written;
  }
}
