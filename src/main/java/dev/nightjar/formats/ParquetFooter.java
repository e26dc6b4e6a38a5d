package dev.nightjar.formats;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.InterningProtocol;
import org.apache.parquet.format.SchemaElement;
import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.protocol.TList;
import shaded.parquet.org.apache.thrift.protocol.TMap;
import shaded.parquet.org.apache.thrift.protocol.TProtocolException;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/**
 * The footer of a Parquet file.
 *
 * @param columns that hold one value per row; lists and groups are left out
 */
record ParquetFooter(FileMetaData meta, List<Column> columns) {
  private static final int TAIL = 8;
  private static final int MOST_BYTES = 64 << 20;

  /**
   * @param index among all chunks of a row group
   */
  record Column(SchemaElement element, int index) {
    String name() {
      return element.getName();
    }

    boolean isOptional() {
      return element.getRepetition_type() == FieldRepetitionType.OPTIONAL;
    }
  }

  /**
   * @throws BadFile if the file is cut off or not Parquet
   */
  static ParquetFooter of(FileBytes file) throws IOException {
    long size = file.size();
    if (size < 2 * TAIL) {
      throw new EOFException();
    }
    var tail = bytes(file, size - TAIL, TAIL);
    int length = tail.getInt();
    var magic = Magic.of(new byte[] {tail.get(), tail.get(), tail.get(), tail.get()});
    if (magic == Magic.ENCRYPTED_PARQUET) {
      throw new BadFile("the file is " + magic.unreadable() + ", which is not read", null);
    }
    if (magic != Magic.PARQUET) {
      throw new EOFException();
    }
    if (length < 0 || length > MOST_BYTES || length > size - TAIL) {
      throw new BadFile("the Parquet file is damaged", null);
    }
    var meta = new FileMetaData();
    var footer = bytes(file, size - TAIL - length, length).array();
    read(meta, new ByteArrayInputStream(footer), length);
    return new ParquetFooter(meta, columns(meta));
  }

  /** Reads a structure that can be no longer than the given number of bytes. */
  static void read(TBase<?, ?> into, InputStream bytes, int most) throws IOException {
    try {
      var limits = TConfiguration.custom().setMaxMessageSize(most).build();
      into.read(new Bounded(new TIOStreamTransport(limits, bytes), most));
    } catch (TException e) {
      throw new IOException(e);
    }
  }

  static ByteBuffer bytes(FileBytes file, long at, int length) throws IOException {
    var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.position(at);
    while (buffer.hasRemaining()) {
      if (file.read(buffer) < 0) {
        throw new EOFException();
      }
    }
    return buffer.flip();
  }

  private static List<Column> columns(FileMetaData meta) {
    var columns = new ArrayList<Column>();
    var elements = meta.getSchema().iterator();
    int children = elements.next().getNum_children();
    int index = 0;
    for (int i = 0; i < children; i++) {
      var element = elements.next();
      if (element.isSetType()) {
        if (element.getRepetition_type() != FieldRepetitionType.REPEATED) {
          columns.add(new Column(element, index));
        }
        index++;
      } else {
        index += leaves(element, elements, 0);
      }
    }
    return columns;
  }

  private static int leaves(SchemaElement group, Iterator<SchemaElement> elements, int depth) {
    if (depth > 100) {
      throw new BadFile("the Parquet file is damaged", null);
    }
    int leaves = 0;
    for (int i = 0; i < group.getNum_children(); i++) {
      var element = elements.next();
      leaves += element.isSetType() ? 1 : leaves(element, elements, depth + 1);
    }
    return leaves;
  }

  /** Refuses a list that is longer than all bytes: memory is allocated before it is read. */
  private static final class Bounded extends InterningProtocol {
    private final int most;

    Bounded(TIOStreamTransport bytes, int most) {
      super(new TCompactProtocol(bytes));
      this.most = most;
    }

    @Override
    public TList readListBegin() throws TException {
      var list = super.readListBegin();
      check(list.size);
      return list;
    }

    @Override
    public TMap readMapBegin() throws TException {
      var map = super.readMapBegin();
      check(map.size);
      return map;
    }

    private void check(int size) throws TException {
      if (size < 0 || size > most) {
        throw new TProtocolException(TProtocolException.SIZE_LIMIT);
      }
    }
  }
}
