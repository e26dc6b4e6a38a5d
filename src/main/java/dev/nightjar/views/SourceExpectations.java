package dev.nightjar.views;

import static dev.nightjar.db.ingest.Tables.SOURCES;

import java.time.LocalTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of the sources, as configured for the last night.
 *
 * @param expectations one entry per source, by name
 */
public record SourceExpectations(List<Expectation> expectations) {

  /**
   * What is expected of a source.
   *
   * @param feed what its files carry
   * @param isRequired whether a night fails without a file
   * @param expectedBy time of the business day after the night; null for none
   */
  public record Expectation(
      String source, String feed, boolean isRequired, @Nullable LocalTime expectedBy) {}

  public static SourceExpectations of(DSLContext db) {
    return new SourceExpectations(
        db.select(SOURCES.SOURCE, SOURCES.FEED, SOURCES.IS_REQUIRED, SOURCES.EXPECTED_BY)
            .from(SOURCES)
            .orderBy(SOURCES.SOURCE)
            .fetch(Records.mapping(Expectation::new)));
  }
}
