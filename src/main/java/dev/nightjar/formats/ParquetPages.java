package dev.nightjar.formats;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.PageHeader;
import org.jspecify.annotations.Nullable;

/** The pages of a column in a row group, read one at a time. */
final class ParquetPages implements PageReader {
  private static final int MOST_OF_A_HEADER = 1 << 20;
  private static final int MOST_OF_A_PAGE = 64 << 20;

  private final ColumnMetaData column;
  private final InputStream bytes;
  private final UnpackLimit limit;
  private long remaining;
  private long values;
  private @Nullable PageHeader ahead;

  /**
   * @param bytes of the file
   */
  ParquetPages(FileBytes bytes, ColumnMetaData column, UnpackLimit limit) {
    this.column = column;
    this.limit = limit;
    long first = column.getData_page_offset();
    if (column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0) {
      first = Math.min(first, column.getDictionary_page_offset());
    }
    this.remaining = column.getTotal_compressed_size();
    this.bytes = new BufferedInputStream(new FileSlice(bytes, first, remaining));
  }

  @Override
  public long getTotalValueCount() {
    return column.getNum_values();
  }

  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    try {
      var header = header();
      if (header == null || !header.isSetDictionary_page_header()) {
        ahead = header;
        return null;
      }
      var dictionary = header.getDictionary_page_header();
      var page = unpack(body(header), header.getUncompressed_page_size());
      if (dictionary.getNum_values() < 0 || dictionary.getNum_values() > page.length) {
        throw damaged();
      }
      return new DictionaryPage(
          BytesInput.from(page), dictionary.getNum_values(), encoding(dictionary.getEncoding()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable DataPage readPage() {
    try {
      while (values < getTotalValueCount()) {
        var header = header();
        if (header == null) {
          throw new EOFException();
        }
        if (header.isSetData_page_header()) {
          return version1(header);
        }
        if (header.isSetData_page_header_v2()) {
          return version2(header);
        }
        body(header);
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataPage version1(PageHeader header) throws IOException {
    var data = header.getData_page_header();
    count(data.getNum_values());
    var page = unpack(body(header), header.getUncompressed_page_size());
    return new DataPageV1(
        BytesInput.from(page),
        data.getNum_values(),
        page.length,
        null,
        encoding(data.getRepetition_level_encoding()),
        encoding(data.getDefinition_level_encoding()),
        encoding(data.getEncoding()));
  }

  private DataPage version2(PageHeader header) throws IOException {
    var data = header.getData_page_header_v2();
    count(data.getNum_values());
    var body = body(header);
    int repetitions = data.getRepetition_levels_byte_length();
    int levels = repetitions + data.getDefinition_levels_byte_length();
    if (repetitions < 0 || levels < repetitions || levels > body.length) {
      throw damaged();
    }
    var rest = new byte[body.length - levels];
    System.arraycopy(body, levels, rest, 0, rest.length);
    var unpacked =
        data.isSetIs_compressed() && !data.isIs_compressed()
            ? rest
            : unpack(rest, header.getUncompressed_page_size() - levels);
    return DataPageV2.uncompressed(
        data.getNum_rows(),
        data.getNum_nulls(),
        data.getNum_values(),
        BytesInput.from(body, 0, repetitions),
        BytesInput.from(body, repetitions, levels - repetitions),
        encoding(data.getEncoding()),
        BytesInput.from(unpacked),
        null);
  }

  private void count(int valuesOfPage) {
    values += valuesOfPage;
    if (valuesOfPage < 0 || values > getTotalValueCount()) {
      throw damaged();
    }
  }

  private @Nullable PageHeader header() throws IOException {
    if (ahead != null) {
      var header = ahead;
      ahead = null;
      return header;
    }
    bytes.mark(1);
    if (bytes.read() < 0) {
      return null;
    }
    bytes.reset();
    var header = new PageHeader();
    ParquetFooter.read(header, bytes, MOST_OF_A_HEADER);
    return header;
  }

  private byte[] body(PageHeader header) throws IOException {
    int length = header.getCompressed_page_size();
    if (length < 0 || length > MOST_OF_A_PAGE || length > remaining) {
      throw damaged();
    }
    var body = bytes.readNBytes(length);
    if (body.length < length) {
      throw new EOFException();
    }
    if (header.isSetCrc()) {
      var sum = new CRC32();
      sum.update(body);
      if ((int) sum.getValue() != header.getCrc()) {
        throw damaged();
      }
    }
    return body;
  }

  private byte[] unpack(byte[] body, int length) throws IOException {
    if (length > MOST_OF_A_PAGE) {
      throw new BadFile("a page of the Parquet file is over 64 MB", null);
    }
    if (length < 0) {
      throw damaged();
    }
    limit.add(length);
    var codec = column.getCodec();
    if (codec == CompressionCodec.UNCOMPRESSED || length == 0) {
      return body;
    }
    var page = new byte[length];
    long count =
        switch (codec) {
          case SNAPPY -> new SnappyDecompressor().decompress(body, 0, body.length, page, 0, length);
          case LZ4_RAW -> new Lz4Decompressor().decompress(body, 0, body.length, page, 0, length);
          case ZSTD -> Zstd.decompressByteArray(page, 0, length, body, 0, body.length);
          case GZIP ->
              new GZIPInputStream(new ByteArrayInputStream(body)).readNBytes(page, 0, length);
          default ->
              throw new BadFile(
                  "the Parquet file is packed with %s, which is not read"
                      .formatted(codec.name().toLowerCase(Locale.ROOT)),
                  null);
        };
    if (count != length) {
      throw damaged();
    }
    return page;
  }

  private static Encoding encoding(org.apache.parquet.format.@Nullable Encoding encoding) {
    return Encoding.valueOf(encoding == null ? "RLE" : encoding.name());
  }

  private static BadFile damaged() {
    return new BadFile("the Parquet file is damaged", null);
  }
}
