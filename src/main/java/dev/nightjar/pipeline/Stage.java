package dev.nightjar.pipeline;

import java.util.List;

/**
 * One step of the night. Reads the tables of the stage before it and writes those of its own
 * schema.
 */
public interface Stage {

  /** The one name of the stage: package, schema, settings section and step. */
  String name();

  /**
   * Does the stage's work for a night, replacing what an earlier attempt left behind.
   *
   * @return what the stage did and counted
   * @throws StageFailed where the night cannot go on
   */
  StageReport run(Night night);

  /** What is wrong with the stage's configuration beyond its settings, found without a database. */
  default List<String> problems() {
    return List.of();
  }
}
