package dev.nightjar.views;

import static dev.nightjar.db.deliver.Tables.EXPORTS;
import static dev.nightjar.db.ingest.Tables.FILES;

import dev.nightjar.pipeline.Night;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;

/** The files that a night read, and those that it delivered. */
public final class NightFiles {
  private NightFiles() {}

  /**
   * A file whose lines were loaded.
   *
   * @param path below the landing folder
   * @param hash SHA-256 of its bytes, in hexadecimal
   * @param lines that were read
   */
  public record Loaded(String source, String path, String hash, long bytes, long lines) {}

  /**
   * A file with customers that was delivered.
   *
   * @param place folder, server or bucket to which it went
   * @param path below the place
   * @param hash SHA-256 of its bytes, in hexadecimal
   * @param lines customers in the file
   */
  public record Delivered(
      String audience,
      String destination,
      String place,
      String path,
      String hash,
      long bytes,
      long lines) {}

  /** The files that were loaded in a night, in the order in which they landed. */
  public static List<Loaded> loaded(LocalDate night, DSLContext db) {
    return db.select(
            FILES.SOURCE, FILES.LANDING_PATH, FILES.CONTENT_HASH, FILES.BYTES, FILES.LINES_READ)
        .from(FILES)
        .where(FILES.NIGHT.eq(night), FILES.VERDICT.in("loaded", "replaced"))
        .and(FILES.LINES_READ.isNotNull())
        .orderBy(FILES.FILE_ID)
        .fetch(Records.mapping(Loaded::new));
  }

  /** The files that a revision of a night delivered, in the order in which they arrived. */
  public static List<Delivered> delivered(Night night, DSLContext db) {
    return db.select(
            EXPORTS.AUDIENCE,
            EXPORTS.DESTINATION,
            EXPORTS.PLACE,
            EXPORTS.PATH,
            EXPORTS.CONTENT_HASH,
            EXPORTS.BYTES,
            EXPORTS.LINES)
        .from(EXPORTS)
        .where(EXPORTS.NIGHT.eq(night.date()), EXPORTS.REVISION.eq(night.revision()))
        .and(EXPORTS.ACTION.eq("delivered"))
        .and(EXPORTS.MODE.isNotNull())
        .orderBy(EXPORTS.EXPORT_ID)
        .fetch(Records.mapping(Delivered::new));
  }
}
