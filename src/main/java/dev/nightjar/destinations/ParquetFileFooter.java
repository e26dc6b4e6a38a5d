package dev.nightjar.destinations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** The end of a Parquet file, which says what is in it (parquet-format, File Format). */
final class ParquetFileFooter {
  /** Of decimals. */
  static final int PRECISION = 18;

  static final int SCALE = 4;

  private static final int FORMAT_VERSION = 1;
  private static final String WRITER = "nightjar version 1 (build 1)";

  private final List<SchemaElement> schema = new ArrayList<>();
  private final List<RowGroup> groups = new ArrayList<>();
  private long position;
  private long rows;

  ParquetFileFooter(MessageType schema) {
    var root = new SchemaElement(schema.getName());
    root.setNum_children(schema.getFieldCount());
    this.schema.add(root);
    schema.getFields().forEach(field -> this.schema.add(element(field.asPrimitiveType())));
  }

  /** Where the next byte of the file goes. */
  long position() {
    return position;
  }

  void written(long bytes) {
    position += bytes;
  }

  void addGroup(long rowsOfGroup, List<ColumnChunk> chunks) {
    long bytes = chunks.stream().mapToLong(c -> c.getMeta_data().getTotal_compressed_size()).sum();
    long unpacked =
        chunks.stream().mapToLong(c -> c.getMeta_data().getTotal_uncompressed_size()).sum();
    groups.add(new RowGroup(chunks, unpacked, rowsOfGroup));
    rows += rowsOfGroup;
    written(bytes);
  }

  void write(OutputStream out) throws IOException {
    var meta = new FileMetaData(FORMAT_VERSION, schema, rows, groups);
    meta.setCreated_by(WRITER);
    var bytes = new ByteArrayOutputStream();
    Util.writeFileMetaData(meta, bytes);
    bytes.writeTo(out);
    var length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putInt(bytes.size()).array());
  }

  private static SchemaElement element(PrimitiveType field) {
    var element = new SchemaElement(field.getName());
    element.setRepetition_type(FieldRepetitionType.OPTIONAL);
    boolean isText = field.getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
    element.setType(isText ? Type.BYTE_ARRAY : Type.INT64);
    if (field.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation) {
      element.setConverted_type(ConvertedType.UTF8);
      element.setLogicalType(LogicalType.STRING(new StringType()));
    } else if (field.getLogicalTypeAnnotation() != null) {
      element.setConverted_type(ConvertedType.DECIMAL);
      element.setScale(SCALE);
      element.setPrecision(PRECISION);
      element.setLogicalType(LogicalType.DECIMAL(new DecimalType(SCALE, PRECISION)));
    }
    return element;
  }
}
