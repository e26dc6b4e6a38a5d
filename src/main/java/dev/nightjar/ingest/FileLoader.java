package dev.nightjar.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.nightjar.pipeline.Business;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Loads a landing file into its feed's table: one file, one transaction, one COPY. */
final class FileLoader {
  private static final int MAX_REJECTS = 100_000;
  private static final int BUFFER = 1 << 16;

  private final long fileId;
  private final Path file;
  private final Source source;
  private final Business business;
  private final List<Reject> rejects = new ArrayList<>();
  private long line;
  private long read;

  /**
   * @param file in the landing folder
   */
  FileLoader(long fileId, Path file, Source source, Business business) {
    this.fileId = fileId;
    this.file = file;
    this.source = source;
    this.business = business;
  }

  /**
   * Loads the file and notes it in the file ledger.
   *
   * @throws BadFile where the file cannot be loaded; then nothing of it is in the tables
   */
  void load(DSLContext db) {
    db.transaction(
        transaction -> {
          transaction.dsl().connection(this::copy);
          if (isOverLimit()) {
            throw new BadFile(
                "%d of %d lines are rejects, more than the source's share of %s"
                    .formatted(rejects.size(), read, source.maxRejectShare()),
                null,
                rejects);
          }
          FileLedger.loaded(transaction.dsl(), fileId, read, rejects);
        });
  }

  private void copy(Connection connection) throws SQLException {
    try (var csv = open()) {
      var records = csv.iterator();
      if (!records.hasNext()) {
        throw new BadFile("the file is empty", null, List.of());
      }
      var header = records.next().getFields().stream().map(String::strip).toList();
      line = 1;
      var parser = new LineParser(source, withoutByteOrderMark(header), business.zone());
      var copy =
          new PGCopyOutputStream(
              connection.unwrap(PGConnection.class), copyStatement(parser.fields()), BUFFER);
      try {
        var rows = CsvWriter.builder().build(copy, StandardCharsets.UTF_8);
        while (records.hasNext()) {
          copyLine(records.next(), parser, rows);
        }
        rows.close();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      throw fault(e);
    }
  }

  private void copyLine(CsvRecord record, LineParser parser, CsvWriter rows) {
    line = record.getStartingLineNumber();
    read++;
    var values = new @Nullable String[parser.fields().size()];
    var reject = parser.parse(line, record.getFields(), values);
    if (reject != null) {
      rejects.add(reject);
      if (rejects.size() > MAX_REJECTS) {
        throw new BadFile("more than %d lines are rejects".formatted(MAX_REJECTS), line, rejects);
      }
      return;
    }
    var row = new ArrayList<@Nullable String>(values.length + 2);
    row.add(String.valueOf(fileId));
    row.add(String.valueOf(line));
    row.addAll(Arrays.asList(values));
    rows.writeRecord(row);
  }

  private CsvReader<CsvRecord> open() throws IOException {
    return CsvReader.builder()
        .fieldSeparator(source.delimiter())
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(reader());
  }

  private Reader reader() throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    if (file.toString().endsWith(".gz")) {
      bytes = new GZIPInputStream(bytes, BUFFER);
    }
    return new InputStreamReader(
        bytes,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private String copyStatement(List<FeedField> fields) {
    var table = source.feed().table();
    var columns =
        fields.stream()
            .map(field -> field.column().getName())
            .collect(Collectors.joining(", ", "file_id, line_number, ", ""));
    return "copy %s.%s (%s) from stdin (format csv)"
        .formatted(table.getSchema().getName(), table.getName(), columns);
  }

  private boolean isOverLimit() {
    var limit = source.maxRejectShare().multiply(BigDecimal.valueOf(read));
    return BigDecimal.valueOf(rejects.size()).compareTo(limit) > 0;
  }

  private static List<String> withoutByteOrderMark(List<String> header) {
    var columns = new ArrayList<>(header);
    columns.set(0, columns.get(0).replace("\uFEFF", ""));
    return columns;
  }

  /** The fault of the file; what is no fault of the file is thrown as it is. */
  private BadFile fault(Exception thrown) throws SQLException {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        throw sql;
      }
      if (cause instanceof CharacterCodingException) {
        return badFile("the text is not UTF-8");
      }
      if (cause instanceof EOFException) {
        return badFile("the compressed file is cut off");
      }
      if (cause instanceof ZipException) {
        return badFile("the compressed file is damaged");
      }
    }
    if (thrown instanceof CsvParseException) {
      return badFile("the text is no CSV: a quote is not closed, or a field is too long");
    }
    throw new IllegalStateException("cannot read landing file " + file.getFileName(), thrown);
  }

  private BadFile badFile(String reason) {
    return new BadFile(reason, line + 1, rejects);
  }
}
