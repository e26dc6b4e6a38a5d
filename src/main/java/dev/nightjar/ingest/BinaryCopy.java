package dev.nightjar.ingest;

import de.bytefish.pgbulkinsert.pgsql.PgBinaryWriter;
import de.bytefish.pgbulkinsert.pgsql.handlers.BigDecimalValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.BooleanValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.IValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.JsonbValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.LocalDateTimeValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.StringValueHandler;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Writes the lines of one file into a table by COPY in binary, which spares the server parsing. */
final class BinaryCopy implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int FILE_AND_LINE = 2;

  private final IValueHandler<String> text = new StringValueHandler();
  private final IValueHandler<BigDecimal> decimal = new BigDecimalValueHandler<>();
  private final IValueHandler<LocalDateTime> time = new LocalDateTimeValueHandler();
  private final IValueHandler<Boolean> bool = new BooleanValueHandler();
  private final IValueHandler<String> json = new JsonbValueHandler();
  private final long fileId;
  private final PGCopyOutputStream copy;
  private final PgBinaryWriter writer;

  /**
   * @param columns of the table that the values are for, besides the file's id and the line
   */
  BinaryCopy(Connection connection, Table<?> table, long fileId, List<String> columns)
      throws SQLException {
    this.fileId = fileId;
    var sql =
        "copy %s.%s (file_id, line_number, %s) from stdin (format binary)"
            .formatted(table.getSchema().getName(), table.getName(), String.join(", ", columns));
    copy = new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, BUFFER);
    writer = new PgBinaryWriter(copy);
  }

  /** Writes a row. */
  void write(long line, @Nullable Object[] values) {
    writer.startRow(values.length + FILE_AND_LINE);
    writer.writeLong(fileId);
    writer.writeLong(line);
    for (var value : values) {
      write(value);
    }
  }

  /** Ends the copy; without it, nothing of it is in the table. */
  void finish() {
    writer.close();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private void write(@Nullable Object value) {
    if (value == null) {
      writer.writeNull();
    } else if (value instanceof String string) {
      writer.write(text, string);
    } else if (value instanceof BigDecimal number) {
      writer.write(decimal, number);
    } else if (value instanceof LocalDateTime dateTime) {
      writer.write(time, dateTime);
    } else if (value instanceof Boolean flag) {
      writer.write(bool, flag);
    } else if (value instanceof JSONB document) {
      writer.write(json, document.data());
    } else {
      throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }
}
