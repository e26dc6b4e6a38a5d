package dev.nightjar.oracles;

import static dev.nightjar.db.ingest.Tables.FILES;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** A result that others published, and what Nightjar has to be told to arrive at it. */
public interface Oracle {
  /** Name of the source that takes the files of every oracle. */
  String SOURCE = "oracle";

  /** The files in a database that are not those of an oracle that was interrupted. */
  static Condition foreignFiles() {
    return FILES.SOURCE.ne(SOURCE);
  }

  String name();

  /** What the result is about. */
  String data();

  /** Where it was published. */
  String publication();

  /** The business date of the night. */
  LocalDate date();

  /** What the night is told, each as {@code key=value}. */
  List<String> settings();

  /**
   * What lies in the inbox, by file name.
   *
   * @param folder with the files of others
   */
  Map<String, byte[]> files(Path folder);

  /**
   * Compares the result with the tables after the night.
   *
   * @param folder with the files of others
   */
  Findings check(Path folder, DSLContext db);
}
