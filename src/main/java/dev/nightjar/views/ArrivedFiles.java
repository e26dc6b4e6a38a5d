package dev.nightjar.views;

import static dev.nightjar.db.ingest.Tables.FILES;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/**
 * The files that came in a night.
 *
 * @param files one entry per file, by source and in the order of landing
 */
public record ArrivedFiles(List<File> files) {

  /**
   * A file that came.
   *
   * @param verdict landed, loaded, replaced, duplicate or quarantined
   * @param reason why it is quarantined; null if it is not
   * @param read lines without the header; null, like the next ones, if the file was not read
   * @param notes what the night says about a loaded file
   */
  public record File(
      String source,
      String name,
      long bytes,
      OffsetDateTime landedAt,
      String verdict,
      @Nullable String reason,
      @Nullable Long read,
      @Nullable Long loaded,
      @Nullable Long rejected,
      List<String> notes) {}

  public static ArrivedFiles of(LocalDate night, DSLContext db) {
    return new ArrivedFiles(
        db.select(
                FILES.SOURCE,
                FILES.NAME,
                FILES.BYTES,
                FILES.LANDED_AT,
                FILES.VERDICT,
                FILES.REASON,
                FILES.LINES_READ,
                FILES.LINES_LOADED,
                FILES.LINES_REJECTED,
                FILES.NOTES.convertFrom(List::of))
            .from(FILES)
            .where(FILES.NIGHT.eq(night))
            .orderBy(FILES.SOURCE, FILES.FILE_ID)
            .fetch(Records.mapping(File::new)));
  }
}
