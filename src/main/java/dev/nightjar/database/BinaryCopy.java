package dev.nightjar.database;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.core.Oid;
import org.postgresql.util.ByteConverter;

/**
 * Writes the lines of one file into a table by COPY in binary, which spares the server parsing
 * (PostgreSQL manual, COPY, Binary Format). Values are laid out as the types' receive functions
 * read them, by the driver's own converters.
 */
public final class BinaryCopy implements AutoCloseable {
  private static final int FULL = 1 << 20;
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final int NULL = -1;
  private static final int END = -1;
  private static final byte JSONB_VERSION = 1;
  private static final int FILE_AND_LINE = 2;
  private static final int MICROS = 1_000_000;
  private static final long EPOCH =
      LocalDate.of(2000, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);

  private final long fileId;
  private final CopyIn copy;
  private byte[] buffer = new byte[FULL >> 4];
  private int size;

  /**
   * @param columns of the table that the values are for, besides the file's id and the line
   */
  public BinaryCopy(Connection connection, Table<?> table, long fileId, List<String> columns)
      throws SQLException {
    this.fileId = fileId;
    var sql =
        "copy %s.%s (file_id, line_number, %s) from stdin (format binary)"
            .formatted(table.getSchema().getName(), table.getName(), String.join(", ", columns));
    copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    put(SIGNATURE);
  }

  /** Writes a row. */
  public void write(long line, @Nullable Object[] values) throws SQLException {
    if (size >= FULL) {
      flush();
    }
    putShort(values.length + FILE_AND_LINE);
    putLong(fileId);
    putLong(line);
    for (var value : values) {
      putValue(value);
    }
  }

  /** Ends the copy; without this call, the table is unchanged. */
  public void finish() throws SQLException {
    putShort(END);
    flush();
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private void putValue(@Nullable Object value) {
    if (value == null) {
      putInt(NULL);
    } else if (value instanceof String text) {
      putSized(text.getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof BigDecimal number) {
      putSized(ByteConverter.numeric(number));
    } else if (value instanceof LocalDateTime time) {
      putLong((time.toEpochSecond(ZoneOffset.UTC) - EPOCH) * MICROS + time.getNano() / 1000);
    } else if (value instanceof Boolean flag) {
      putSized(new byte[] {(byte) (flag ? 1 : 0)});
    } else if (value instanceof JSONB document) {
      var text = document.data().getBytes(StandardCharsets.UTF_8);
      putInt(text.length + 1);
      put(new byte[] {JSONB_VERSION});
      put(text);
    } else if (value instanceof String[] texts) {
      putTexts(texts);
    } else {
      throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  /** One dimension, no nulls, the type of the elements, and the number of the first. */
  private void putTexts(String[] texts) {
    int start = size + Integer.BYTES;
    putInt(0);
    putInt(texts.length == 0 ? 0 : 1);
    putInt(0);
    putInt(Oid.TEXT);
    if (texts.length > 0) {
      putInt(texts.length);
      putInt(1);
    }
    for (var text : texts) {
      putSized(text.getBytes(StandardCharsets.UTF_8));
    }
    ByteConverter.int4(buffer, start - Integer.BYTES, size - start);
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer, 0, size);
    size = 0;
  }

  private void putSized(byte[] bytes) {
    putInt(bytes.length);
    put(bytes);
  }

  private void put(byte[] bytes) {
    need(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }

  private void putShort(int value) {
    need(Short.BYTES);
    ByteConverter.int2(buffer, size, value);
    size += Short.BYTES;
  }

  private void putInt(int value) {
    need(Integer.BYTES);
    ByteConverter.int4(buffer, size, value);
    size += Integer.BYTES;
  }

  private void putLong(long value) {
    putInt(Long.BYTES);
    need(Long.BYTES);
    ByteConverter.int8(buffer, size, value);
    size += Long.BYTES;
  }

  private void need(int bytes) {
    if (buffer.length - size < bytes) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2 + bytes);
    }
  }
}
