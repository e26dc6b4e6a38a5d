package dev.nightjar.cli;

import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.REJECTS;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.views.SourceStatus;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the rejects of a night, and exports them to be mended. */
@Command(
    name = "rejects",
    description = {
      "Show the rejected lines of a night by reason, or export them with what they hold.",
      "Mend the exported file's cells behind the column reason, and put it back into the inbox",
      "under a name like nightjar-rejects-2026-06-30.csv: each line takes its old place."
    })
final class RejectsCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The night in which the files came (default: the newest night).")
  private @Nullable LocalDate date;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the lines there, readable for you alone; it must not exist yet.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var night = date == null ? newest(session) : date;
      if (out != null) {
        System.out.printf("%,d rejects are in %s%n", export(session.published(), night, out), out);
        return;
      }
      var rejects = session.arrivals(night).rejects();
      if (json) {
        Json.print(rejects);
      } else if (rejects.isEmpty()) {
        System.out.printf("No line of the files of %s is rejected.%n", night);
      } else {
        System.out.print(SourceTables.ofRejects(rejects));
        System.out.println(SourceStatus.next(rejects, night));
      }
    }
  }

  private static LocalDate newest(Session session) {
    return session.ledger().newest().map(Ledger.Entry::night).orElseGet(() -> session.dateOr(null));
  }

  /** Writes the rejects of the files that were loaded without them. */
  private static long export(DSLContext db, LocalDate night, Path file) {
    try (var csv = CsvWriter.builder().build(create(file))) {
      csv.writeRecord("file_id", "line", "file", "column", "reason", "cells");
      // only in a transaction do rows come a thousand at a time
      return db.transactionResult(transaction -> export(rejects(transaction.dsl(), night), csv));
    } catch (FileAlreadyExistsException e) {
      throw new Failure(
          FailureCode.FILE_UNREADABLE, file + " exists already.\nNext: name another file", e);
    } catch (IOException e) {
      throw new Failure(FailureCode.FILE_UNREADABLE, file + " cannot be written: " + e, e);
    }
  }

  private static long export(Cursor<? extends Record> rejects, CsvWriter csv) {
    long written = 0;
    try (rejects) {
      for (var reject : rejects) {
        var row = new ArrayList<@Nullable String>();
        row.add(String.valueOf(reject.get(REJECTS.FILE_ID)));
        row.add(String.valueOf(reject.get(REJECTS.LINE_NUMBER)));
        row.add(reject.get(FILES.NAME));
        row.add(reject.get(REJECTS.COLUMN_NAME));
        row.add(reject.get(REJECTS.REASON));
        row.addAll(Arrays.asList(reject.get(REJECTS.CELLS)));
        csv.writeRecord(row);
        written++;
      }
    }
    return written;
  }

  private static Cursor<? extends Record> rejects(DSLContext db, LocalDate night) {
    return db.select(
            REJECTS.FILE_ID,
            REJECTS.LINE_NUMBER,
            FILES.NAME,
            REJECTS.COLUMN_NAME,
            REJECTS.REASON,
            REJECTS.CELLS)
        .from(REJECTS)
        .join(FILES)
        .on(FILES.FILE_ID.eq(REJECTS.FILE_ID), FILES.VERDICT.eq("loaded"))
        .where(FILES.NIGHT.eq(night), FILES.SOURCE.ne("mended-rejects"))
        .orderBy(REJECTS.FILE_ID, REJECTS.LINE_NUMBER)
        .fetchSize(1000)
        .fetchLazy();
  }

  /** Personal data is for the eyes of who asked for it. */
  private static Writer create(Path file) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(file, ownerOnly);
    return Files.newBufferedWriter(file);
  }
}
