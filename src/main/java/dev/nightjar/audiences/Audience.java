package dev.nightjar.audiences;

import static dev.nightjar.db.segments.Tables.SEGMENTS;

import dev.nightjar.home.Vocabulary;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An audience of a night.
 *
 * @param name as in its file names
 * @param segment that it is made of; null where it is declared
 * @param reaches what is checked at each of its destinations
 */
record Audience(
    String name, @Nullable String segment, AudienceSettings settings, List<Reach> reaches) {

  /**
   * The audiences of a night, those of higher priority first: the declared ones, otherwise one for
   * each segment, in the order of the map.
   */
  static List<Audience> of(
      LocalDate night,
      Map<String, AudienceSettings> declared,
      Vocabulary vocabulary,
      DSLContext db) {
    if (declared.isEmpty()) {
      return db.selectFrom(SEGMENTS)
          .where(SEGMENTS.NIGHT.eq(night))
          .orderBy(SEGMENTS.POSITION)
          .fetch(row -> ofSegment(row.getSegment(), row.getDescription(), vocabulary));
    }
    return declared.entrySet().stream()
        .map(each -> of(each.getKey(), null, each.getValue(), vocabulary))
        .sorted(
            Comparator.<Audience>comparingInt(each -> -each.settings().priority())
                .thenComparing(Audience::name))
        .toList();
  }

  private static Audience ofSegment(String segment, String description, Vocabulary vocabulary) {
    var settings = AudienceSettings.ofSegment(segment, description);
    return of(Vocabulary.audienceOf(segment), segment, settings, vocabulary);
  }

  static Audience of(
      String name, @Nullable String segment, AudienceSettings settings, Vocabulary vocabulary) {
    return new Audience(name, segment, settings, Reach.of(settings, vocabulary));
  }

  /** Whether its destinations check different purposes or channels. */
  boolean isSplit() {
    return !reaches.stream().allMatch(reaches.get(0)::isAs);
  }
}
