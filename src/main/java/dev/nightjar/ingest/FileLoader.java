package dev.nightjar.ingest;

import dev.nightjar.database.BinaryCopy;
import dev.nightjar.db.ingest.tables.records.FilesRecord;
import dev.nightjar.formats.Formats;
import dev.nightjar.formats.RecordReader;
import dev.nightjar.formats.TimePattern;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.values.KeyColumns;
import dev.nightjar.values.RepeatedAmounts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Loads a landing file into its feed's table: one file, one transaction. */
final class FileLoader {
  /** Most rejects kept in memory, and most rejects stored of a quarantined file. */
  private static final int REJECTS_AT_ONCE = 1000;

  private final FilesRecord file;
  private final Path path;
  private final Source source;
  private final BusinessSettings business;
  private final ErasedLines erased;
  private final FileDays days;
  private final List<Reject> rejects = new ArrayList<>();
  private final List<Reject> firstRejects = new ArrayList<>();
  private final List<RefusalReader.Line> refused = new ArrayList<>();
  private List<String> columns = List.of();
  private String layout = "";
  private @Nullable KeyColumns keys;
  private @Nullable RepeatedAmounts amounts;
  private long read;
  private long rejected;

  /**
   * @param path of the file in the landing folder
   */
  FileLoader(
      FilesRecord file, Path path, Source source, BusinessSettings business, ErasedLines erased) {
    this.file = file;
    this.path = path;
    this.source = source;
    this.business = business;
    this.erased = erased;
    this.days = days(file, source, business);
  }

  /** The days of a file's lines. */
  static FileDays days(FilesRecord file, Source source, BusinessSettings business) {
    boolean isOfTwoDigits = source.dateFormat().stream().anyMatch(TimePattern::hasTwoDigitYears);
    var landed = file.getLandedAt().atZoneSameInstant(business.zone()).toLocalDate();
    return new FileDays(landed, isOfTwoDigits);
  }

  /** What was found up to now. */
  FileFindings findings() {
    return new FileFindings(layout, columns, read, rejected, firstRejects, days.latest(), notes());
  }

  private List<String> notes() {
    var notes = new ArrayList<>(days.notes());
    if (keys != null) {
      notes.addAll(keys.notes());
    }
    if (amounts != null) {
      notes.addAll(amounts.notes());
    }
    return notes;
  }

  /**
   * Loads the file and notes it in the file ledger.
   *
   * @throws BadFile if the file cannot be loaded; then the tables are unchanged
   */
  void load(DSLContext db) {
    db.transaction(
        transaction -> {
          try (var records = Formats.open(path, source.layout(), source.wantedColumns())) {
            layout = records.layout();
            columns = records.columns();
            var parser = new LineParser(source, columns, business);
            keys = FieldColumns.keys(source, parser.targets());
            amounts = FieldColumns.amounts(source, parser.targets());
            boolean more = true;
            while (more) {
              more = transaction.dsl().connectionResult(c -> copy(c, records, parser));
              FileLedger.keep(transaction.dsl(), file.getFileId(), rejects);
              RefusedLines.keep(transaction.dsl(), source.feed(), file.getFileId(), refused);
              rejects.clear();
              refused.clear();
            }
          }
          source.expect().refuse(read, rejected);
          if (source.sameName() == Source.SameName.CORRECTION) {
            FileLedger.replaceEarlier(transaction.dsl(), file);
          }
          FileLedger.loaded(transaction.dsl(), file.getFileId(), findings());
          erased.takeOut(transaction.dsl(), file.getFileId());
        });
  }

  /** Copies until the file ends or the rejects need to be stored; returns whether there is more. */
  private boolean copy(Connection connection, RecordReader records, LineParser parser)
      throws SQLException {
    var values = new @Nullable Object[parser.targets().size()];
    try (var copy =
        new BinaryCopy(connection, source.feed().table(), file.getFileId(), parser.targets())) {
      while (rejects.size() < REJECTS_AT_ONCE) {
        var row = records.next();
        if (row == null) {
          copy.finish();
          return false;
        }
        read++;
        var reject = parser.parse(row, values);
        if (reject == null) {
          copy.write(row.line(), values);
          days.see(parser.day(values));
          keys.see(values);
          amounts.see(values);
        } else {
          keep(reject);
          var refusal = parser.refused(row);
          if (refusal != null) {
            refused.add(new RefusalReader.Line(row.line(), refusal));
          }
        }
      }
      copy.finish();
      return true;
    } catch (IOException e) {
      throw new IllegalStateException("cannot read landing file " + file.getFileId(), e);
    }
  }

  private void keep(Reject reject) {
    rejected++;
    rejects.add(reject);
    if (firstRejects.size() < REJECTS_AT_ONCE) {
      firstRejects.add(reject);
    }
  }
}
