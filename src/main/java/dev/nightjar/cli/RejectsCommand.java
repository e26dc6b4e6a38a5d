package dev.nightjar.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.views.Rejects;
import dev.nightjar.views.Rejects.Line;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the rejects of a night, and exports them for correction. */
@Command(
    name = "rejects",
    description = {
      "Show the rejected lines of a night by reason, or export them with their cells.",
      "Correct the cells after the column reason, and put the file into the inbox",
      "with a name such as nightjar-rejects-2026-06-30.csv: each line replaces its reject."
    })
final class RejectsCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The night that took the files (default: the newest night).")
  private @Nullable LocalDate date;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the lines to this new file, readable only by you.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var night = date == null ? newest(session) : date;
      if (out != null) {
        var quarantined = new AtomicLong();
        long rejects = export(session, night, out, quarantined);
        System.out.println(Counted.of(rejects, "reject is", "rejects are") + " in " + out);
        if (quarantined.get() > 0) {
          System.out.printf(
              "%,d of quarantined files: correct these in the file itself, and put it into the"
                  + " inbox%n",
              quarantined.get());
        }
        return;
      }
      var rejects = Rejects.of(night, session.published());
      if (json) {
        Json.print(rejects);
      } else if (rejects.rejects().isEmpty()) {
        System.out.printf("The files of %s have no rejects.%n", night);
      } else {
        SourceTables.print(rejects, night);
      }
    }
  }

  private static LocalDate newest(Session session) {
    return session.ledger().newest().map(Ledger.Entry::night).orElseGet(() -> session.dateOr(null));
  }

  /**
   * Writes the rejects.
   *
   * @param quarantined counts those of quarantined files
   */
  private static long export(Session session, LocalDate night, Path file, AtomicLong quarantined) {
    try (var csv = CsvWriter.builder().build(create(file))) {
      csv.writeRecord("file_id", "line", "file", "column", "reason", "cells");
      return Rejects.forEachLine(
          night,
          session.published(),
          line -> {
            csv.writeRecord(row(line));
            quarantined.addAndGet(line.isLoaded() ? 0 : 1);
          });
    } catch (FileAlreadyExistsException e) {
      throw new Failure(
          FailureCode.FILE_UNREADABLE, file + " exists already.\nNext: name another file", e);
    } catch (IOException e) {
      throw new Failure(
          FailureCode.FILE_UNREADABLE,
          file + " cannot be written: " + e + "\nNext: name another file",
          e);
    }
  }

  private static List<@Nullable String> row(Line line) {
    var row = new ArrayList<@Nullable String>();
    row.add(String.valueOf(line.fileId()));
    row.add(String.valueOf(line.line()));
    row.add(line.file());
    row.add(line.column());
    row.add(line.reason());
    row.addAll(Arrays.asList(line.cells()));
    return row;
  }

  /** Creates a file that only its owner can read: rejects contain personal data. */
  private static Writer create(Path file) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(file, ownerOnly);
    return Files.newBufferedWriter(file);
  }
}
