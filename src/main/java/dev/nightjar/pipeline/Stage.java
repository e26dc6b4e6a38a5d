package dev.nightjar.pipeline;

import dev.nightjar.home.Failure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * One step of the night. Reads the tables of the stage before it and writes those of its own
 * schema.
 */
public interface Stage {

  /** The one name of the stage: package, schema, settings section and step. */
  String name();

  /**
   * Called before the first stage of the night, and again when the night is resumed: the last look
   * at what an earlier revision left.
   */
  default void prepare(Night night) {}

  /**
   * Does the stage's work for a night, and replaces the rows of an earlier attempt.
   *
   * @return what the stage did and counted
   * @throws StageFailed if the night cannot continue
   */
  StageReport run(Night night);

  /**
   * Does the work of {@link #run} in the caller's transaction, for a dry run.
   *
   * @return what the stage did and counted
   * @throws UnsupportedOperationException if the stage does more than write tables
   */
  default StageReport rehearse(DSLContext transaction, Night night) {
    throw new UnsupportedOperationException(name() + " has no dry run");
  }

  /**
   * Rebuilds the stage's tables in temporary tables, and compares them with those that nights
   * update.
   *
   * @param night the night that ran last
   * @return by table, the number of rows that only one of the two has; empty if the stage rebuilds
   *     its tables each night
   */
  default Map<String, Long> verify(DSLContext transaction, Night night) {
    return Map.of();
  }

  /**
   * What a finished night leaves to do: failures that did not stop it, each with the next command.
   * The highest of their exit codes is that of the command.
   */
  default List<Failure> warnings(Night night) {
    return List.of();
  }

  /**
   * Deletes what the stage keeps of nights before a date, apart from what is about people, which
   * has a retention of its own, and from records that are never deleted.
   */
  default void forget(DSLContext transaction, LocalDate before) {}

  /** Problems of the stage's configuration other than settings. Needs no database. */
  default List<String> problems() {
    return List.of();
  }

  /** Files and folders that the settings of the stage name, apart from those of files to come. */
  default List<StagePath> paths() {
    return List.of();
  }
}
