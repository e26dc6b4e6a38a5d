package dev.nightjar.views;

import static dev.nightjar.db.segments.Tables.SEGMENTS;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * What the map of a night advises for its segments.
 *
 * @param lines one entry per segment, best first
 */
public record Playbook(List<Line> lines) {

  /**
   * The advice for a segment.
   *
   * @param description who is in it
   * @param action what to do
   * @param channel where to speak to them
   * @param offer what to offer them
   */
  public record Line(
      String segment, String description, String action, String channel, String offer) {}

  public static Playbook of(LocalDate night, DSLContext db) {
    return new Playbook(
        db.select(
                SEGMENTS.SEGMENT,
                SEGMENTS.DESCRIPTION,
                SEGMENTS.ACTION,
                SEGMENTS.CHANNEL,
                SEGMENTS.OFFER)
            .from(SEGMENTS)
            .where(SEGMENTS.NIGHT.eq(night))
            .orderBy(SEGMENTS.POSITION)
            .fetch(Records.mapping(Line::new)));
  }
}
