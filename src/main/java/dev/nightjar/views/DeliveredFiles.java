package dev.nightjar.views;

import static dev.nightjar.db.published.Tables.EXPORTS;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * The data files of a night that were delivered, and not removed since.
 *
 * @param files one entry per file, in the order in which they were delivered
 */
public record DeliveredFiles(List<File> files) {

  /**
   * A delivered file.
   *
   * @param exportId number of its row in the audit of deliveries
   * @param path name below the place to which it went
   * @param mode full, adds, removes or changes
   * @param lines customers in it
   * @param contentHash SHA-256, lower-case hex
   */
  public record File(
      long exportId,
      String audience,
      String destination,
      String path,
      String mode,
      long lines,
      long bytes,
      String contentHash,
      OffsetDateTime recordedAt) {}

  public static DeliveredFiles of(LocalDate night, DSLContext db) {
    var later = EXPORTS.as("later");
    return new DeliveredFiles(
        db.select(
                EXPORTS.EXPORT_ID,
                EXPORTS.AUDIENCE,
                EXPORTS.DESTINATION,
                EXPORTS.PATH,
                EXPORTS.MODE,
                EXPORTS.LINES,
                EXPORTS.BYTES,
                EXPORTS.CONTENT_HASH,
                EXPORTS.RECORDED_AT)
            .from(EXPORTS)
            .where(EXPORTS.NIGHT.eq(night), EXPORTS.ACTION.eq("delivered"))
            .and(EXPORTS.MODE.in("full", "adds", "removes", "changes"))
            .and(
                notExists(
                    selectOne()
                        .from(later)
                        .where(later.PLACE.eq(EXPORTS.PLACE), later.PATH.eq(EXPORTS.PATH))
                        .and(later.EXPORT_ID.gt(EXPORTS.EXPORT_ID))))
            .orderBy(EXPORTS.EXPORT_ID)
            .fetch(Records.mapping(File::new)));
  }
}
