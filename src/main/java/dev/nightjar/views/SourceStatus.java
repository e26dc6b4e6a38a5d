package dev.nightjar.views;

import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.SOURCES;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * The state of the sources in a night. JSON is the list.
 *
 * @param sources one entry per source, by name
 */
public record SourceStatus(@JsonValue List<Freshness> sources) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final String QUARANTINED = "quarantined";

  /**
   * The state of a source.
   *
   * @param lastFile name of the last new file up to the night; null for none
   * @param cameAt when it landed, in the business zone, such as 2026-06-30 23:59
   * @param state came, late, missing or quarantined; empty if no file came and none was expected
   */
  public record Freshness(
      String source, @Nullable String lastFile, @Nullable String cameAt, String state) {}

  /** Whether the newest file of a source is set aside. */
  boolean hasQuarantined() {
    return sources.stream().anyMatch(each -> each.state().equals(QUARANTINED));
  }

  /**
   * The state of the sources in a night.
   *
   * @param zone time zone of the business
   */
  public static SourceStatus of(LocalDate night, ZoneId zone, DSLContext db) {
    var last =
        lateral(
                select(FILES.NAME, FILES.NIGHT, FILES.LANDED_AT, FILES.VERDICT)
                    .from(FILES)
                    .where(FILES.SOURCE.eq(SOURCES.SOURCE), FILES.VERDICT.ne("duplicate"))
                    .and(FILES.NIGHT.le(night))
                    .orderBy(FILES.FILE_ID.desc())
                    .limit(1))
            .as("last");
    return new SourceStatus(
        db.select(
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
            .fetch(row -> freshness(row, night, zone)));
  }

  private static Freshness freshness(Record row, LocalDate night, ZoneId zone) {
    var landedAt = row.get(FILES.LANDED_AT);
    var cameAt = landedAt == null ? null : landedAt.atZoneSameInstant(zone).format(MOMENT);
    var isTonight = night.equals(row.get(FILES.NIGHT));
    var by = row.get(SOURCES.EXPECTED_BY);
    var state =
        !isTonight || landedAt == null
            ? by != null || row.get(SOURCES.IS_REQUIRED) ? "missing" : ""
            : row.get(FILES.VERDICT).equals(QUARANTINED)
                ? QUARANTINED
                : isLate(landedAt, by, night, zone) ? "late" : "came";
    return new Freshness(row.get(SOURCES.SOURCE), row.get(FILES.NAME), cameAt, state);
  }

  private static boolean isLate(
      OffsetDateTime landedAt, @Nullable LocalTime by, LocalDate night, ZoneId zone) {
    return by != null
        && landedAt.toInstant().isAfter(night.plusDays(1).atTime(by).atZone(zone).toInstant());
  }
}
