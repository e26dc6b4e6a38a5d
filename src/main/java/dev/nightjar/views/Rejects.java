package dev.nightjar.views;

import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.REJECTS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;

import com.fasterxml.jackson.annotation.JsonValue;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record7;
import org.jooq.Records;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFromStep;
import org.jooq.SelectSelectStep;
import org.jspecify.annotations.Nullable;

/**
 * The rejected lines of a night's files. JSON is the list.
 *
 * @param rejects one entry per file, column and reason
 */
public record Rejects(@JsonValue List<Rejected> rejects) {
  private static final int FETCHED_AT_ONCE = 1000;

  /**
   * The rejects of a file with the same column and reason.
   *
   * @param verdict verdict on the file, such as loaded or quarantined
   * @param column the faulty column; null for the whole line
   */
  public record Rejected(
      String source,
      String file,
      String verdict,
      @Nullable String column,
      String reason,
      int lines) {}

  /**
   * A rejected line. PII.
   *
   * @param isLoaded whether its file is loaded, so that the line can be corrected by itself
   * @param fileId id in the file ledger
   * @param line line number in the file
   * @param cells cells as read from the file
   */
  public record Line(
      boolean isLoaded,
      long fileId,
      long line,
      String file,
      @Nullable String column,
      String reason,
      @Nullable String[] cells) {}

  public static Rejects of(LocalDate night, DSLContext db) {
    return new Rejects(
        db.select(
                FILES.SOURCE,
                FILES.NAME,
                FILES.VERDICT,
                REJECTS.COLUMN_NAME,
                REJECTS.REASON,
                count())
            .from(REJECTS)
            .join(FILES)
            .on(FILES.FILE_ID.eq(REJECTS.FILE_ID))
            .where(FILES.NIGHT.eq(night))
            .groupBy(FILES.SOURCE, FILES.NAME, FILES.FILE_ID, REJECTS.COLUMN_NAME, REJECTS.REASON)
            .orderBy(FILES.SOURCE, FILES.NAME, FILES.FILE_ID, count().desc(), REJECTS.REASON)
            .fetch(Records.mapping(Rejected::new)));
  }

  /** Whether single lines can be corrected. Files that were not loaded are corrected as a whole. */
  public boolean isOfALoadedFile() {
    return rejects.stream().anyMatch(each -> each.verdict().equals("loaded"));
  }

  /** One line for each file, column and reason; those of {@link #forEachLine}. */
  public static List<Line> examples(LocalDate night, DSLContext db) {
    return ofFiles(
            columns(db).distinctOn(REJECTS.FILE_ID, REJECTS.COLUMN_NAME, REJECTS.REASON), night)
        .orderBy(REJECTS.FILE_ID, REJECTS.COLUMN_NAME, REJECTS.REASON, REJECTS.LINE_NUMBER)
        .fetch(Records.mapping(Line::new));
  }

  /**
   * Writes the rejected lines as the file in which they can be corrected.
   *
   * @param csv gets a header and a record for each line
   * @return the number of lines, by whether their file is loaded
   */
  public static Map<Boolean, Long> write(LocalDate night, DSLContext db, CsvWriter csv) {
    var counts = new HashMap<>(Map.of(true, 0L, false, 0L));
    csv.writeRecord("file_id", "line", "file", "column", "reason", "cells");
    forEachLine(
        night,
        db,
        line -> {
          csv.writeRecord(record(line));
          counts.merge(line.isLoaded(), 1L, Long::sum);
        });
    return counts;
  }

  private static List<@Nullable String> record(Line line) {
    var record = new ArrayList<@Nullable String>();
    record.add(String.valueOf(line.fileId()));
    record.add(String.valueOf(line.line()));
    record.add(line.file());
    record.add(line.column());
    record.add(line.reason());
    record.addAll(Arrays.asList(line.cells()));
    return record;
  }

  /**
   * Streams the rejected lines of loaded and quarantined files, by file and line. Of a quarantined
   * file, the first thousand are known.
   *
   * @return the number of lines
   */
  public static long forEachLine(LocalDate night, DSLContext db, Consumer<Line> action) {
    // rows are fetched a thousand at a time only in a transaction
    return db.transactionResult(
        transaction -> {
          long lines = 0;
          try (var rows = lines(night, transaction.dsl()).fetchLazy()) {
            for (var row : rows) {
              action.accept(Records.mapping(Line::new).apply(row));
              lines++;
            }
          }
          return lines;
        });
  }

  private static ResultQuery<Record7<Boolean, Long, Long, String, String, String, String[]>> lines(
      LocalDate night, DSLContext db) {
    return ofFiles(columns(db), night)
        .orderBy(REJECTS.FILE_ID, REJECTS.LINE_NUMBER)
        .fetchSize(FETCHED_AT_ONCE);
  }

  private static SelectSelectStep<Record7<Boolean, Long, Long, String, String, String, String[]>>
      columns(DSLContext db) {
    return db.select(
        field(FILES.VERDICT.eq("loaded")),
        REJECTS.FILE_ID,
        REJECTS.LINE_NUMBER,
        FILES.NAME,
        REJECTS.COLUMN_NAME,
        REJECTS.REASON,
        REJECTS.CELLS);
  }

  private static <R extends Record> SelectConditionStep<R> ofFiles(
      SelectFromStep<R> columns, LocalDate night) {
    return columns
        .from(REJECTS)
        .join(FILES)
        .on(FILES.FILE_ID.eq(REJECTS.FILE_ID), FILES.VERDICT.in("loaded", "quarantined"))
        .where(FILES.NIGHT.eq(night), FILES.SOURCE.ne("mended-rejects"));
  }
}
