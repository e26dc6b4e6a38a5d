package dev.nightjar.pipeline;

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
   * Does the stage's work for a night, replacing what an earlier attempt left behind.
   *
   * @return what the stage did and counted
   * @throws StageFailed where the night cannot go on
   */
  StageReport run(Night night);

  /**
   * Does the work of {@link #run} on the tables inside a transaction of the caller's, who may look
   * at what would be and roll it back.
   *
   * @return what the stage did and counted
   * @throws UnsupportedOperationException where the stage does more than write tables
   */
  default StageReport rehearse(DSLContext transaction, Night night) {
    throw new UnsupportedOperationException(name() + " cannot be rehearsed");
  }

  /**
   * Makes the stage's tables anew from what it reads, beside those that nights keep up to date, and
   * compares them. Changes nothing but temporary tables.
   *
   * @param night the night that ran last
   * @return by table, the rows that one of the two has and the other has not; empty where the stage
   *     makes its tables anew each night
   */
  default Map<String, Long> verify(DSLContext transaction, Night night) {
    return Map.of();
  }

  /** What is wrong with the stage's configuration beyond its settings, found without a database. */
  default List<String> problems() {
    return List.of();
  }
}
