package dev.nightjar.destinations;

import io.airlift.compress.snappy.SnappyCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * The pages of a column in a row group. Least and greatest values are left out: the footer would
 * show somebody's data in the open.
 */
final class ParquetColumn implements PageWriter {
  private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final Set<Encoding> encodings = new TreeSet<>();
  private long values;
  private long unpackedBytes;

  @Override
  public void writePage(
      BytesInput page,
      int valueCount,
      int rowCount,
      Statistics<?> statistics,
      SizeStatistics sizes,
      GeospatialStatistics shapes,
      Encoding repetitions,
      Encoding definitions,
      Encoding encoding)
      throws IOException {
    var header = new PageHeader(PageType.DATA_PAGE, 0, 0);
    header.setData_page_header(
        new DataPageHeader(valueCount, of(encoding), of(definitions), of(repetitions)));
    values += valueCount;
    encodings.addAll(List.of(repetitions, definitions, encoding));
    write(header, page, data);
  }

  @Override
  public void writeDictionaryPage(DictionaryPage page) throws IOException {
    var header = new PageHeader(PageType.DICTIONARY_PAGE, 0, 0);
    header.setDictionary_page_header(
        new DictionaryPageHeader(page.getDictionarySize(), of(page.getEncoding())));
    encodings.add(page.getEncoding());
    write(header, page.getBytes(), dictionary);
  }

  /** Writes the column, its dictionary first. */
  ColumnChunk write(ColumnDescriptor column, long position, OutputStream out) throws IOException {
    dictionary.writeTo(out);
    data.writeTo(out);
    boolean isText = column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
    var meta =
        new ColumnMetaData(
            isText ? Type.BYTE_ARRAY : Type.INT64,
            new ArrayList<>(encodings.stream().map(ParquetColumn::of).toList()),
            List.of(column.getPath()),
            CompressionCodec.SNAPPY,
            values,
            unpackedBytes,
            (long) dictionary.size() + data.size(),
            position + dictionary.size());
    if (dictionary.size() > 0) {
      meta.setDictionary_page_offset(position);
    }
    var chunk = new ColumnChunk(position);
    chunk.setMeta_data(meta);
    return chunk;
  }

  private void write(PageHeader header, BytesInput page, ByteArrayOutputStream into)
      throws IOException {
    var bytes = page.toByteArray();
    var snappy = new SnappyCompressor();
    var packed = new byte[snappy.maxCompressedLength(bytes.length)];
    int length = snappy.compress(bytes, 0, bytes.length, packed, 0, packed.length);
    header.setUncompressed_page_size(bytes.length);
    header.setCompressed_page_size(length);
    int before = into.size();
    Util.writePageHeader(header, into);
    unpackedBytes += into.size() - before + bytes.length;
    into.write(packed, 0, length);
  }

  private static org.apache.parquet.format.Encoding of(Encoding encoding) {
    return org.apache.parquet.format.Encoding.valueOf(encoding.name());
  }

  @Override
  public void writePage(
      BytesInput page,
      int valueCount,
      int rowCount,
      Statistics<?> statistics,
      Encoding repetitions,
      Encoding definitions,
      Encoding encoding) {
    throw new UnsupportedOperationException("pages come with their sizes");
  }

  @Override
  @Deprecated
  public void writePage(
      BytesInput page,
      int valueCount,
      Statistics<?> statistics,
      Encoding repetitions,
      Encoding definitions,
      Encoding encoding) {
    throw new UnsupportedOperationException("pages come with their sizes");
  }

  @Override
  public void writePageV2(
      int rowCount,
      int nullCount,
      int valueCount,
      BytesInput repetitions,
      BytesInput definitions,
      Encoding encoding,
      BytesInput page,
      Statistics<?> statistics) {
    throw new UnsupportedOperationException("pages are of version 1");
  }

  @Override
  public long getMemSize() {
    return (long) dictionary.size() + data.size();
  }

  @Override
  public long allocatedSize() {
    return getMemSize();
  }

  @Override
  public String memUsageString(String prefix) {
    return prefix + getMemSize() + " bytes";
  }

  @Override
  public void close() {}
}
