package dev.nightjar.audiences;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.DESTINATIONS;
import static dev.nightjar.db.audiences.Tables.DESTINATION_EXCLUSIONS;
import static dev.nightjar.db.audiences.Tables.EXCLUSIONS;
import static dev.nightjar.db.audiences.Tables.MEMBERS;
import static dev.nightjar.db.publish.Tables.PUBLICATIONS;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import dev.nightjar.audiences.AudienceSettings.Consent;
import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.audiences.tables.Members;
import dev.nightjar.db.audiences.tables.records.AudiencesRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The statements that count a night's members, once they are in force. */
final class CountsQueries {
  private static final String PUBLISHED = "published";
  private static final Members THEN = MEMBERS.as("then_members");

  private final LocalDate night;
  private final Holdout everywhere;
  private final List<Audience> audiences;

  /**
   * @param everywhere holdout from all audiences
   */
  CountsQueries(LocalDate night, Holdout everywhere, List<Audience> audiences) {
    this.night = night;
    this.everywhere = everywhere;
    this.audiences = audiences;
  }

  /** Replaces the night's audiences and their counts. */
  void replace(DSLContext tx) {
    tx.deleteFrom(AUDIENCES).where(AUDIENCES.NIGHT.eq(night)).execute();
    var members = members(tx);
    var previous =
        tx.select(max(PUBLICATIONS.NIGHT))
            .from(PUBLICATIONS)
            .where(PUBLICATIONS.NIGHT.lt(night))
            .fetchSingle()
            .value1();
    // where none was published, everybody is new
    var added = added(tx, previous == null ? LocalDate.EPOCH : previous);
    var removed = previous == null ? Map.<String, Integer>of() : removed(tx, previous);
    var elsewhere = elsewhere(tx);
    var changedElsewhere = previous == null ? Set.<String>of() : changedElsewhere(tx, previous);
    for (int i = 0; i < audiences.size(); i++) {
      var audience = audiences.get(i);
      var row = declared(tx, audience);
      row.setPosition(i + 1);
      row.setAdded(added.getOrDefault(audience.name(), 0).longValue());
      row.setRemoved(removed.getOrDefault(audience.name(), 0).longValue());
      boolean isChanged =
          row.getAdded() + row.getRemoved() > 0 || changedElsewhere.contains(audience.name());
      row.setIsDue(isDue(audience.settings(), isChanged));
      insert(tx, row, members.getOrDefault(audience.name(), Map.of()));
      insertDestinations(tx, row, audience, elsewhere);
    }
  }

  /** The row of an audience without its counts. */
  private AudiencesRecord declared(DSLContext tx, Audience audience) {
    var settings = audience.settings();
    var row = tx.newRecord(AUDIENCES);
    row.setNight(night);
    row.setAudience(audience.name());
    row.setSegment(audience.segment());
    row.setDescription(settings.description());
    row.setPurpose(named(audience, Reach::purpose));
    row.setChannel(named(audience, Reach::channel));
    row.setDestinations(audience.reaches().stream().map(Reach::destination).toArray(String[]::new));
    row.setExclusiveGroup(settings.exclusiveGroup());
    row.setPriority(settings.priority());
    row.setIsConsentForContactsOnly(settings.consent() == Consent.FOR_CONTACTS);
    row.setGlobalHoldoutPercent(everywhere.percent());
    row.setGlobalHoldoutSalt(everywhere.saltOf(Holdout.EVERYWHERE));
    row.setGlobalHoldoutDays(everywhere.days());
    row.setHoldoutPercent(settings.holdout().percent());
    row.setHoldoutSalt(settings.holdout().saltOf(audience.name()));
    row.setHoldoutDays(settings.holdout().days());
    row.setFrequency(settings.frequency().key());
    row.setWarnBelow(settings.minimum().warnBelow());
    row.setBlockBelow(settings.minimum().blockBelow());
    return row;
  }

  /** What is checked at the destinations, such as {@code advertising, email}. */
  private static String named(Audience audience, Function<Reach, String> what) {
    return audience.reaches().stream().map(what).distinct().sorted().collect(joining(", "));
  }

  /** Who is left out at one destination only: customers by audience, destination and exclusion. */
  private Map<List<String>, Integer> elsewhere(DSLContext tx) {
    return tx.select(
            DESTINATION_EXCLUSIONS.AUDIENCE,
            DESTINATION_EXCLUSIONS.DESTINATION,
            DESTINATION_EXCLUSIONS.EXCLUSION,
            count())
        .from(DESTINATION_EXCLUSIONS)
        .where(ValidityIntervals.at(DESTINATION_EXCLUSIONS, night))
        .groupBy(
            DESTINATION_EXCLUSIONS.AUDIENCE,
            DESTINATION_EXCLUSIONS.DESTINATION,
            DESTINATION_EXCLUSIONS.EXCLUSION)
        .fetchMap(row -> List.of(row.value1(), row.value2(), row.value3()), row -> row.value4());
  }

  /** Audiences of which somebody came to or left one destination only. */
  private Set<String> changedElsewhere(DSLContext tx, LocalDate previous) {
    return tx.selectDistinct(DESTINATION_EXCLUSIONS.AUDIENCE)
        .from(DESTINATION_EXCLUSIONS)
        .where(DESTINATION_EXCLUSIONS.VALID_FROM.between(previous.plusDays(1), night))
        .or(DESTINATION_EXCLUSIONS.VALID_TO.between(previous.plusDays(1), night))
        .fetchSet(DESTINATION_EXCLUSIONS.AUDIENCE);
  }

  private void insertDestinations(
      DSLContext tx, AudiencesRecord row, Audience audience, Map<List<String>, Integer> elsewhere) {
    for (int i = 0; i < audience.reaches().size(); i++) {
      var reach = audience.reaches().get(i);
      var each = tx.newRecord(DESTINATIONS);
      long optedOut = elsewhere(elsewhere, audience, reach, Exclusion.CHANNEL_OPTED_OUT);
      long noConsent = elsewhere(elsewhere, audience, reach, Exclusion.NO_CONSENT);
      each.setNight(night);
      each.setAudience(audience.name());
      each.setDestination(reach.destination());
      each.setPosition(i + 1);
      each.setPurpose(reach.purpose());
      each.setChannel(reach.channel());
      each.setChannelOptedOut(optedOut);
      each.setNoConsent(noConsent);
      each.setPublished(row.getPublished() - optedOut - noConsent);
      each.insert();
    }
  }

  private static long elsewhere(
      Map<List<String>, Integer> elsewhere, Audience audience, Reach reach, Exclusion exclusion) {
    return elsewhere.getOrDefault(
        List.of(audience.name(), reach.destination(), exclusion.key()), 0);
  }

  private boolean isDue(AudienceSettings settings, boolean isChanged) {
    return switch (settings.frequency()) {
      case NIGHTLY -> true;
      case WEEKLY -> night.getDayOfWeek() == settings.day();
      case ON_CHANGE -> isChanged;
    };
  }

  /**
   * Inserts an audience with its counts.
   *
   * @param members customers by exclusion, and {@link #PUBLISHED}
   */
  private void insert(DSLContext tx, AudiencesRecord row, Map<String, Integer> members) {
    row.setPublished(members.getOrDefault(PUBLISHED, 0).longValue());
    row.setMembers(members.values().stream().mapToLong(Integer::longValue).sum());
    row.setIsBlocked(row.getPublished() < row.getBlockBelow());
    row.insert();
    for (var exclusion : Exclusion.values()) {
      tx.insertInto(EXCLUSIONS, EXCLUSIONS.fields())
          .values(
              night,
              row.getAudience(),
              exclusion.key(),
              exclusion.ordinal() + 1,
              members.getOrDefault(exclusion.key(), 0))
          .execute();
    }
  }

  /** Customers by audience and exclusion, {@link #PUBLISHED} for none. */
  private Map<String, Map<String, Integer>> members(DSLContext tx) {
    var members = new HashMap<String, Map<String, Integer>>();
    tx.select(MEMBERS.AUDIENCE, coalesce(MEMBERS.EXCLUSION, inline(PUBLISHED)), count())
        .from(MEMBERS)
        .where(ValidityIntervals.at(MEMBERS, night))
        .groupBy(MEMBERS.AUDIENCE, MEMBERS.EXCLUSION)
        .forEach(
            row ->
                members
                    .computeIfAbsent(row.value1(), name -> new HashMap<>())
                    .put(row.value2(), row.value3()));
    return members;
  }

  /** Customers by audience who are published, and were not in the night published before. */
  private Map<String, Integer> added(DSLContext tx, LocalDate previous) {
    return gone(tx, MEMBERS, night, MEMBERS.VALID_FROM.gt(previous), THEN, previous);
  }

  /** Customers by audience who were published in the night published before, and are not. */
  private Map<String, Integer> removed(DSLContext tx, LocalDate previous) {
    return gone(tx, THEN, previous, THEN.VALID_TO.le(night), MEMBERS, night);
  }

  /** Customers by audience who are published in a night, and not in another. */
  private static Map<String, Integer> gone(
      DSLContext tx,
      Members of,
      LocalDate night,
      Condition isLikely,
      Members from,
      LocalDate otherNight) {
    return tx.select(of.AUDIENCE, count())
        .from(of)
        .where(ValidityIntervals.at(of, night), of.EXCLUSION.isNull(), isLikely)
        .and(
            notExists(
                selectOne()
                    .from(from)
                    .where(from.CUSTOMER_KEY.eq(of.CUSTOMER_KEY), from.AUDIENCE.eq(of.AUDIENCE))
                    .and(from.EXCLUSION.isNull())
                    .and(ValidityIntervals.at(from, otherNight))))
        .groupBy(of.AUDIENCE)
        .fetchMap(of.AUDIENCE, count());
  }
}
