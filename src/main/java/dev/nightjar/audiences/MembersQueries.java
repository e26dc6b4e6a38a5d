package dev.nightjar.audiences;

import static dev.nightjar.audiences.PeopleTable.PEOPLE;
import static dev.nightjar.audiences.PeopleTable.PERSON;
import static dev.nightjar.db.audiences.Tables.DESTINATION_EXCLUSIONS;
import static dev.nightjar.db.audiences.Tables.MEMBERS;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import dev.nightjar.audiences.AudienceSettings.Consent;
import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.ports.NearestCustomers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The statements for the members of a night's audiences, one method per part. They are gathered in
 * the temporary table {@code tonight}, who is left out at some destinations only in {@code
 * tonight_elsewhere}, and then put in force.
 */
final class MembersQueries {
  private static final Table<Record> TONIGHT = table(name("tonight"));
  private static final Table<Record> ELSEWHERE = table(name("tonight_elsewhere"));
  private static final Field<String> HERE =
      field(name("tonight_elsewhere", "destination"), String.class);
  private static final Field<String> KEY = column("customer_key");
  private static final Field<String> AUDIENCE = column("audience");
  private static final Field<String> EXCLUSION = column("exclusion");

  private final LocalDate night;
  private final @Nullable LocalDate next;
  private final List<Audience> audiences;
  private final NearestCustomers nearest;

  /**
   * @param next the first later night that has audiences; null for the newest night
   * @param audiences those of higher priority first
   */
  MembersQueries(
      LocalDate night,
      @Nullable LocalDate next,
      List<Audience> audiences,
      NearestCustomers nearest) {
    this.night = night;
    this.next = next;
    this.audiences = audiences;
    this.nearest = nearest;
  }

  /** Gathers the members of all audiences, without putting them in force. */
  void gather(DSLContext tx) {
    PeopleTable.gather(tx, night);
    LookalikesQueries.gather(tx, night, audiences, nearest);
    tx.createTemporaryTable(TONIGHT)
        .as(select(MEMBERS.CUSTOMER_KEY, MEMBERS.AUDIENCE, MEMBERS.EXCLUSION).from(MEMBERS))
        .withNoData()
        .onCommitDrop()
        .execute();
    tx.createTemporaryTable(ELSEWHERE)
        .as(
            select(
                    DESTINATION_EXCLUSIONS.CUSTOMER_KEY,
                    DESTINATION_EXCLUSIONS.AUDIENCE,
                    DESTINATION_EXCLUSIONS.DESTINATION,
                    DESTINATION_EXCLUSIONS.EXCLUSION)
                .from(DESTINATION_EXCLUSIONS))
        .withNoData()
        .onCommitDrop()
        .execute();
    for (int i = 0; i < audiences.size(); i++) {
      gather(tx, audiences.get(i), audiences.subList(0, i));
      gatherElsewhere(tx, audiences.get(i));
    }
    tx.execute("analyze {0}", TONIGHT);
  }

  /** Replaces the members of all audiences. */
  void replace(DSLContext tx) {
    gather(tx);
    new ValidityIntervals(MEMBERS, List.of(MEMBERS.AUDIENCE.getName()), night, next)
        .replace(tx, select(KEY, AUDIENCE, EXCLUSION).from(TONIGHT), null);
    var keys = List.of(MEMBERS.AUDIENCE.getName(), DESTINATION_EXCLUSIONS.DESTINATION.getName());
    new ValidityIntervals(DESTINATION_EXCLUSIONS, keys, night, next)
        .replace(
            tx,
            select(elsewhere(KEY), elsewhere(AUDIENCE), HERE, elsewhere(EXCLUSION)).from(ELSEWHERE),
            null);
  }

  /** The number of gathered customers by exclusion; null for the published ones. */
  static Map<@Nullable String, Integer> counts(DSLContext tx) {
    return tx.select(EXCLUSION, count())
        .from(TONIGHT)
        .groupBy(EXCLUSION)
        .fetchMap(EXCLUSION, count());
  }

  /** The number of gathered customers who are published, but not at a destination, by its name. */
  static Map<String, Integer> countsElsewhere(DSLContext tx) {
    return tx.select(HERE, count()).from(ELSEWHERE).groupBy(HERE).fetchMap(HERE, count());
  }

  /** The number of gathered customers who are published in other audiences too, by their names. */
  Map<String, Integer> overlaps(DSLContext tx) {
    return tx.select(MEMBERS.AUDIENCE, count())
        .from(TONIGHT)
        .join(MEMBERS)
        .on(MEMBERS.CUSTOMER_KEY.eq(KEY), MEMBERS.EXCLUSION.isNull())
        .and(ValidityIntervals.at(MEMBERS, night))
        .where(EXCLUSION.isNull())
        .groupBy(MEMBERS.AUDIENCE)
        .fetchMap(MEMBERS.AUDIENCE, count());
  }

  /** Who is published at some destinations of an audience, and refused what others are for. */
  private static void gatherElsewhere(DSLContext tx, Audience audience) {
    if (!audience.isSplit()) {
      return;
    }
    for (var reach : audience.reaches()) {
      var refused = refused(audience, reach);
      tx.insertInto(ELSEWHERE)
          .select(
              select(KEY, AUDIENCE, inline(reach.destination()), refused)
                  .from(TONIGHT)
                  .join(PEOPLE)
                  .on(PERSON.key().eq(KEY))
                  .where(AUDIENCE.eq(audience.name()), EXCLUSION.isNull(), refused.isNotNull()))
          .execute();
    }
  }

  private static void gather(DSLContext tx, Audience audience, List<Audience> before) {
    var settings = audience.settings();
    var isExcepted =
        settings.except().isEmpty()
            ? noCondition()
            : condition("({0}) is not true", settings.except().hold());
    var rivals = membersOf(rivals(audience, before));
    tx.insertInto(TONIGHT, KEY, AUDIENCE, EXCLUSION)
        .select(
            select(PERSON.key(), inline(audience.name()), exclusion(audience, rivals))
                .from(PEOPLE)
                .leftJoin(rivals)
                .on(rivals.field(KEY).eq(PERSON.key()))
                .where(settings.select().hold(), isExcepted))
        .execute();
  }

  /** The first reason that holds; null for none. */
  private static Field<String> exclusion(Audience audience, Table<?> rivals) {
    var settings = audience.settings();
    var refused = audience.reaches().stream().map(each -> refused(audience, each)).toList();
    var isRefusedEverywhere = and(refused.stream().distinct().map(Field::isNotNull).toList());
    return when(PERSON.isErased(), Exclusion.ERASED.key())
        .when(PERSON.isOptedOut(), Exclusion.OPTED_OUT.key())
        .when(isRefusedEverywhere, refused.get(0))
        .when(not(isIdentifiable(settings)), Exclusion.NO_IDENTIFIER.key())
        .when(PERSON.isHeldOutFrom(audience.name()), Exclusion.HOLDOUT.key())
        .when(rivals.field(KEY).isNotNull(), Exclusion.LOWER_PRIORITY.key());
  }

  /** Why nobody is reached at a destination who is published otherwise; null for no reason. */
  private static Field<String> refused(Audience audience, Reach reach) {
    var needsConsent =
        audience.settings().consent() == Consent.ALWAYS ? noCondition() : PERSON.hasContactData();
    return when(PERSON.hasRefused(reach.channel()), Exclusion.CHANNEL_OPTED_OUT.key())
        .when(
            not(PERSON.hasAgreedTo(reach.purpose())).and(needsConsent), Exclusion.NO_CONSENT.key());
  }

  private static Condition isIdentifiable(AudienceSettings settings) {
    return or(
        settings.identifiers().stream()
            .map(
                identifier ->
                    switch (identifier) {
                      case CUSTOMER_KEY -> PERSON.key().isNotNull();
                      case EMAIL -> PERSON.hasUsableEmail();
                      case PHONE -> PERSON.hasUsablePhone();
                    })
            .toList());
  }

  private static List<String> rivals(Audience audience, List<Audience> before) {
    var group = audience.settings().exclusiveGroup();
    return before.stream()
        .filter(each -> group != null && group.equals(each.settings().exclusiveGroup()))
        .map(Audience::name)
        .toList();
  }

  /** A member of a rival audience counts whether published there or excluded. */
  private static Table<?> membersOf(List<String> rivals) {
    return selectDistinct(KEY).from(TONIGHT).where(AUDIENCE.in(rivals)).asTable("rivals");
  }

  private static Field<String> elsewhere(Field<String> column) {
    return field(ELSEWHERE.getQualifiedName().append(column.getUnqualifiedName()), String.class);
  }

  private static Field<String> column(String column) {
    return field(name("tonight", column), String.class);
  }
}
