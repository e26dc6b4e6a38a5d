package dev.nightjar.ingest;

import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.REJECTS;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;

import dev.nightjar.database.BinaryCopy;
import dev.nightjar.db.ingest.tables.records.FilesRecord;
import dev.nightjar.formats.BadFile;
import dev.nightjar.formats.Formats;
import dev.nightjar.formats.Layout;
import dev.nightjar.formats.Row;
import dev.nightjar.home.BusinessSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Loads rejects that were exported, mended and sent again. Each line replaces the rejected one: it
 * belongs to that file, with its source, columns and line number, and is no longer a reject.
 */
final class MendedRejects {
  /** The columns before the cells of the line: file_id and line refer to the reject. */
  static final List<String> REFERENCE = List.of("file_id", "line", "file", "column", "reason");

  private static final Layout WRITTEN = Layout.of(Layout.Format.CSV, StandardCharsets.UTF_8, true);

  private final FilesRecord mended;
  private final Path path;
  private final Map<String, Source> sources;
  private final BusinessSettings business;
  private final ErasedLines erased;
  private final Map<Long, Patch> patches = new LinkedHashMap<>();
  private final List<Reject> stillRejected = new ArrayList<>();
  private long read;

  /**
   * @param mended the file of mended rejects, lying at the path
   */
  MendedRejects(
      FilesRecord mended,
      Path path,
      Map<String, Source> sources,
      BusinessSettings business,
      ErasedLines erased) {
    this.mended = mended;
    this.path = path;
    this.sources = sources;
    this.business = business;
    this.erased = erased;
  }

  /**
   * Lines for a file that was loaded without them.
   *
   * @param open numbers of the lines that are rejects
   */
  private record Patch(
      FilesRecord file, Source source, LineParser parser, FileDays days, Set<Long> open) {}

  FileFindings findings() {
    return new FileFindings(
        "csv", REFERENCE, read, stillRejected.size(), stillRejected, null, List.of());
  }

  /**
   * Loads the lines and notes the file in the file ledger.
   *
   * @throws BadFile if it is not an export of rejects
   */
  void load(DSLContext db) {
    db.transaction(
        transaction -> {
          try (var records = Formats.open(path, WRITTEN, REFERENCE)) {
            if (!records.columns().stream().limit(REFERENCE.size()).toList().equals(REFERENCE)) {
              throw new BadFile("the header is not " + String.join(", ", REFERENCE), 1L);
            }
            for (var row = records.next(); row != null; row = records.next()) {
              read++;
              var line = row;
              transaction.dsl().connection(c -> load(line, transaction.dsl(), c));
            }
          } catch (IOException e) {
            throw new IllegalStateException("cannot read landing file " + mended.getFileId(), e);
          }
          FileLedger.keep(transaction.dsl(), mended.getFileId(), stillRejected);
          FileLedger.loaded(transaction.dsl(), mended.getFileId(), findings());
          erased.takeOut(transaction.dsl(), mended.getFileId());
          patches.values().stream()
              .filter(Objects::nonNull)
              .forEach(each -> erased.takeOut(transaction.dsl(), each.file().getFileId()));
        });
  }

  private void load(Row row, DSLContext transaction, Connection connection) throws SQLException {
    var patch = patch(row, transaction);
    long line = patch == null ? 0 : Long.parseLong(row.cells()[1]);
    if (patch == null || !patch.open().remove(line)) {
      stillRejected.add(new Reject(row.line(), "line", Reject.Reason.NO_SUCH_REJECT, row.cells()));
      return;
    }
    var values = new @Nullable Object[patch.parser().targets().size()];
    var reject = patch.parser().parse(new Row(line, cells(row, patch)), values);
    if (reject != null) {
      stillRejected.add(new Reject(row.line(), reject.column(), reject.reason(), row.cells()));
      return;
    }
    long fileId = patch.file().getFileId();
    var table = patch.source().feed().table();
    RefusedLines.forget(transaction, fileId, line);
    try (var copy = new BinaryCopy(connection, table, fileId, patch.parser().targets())) {
      copy.write(line, values);
      copy.finish();
    }
    patch.days().see(patch.parser().day(values));
    transaction
        .deleteFrom(REJECTS)
        .where(REJECTS.FILE_ID.eq(fileId), REJECTS.LINE_NUMBER.eq(line))
        .execute();
    transaction
        .update(FILES)
        .set(FILES.LINES_LOADED, FILES.LINES_LOADED.plus(1))
        .set(FILES.LINES_REJECTED, FILES.LINES_REJECTED.minus(1))
        .set(FILES.LATEST_DAY, greatest(FILES.LATEST_DAY, val(patch.days().latest())))
        .where(FILES.FILE_ID.eq(fileId))
        .execute();
  }

  /** The cells of the line itself; a spreadsheet fills short rows up with empty ones. */
  private static String[] cells(Row row, Patch patch) {
    var cells = Arrays.copyOfRange(row.cells(), REFERENCE.size(), row.cells().length);
    int end = cells.length;
    while (end > patch.file().getColumns().length && cells[end - 1].isEmpty()) {
      end--;
    }
    return Arrays.copyOf(cells, end);
  }

  private static boolean isNumber(String cell) {
    return cell.matches("\\d{1,18}");
  }

  /** The file to which a line refers; null if that file is not loaded. */
  private @Nullable Patch patch(Row row, DSLContext transaction) {
    var cells = row.cells();
    if (cells.length <= REFERENCE.size() || !isNumber(cells[0]) || !isNumber(cells[1])) {
      return null;
    }
    return patches.computeIfAbsent(Long.valueOf(cells[0]), id -> open(id, transaction));
  }

  private @Nullable Patch open(long fileId, DSLContext transaction) {
    var file =
        transaction
            .selectFrom(FILES)
            .where(FILES.FILE_ID.eq(fileId), FILES.VERDICT.eq(FileLedger.LOADED))
            .fetchOne();
    var source = file == null ? null : sources.get(file.getSource());
    if (file == null || source == null || file.getColumns() == null) {
      return null;
    }
    var columns = Arrays.asList(Objects.requireNonNull(file.getColumns()));
    var open =
        transaction
            .select(REJECTS.LINE_NUMBER)
            .from(REJECTS)
            .where(REJECTS.FILE_ID.eq(fileId))
            .fetchSet(REJECTS.LINE_NUMBER);
    return new Patch(
        file,
        source,
        new LineParser(source, columns, business),
        FileLoader.days(file, source, business),
        open);
  }
}
