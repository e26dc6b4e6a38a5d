package dev.nightjar.views;

import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.REJECTS;
import static dev.nightjar.db.ingest.Tables.SOURCES;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/** What came from the sources for a night, and which of its lines are rejects. */
public final class SourceStatus {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private static final String QUARANTINED = "quarantined";

  private final DSLContext db;
  private final LocalDate night;
  private final ZoneId zone;

  /**
   * @param zone of the business
   */
  public SourceStatus(DSLContext db, LocalDate night, ZoneId zone) {
    this.db = db;
    this.night = night;
    this.zone = zone;
  }

  /**
   * How fresh a source is.
   *
   * @param lastFile the last new file up to the night; null where none came
   * @param cameAt when it landed, in the business zone
   * @param state came, late, missing, quarantined, or nothing where nothing came and nothing was
   *     expected
   */
  public record Freshness(
      String source, @Nullable String lastFile, @Nullable String cameAt, String state) {}

  /**
   * Rejects of a file by reason.
   *
   * @param verdict on the file
   * @param column at fault; null where the whole line is
   */
  public record Rejected(
      String source,
      String file,
      String verdict,
      @Nullable String column,
      String reason,
      int lines) {
    private boolean isOfLoadedFile() {
      return verdict.equals("loaded");
    }
  }

  public List<Freshness> freshness() {
    var last =
        lateral(
                select(FILES.NAME, FILES.NIGHT, FILES.LANDED_AT, FILES.VERDICT)
                    .from(FILES)
                    .where(FILES.SOURCE.eq(SOURCES.SOURCE), FILES.VERDICT.ne("duplicate"))
                    .and(FILES.NIGHT.le(night))
                    .orderBy(FILES.FILE_ID.desc())
                    .limit(1))
            .as("last");
    return db.select(
            SOURCES.SOURCE,
            SOURCES.IS_REQUIRED,
            SOURCES.EXPECTED_BY,
            last.field(FILES.NAME),
            last.field(FILES.NIGHT),
            last.field(FILES.LANDED_AT),
            last.field(FILES.VERDICT))
        .from(SOURCES)
        .leftJoin(last)
        .on(inline(true))
        .where(SOURCES.FEED.ne("mended-rejects").or(last.field(FILES.NAME).isNotNull()))
        .orderBy(SOURCES.SOURCE)
        .fetch(this::freshness);
  }

  public List<Rejected> rejects() {
    return db.select(
            FILES.SOURCE, FILES.NAME, FILES.VERDICT, REJECTS.COLUMN_NAME, REJECTS.REASON, count())
        .from(REJECTS)
        .join(FILES)
        .on(FILES.FILE_ID.eq(REJECTS.FILE_ID))
        .where(FILES.NIGHT.eq(night))
        .groupBy(FILES.SOURCE, FILES.NAME, FILES.FILE_ID, REJECTS.COLUMN_NAME, REJECTS.REASON)
        .orderBy(FILES.SOURCE, FILES.NAME, FILES.FILE_ID, count().desc(), REJECTS.REASON)
        .fetch(Records.mapping(Rejected::new));
  }

  /** What to do about rejects: lines of loaded files are mended, other files as a whole. */
  public static String next(List<Rejected> rejects, LocalDate night) {
    return rejects.stream().anyMatch(Rejected::isOfLoadedFile)
        ? "Next: nightjar rejects --date %s --out nightjar-rejects-%s.csv".formatted(night, night)
        : "Next: put a mended file of the same name into the inbox; nothing of it is loaded";
  }

  private Freshness freshness(Record row) {
    var landedAt = row.get(FILES.LANDED_AT);
    var cameAt = landedAt == null ? null : landedAt.atZoneSameInstant(zone).format(MOMENT);
    var isTonight = night.equals(row.get(FILES.NIGHT));
    var by = row.get(SOURCES.EXPECTED_BY);
    var state =
        !isTonight || landedAt == null
            ? by != null || row.get(SOURCES.IS_REQUIRED) ? "missing" : ""
            : row.get(FILES.VERDICT).equals(QUARANTINED)
                ? QUARANTINED
                : isLate(landedAt, by) ? "late" : "came";
    return new Freshness(row.get(SOURCES.SOURCE), row.get(FILES.NAME), cameAt, state);
  }

  private boolean isLate(OffsetDateTime landedAt, @Nullable LocalTime by) {
    return by != null
        && landedAt.toInstant().isAfter(night.plusDays(1).atTime(by).atZone(zone).toInstant());
  }
}
