package dev.nightjar.audiences;

import static dev.nightjar.db.segments.Tables.SEGMENTS;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An audience of a night.
 *
 * @param name as in its file names
 * @param segment that it is made of; null where it is declared
 */
record Audience(String name, @Nullable String segment, AudienceSettings settings) {

  /**
   * The audiences of a night, those of higher priority first: the declared ones, otherwise one for
   * each segment, in the order of the map.
   */
  static List<Audience> of(LocalDate night, Map<String, AudienceSettings> declared, DSLContext db) {
    if (declared.isEmpty()) {
      return db.selectFrom(SEGMENTS)
          .where(SEGMENTS.NIGHT.eq(night))
          .orderBy(SEGMENTS.POSITION)
          .fetch(row -> ofSegment(row.getSegment(), row.getDescription()));
    }
    return declared.entrySet().stream()
        .map(each -> new Audience(each.getKey(), null, each.getValue()))
        .sorted(
            Comparator.<Audience>comparingInt(each -> -each.settings().priority())
                .thenComparing(Audience::name))
        .toList();
  }

  private static Audience ofSegment(String segment, String description) {
    var name = segment.replaceAll("[^a-zA-Z0-9]+", "-").toLowerCase(Locale.ROOT);
    return new Audience(name, segment, AudienceSettings.ofSegment(segment, description));
  }
}
