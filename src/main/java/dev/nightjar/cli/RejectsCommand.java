package dev.nightjar.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.views.Rejects;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Map;
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
        var rejects = export(session, night, out);
        long quarantined = rejects.get(false);
        System.out.println(
            Counted.of(rejects.get(true) + quarantined, "reject is", "rejects are") + " in " + out);
        if (quarantined > 0) {
          System.out.printf(
              "%,d of quarantined files: correct these in the file itself, and put it into the"
                  + " inbox%n",
              quarantined);
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

  private static Map<Boolean, Long> export(Session session, LocalDate night, Path file) {
    try (var csv = CsvWriter.builder().build(create(file))) {
      return Rejects.write(night, session.published(), csv);
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

  /** Creates a file that only its owner can read: rejects contain personal data. */
  private static Writer create(Path file) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(file, ownerOnly);
    return Files.newBufferedWriter(file);
  }
}
