package dev.nightjar.operations;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.deliver.Tables.CHANGES;
import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.segments.Tables.PROFILES;
import static dev.nightjar.db.segments.Tables.SEGMENTS;

import dev.nightjar.views.Rejects;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/**
 * What a night would change, read in the transaction of its dry run.
 *
 * @param files the files that it would take from the inbox
 * @param segments one entry per segment, best first
 * @param audiences one entry per audience, in the order of the settings
 * @param deliveries one entry per destination and audience
 * @param gates one line for each check and gate that would not pass
 */
public record NightPreview(
    LocalDate night,
    List<File> files,
    Rejects rejects,
    List<Segment> segments,
    List<Audience> audiences,
    List<Delivery> deliveries,
    List<String> gates) {

  /**
   * A file.
   *
   * @param reason why it would be set aside; null if it would not
   */
  public record File(
      String source,
      String name,
      String verdict,
      @Nullable Long lines,
      @Nullable Long rejects,
      @Nullable String reason) {}

  /**
   * A segment. Counts are in customers.
   *
   * @param before customers in the night before
   * @param movedIn customers from another segment, or new
   * @param movedOut customers to another segment, or gone
   */
  public record Segment(String segment, long customers, long before, long movedIn, long movedOut) {}

  /** An audience. Counts are in customers. */
  public record Audience(
      String audience,
      boolean isDue,
      boolean isBlocked,
      long published,
      long added,
      long removed) {}

  /**
   * What would change at a destination. Counts are in customers.
   *
   * @param waitsFor why the change would wait for an approval; null if it would not
   */
  public record Delivery(
      String destination,
      String audience,
      long before,
      long customers,
      long added,
      long changed,
      long removed,
      @Nullable String waitsFor) {}

  /**
   * Reads what a night has changed.
   *
   * @param after number of the last file before the dry run
   * @param gates one line for each check and gate that would not pass
   */
  public static NightPreview of(LocalDate night, long after, List<String> gates, DSLContext db) {
    return new NightPreview(
        night,
        files(after, db),
        Rejects.of(night, db),
        segments(night, db),
        audiences(night, db),
        deliveries(night, db),
        gates);
  }

  private static List<File> files(long after, DSLContext db) {
    return db.select(
            FILES.SOURCE,
            FILES.NAME,
            FILES.VERDICT,
            FILES.LINES_READ,
            FILES.LINES_REJECTED,
            FILES.REASON)
        .from(FILES)
        .where(FILES.FILE_ID.gt(after))
        .orderBy(FILES.FILE_ID)
        .fetch(Records.mapping(File::new));
  }

  private static List<Segment> segments(LocalDate night, DSLContext db) {
    return db.select(
            PROFILES.SEGMENT,
            PROFILES.CUSTOMERS,
            PROFILES.PREVIOUS_CUSTOMERS,
            PROFILES.MOVED_IN,
            PROFILES.MOVED_OUT)
        .from(PROFILES)
        .join(SEGMENTS)
        .on(SEGMENTS.NIGHT.eq(PROFILES.NIGHT), SEGMENTS.SEGMENT.eq(PROFILES.SEGMENT))
        .where(PROFILES.NIGHT.eq(night))
        .orderBy(SEGMENTS.POSITION)
        .fetch(Records.mapping(Segment::new));
  }

  private static List<Audience> audiences(LocalDate night, DSLContext db) {
    return db.select(
            AUDIENCES.AUDIENCE,
            AUDIENCES.IS_DUE,
            AUDIENCES.IS_BLOCKED,
            AUDIENCES.PUBLISHED,
            AUDIENCES.ADDED,
            AUDIENCES.REMOVED)
        .from(AUDIENCES)
        .where(AUDIENCES.NIGHT.eq(night))
        .orderBy(AUDIENCES.POSITION)
        .fetch(Records.mapping(Audience::new));
  }

  private static List<Delivery> deliveries(LocalDate night, DSLContext db) {
    return db.select(
            CHANGES.DESTINATION,
            CHANGES.AUDIENCE,
            CHANGES.CUSTOMERS_BEFORE,
            CHANGES.CUSTOMERS,
            CHANGES.ADDED,
            CHANGES.CHANGED,
            CHANGES.REMOVED,
            CHANGES.STOPPED_FOR)
        .from(CHANGES)
        .where(CHANGES.NIGHT.eq(night))
        .orderBy(CHANGES.DESTINATION, CHANGES.AUDIENCE)
        .fetch(Records.mapping(Delivery::new));
  }
}
