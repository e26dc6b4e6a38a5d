package dev.nightjar.oracles;

import static dev.nightjar.db.ingest.Tables.FILES;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** A published result, and the settings with which Nightjar reproduces it. */
public interface Oracle {
  /** Name of the source that takes the files of every oracle. */
  String SOURCE = "oracle";

  /** The files in a database, except those of an interrupted oracle. */
  static Condition foreignFiles() {
    return FILES.SOURCE.ne(SOURCE);
  }

  String name();

  /** The data set. */
  String data();

  /** Where it was published. */
  String publication();

  /** The business date of the night. */
  LocalDate date();

  /** The settings of the night, each as {@code key=value}. */
  List<String> settings();

  /**
   * The files for the inbox, by name.
   *
   * @param folder with the published files
   */
  Map<String, byte[]> files(Path folder);

  /**
   * Compares the result with the tables after the night.
   *
   * @param folder with the published files
   */
  Findings check(Path folder, DSLContext db);
}
