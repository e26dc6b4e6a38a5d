package dev.nightjar.views;

import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.REJECTS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record7;
import org.jooq.Records;
import org.jooq.ResultQuery;
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
    return db.select(
            field(FILES.VERDICT.eq("loaded")),
            REJECTS.FILE_ID,
            REJECTS.LINE_NUMBER,
            FILES.NAME,
            REJECTS.COLUMN_NAME,
            REJECTS.REASON,
            REJECTS.CELLS)
        .from(REJECTS)
        .join(FILES)
        .on(FILES.FILE_ID.eq(REJECTS.FILE_ID), FILES.VERDICT.in("loaded", "quarantined"))
        .where(FILES.NIGHT.eq(night), FILES.SOURCE.ne("mended-rejects"))
        .orderBy(REJECTS.FILE_ID, REJECTS.LINE_NUMBER)
        .fetchSize(FETCHED_AT_ONCE);
  }
}
