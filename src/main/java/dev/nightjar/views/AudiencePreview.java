package dev.nightjar.views;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.EXCLUSIONS;
import static dev.nightjar.db.audiences.Tables.MEMBERS;
import static dev.nightjar.db.deliver.Tables.CHANGES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.audiences.tables.Members;
import dev.nightjar.pipeline.DryRun;
import dev.nightjar.pipeline.Night;
import dev.nightjar.ports.DeliveryApprovals.Stop;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An audience of a night as it is, and as the settings of this session would select it. Counts are
 * in customers.
 *
 * @param added customers that would be published and are not
 * @param removed customers that are published and would not be
 * @param leftOutOtherwise customers whose exclusion would have another reason
 * @param ways one entry per current and new standing
 * @param destinations one entry per destination; empty if the audience is too small or the night is
 *     not the newest
 * @param waiting stopped changes that still wait for an approval
 * @param reasons exclusion reasons, in order of precedence
 */
@JsonNaming(KebabCaseStrategy.class)
public record AudiencePreview(
    LocalDate night,
    String audience,
    long added,
    long removed,
    long leftOutOtherwise,
    List<Way> ways,
    List<Change> destinations,
    List<Stop> waiting,
    @JsonIgnore List<String> reasons) {
  /** The standing of members that are not excluded. */
  public static final String PUBLISHED = "published";

  private static final List<String> STAGES = List.of("audiences", "deliver");
  private static final String BEFORE = "members_before";
  private static final String NOW = "members_now";

  /**
   * The number of customers with the same current and new standing. A standing is {@code
   * published}, an exclusion reason, or null for customers that are not members.
   */
  public record Way(@Nullable String is, @Nullable String wouldBe, int customers) {
    private boolean isAdded() {
      return PUBLISHED.equals(wouldBe) && !PUBLISHED.equals(is);
    }

    private boolean isRemoved() {
      return PUBLISHED.equals(is) && !PUBLISHED.equals(wouldBe);
    }

    private boolean isLeftOutOtherwise() {
      return is != null
          && wouldBe != null
          && !PUBLISHED.equals(is)
          && !PUBLISHED.equals(wouldBe)
          && !is.equals(wouldBe);
    }
  }

  /**
   * The change that the night would make at a destination. Counts are in customers.
   *
   * @param since the last confirmed night, the base of the comparison; null for a first delivery
   * @param changed customers whose row differs
   * @param stoppedFor why the extract would wait for an approval; null if it would not
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Change(
      LocalDate night,
      String destination,
      String audience,
      @Nullable LocalDate since,
      long customersBefore,
      long customers,
      long added,
      long changed,
      long removed,
      @Nullable String stoppedFor) {}

  /** The audience does not exist; the message lists the declared ones. */
  public static final class Unknown extends RuntimeException {
    private Unknown(String message) {
      super(message);
    }
  }

  /**
   * Selects an audience with the current settings, and rolls everything back.
   *
   * @throws Unknown if the settings do not declare the audience
   */
  public static AudiencePreview of(String audience, LocalDate night, DryRun dryRun, DSLContext db) {
    var waiting =
        PendingApprovals.of(db).open().stream()
            .filter(each -> each.audience().equals(audience))
            .toList();
    return dryRun.of(
        new Night(night, 0),
        STAGES,
        before -> remember(before, audience, night),
        (after, members) -> preview(after, audience, night, waiting));
  }

  /** Customers with this standing now. */
  public long are(String standing) {
    return customers(ways, way -> standing.equals(way.is()));
  }

  /** Customers that would have this standing. */
  public long wouldBe(String standing) {
    return customers(ways, way -> standing.equals(way.wouldBe()));
  }

  private static long customers(List<Way> ways, Predicate<Way> which) {
    return ways.stream().filter(which).mapToLong(Way::customers).sum();
  }

  /** Copies the current members to a table that is dropped with the transaction. */
  private static int remember(DSLContext db, String audience, LocalDate night) {
    return db.createTemporaryTable(BEFORE)
        .as(select(MEMBERS.fields()).from(MEMBERS).where(isMember(audience, night)))
        .onCommitDrop()
        .execute();
  }

  private static AudiencePreview preview(
      DSLContext db, String audience, LocalDate night, List<Stop> waiting) {
    refuseUnknown(db, audience, night);
    var ways = ways(db, audience, night);
    return new AudiencePreview(
        night,
        audience,
        customers(ways, Way::isAdded),
        customers(ways, Way::isRemoved),
        customers(ways, Way::isLeftOutOtherwise),
        ways,
        changes(db, audience, night),
        waiting,
        reasons(db, audience, night));
  }

  private static void refuseUnknown(DSLContext db, String audience, LocalDate night) {
    var declared =
        db.select(AUDIENCES.AUDIENCE)
            .from(AUDIENCES)
            .where(AUDIENCES.NIGHT.eq(night))
            .orderBy(AUDIENCES.POSITION)
            .fetch(AUDIENCES.AUDIENCE);
    if (!declared.contains(audience)) {
      throw new Unknown(
          "There is no audience %s; there are: %s"
              .formatted(audience, String.join(", ", declared)));
    }
  }

  private static List<Change> changes(DSLContext db, String audience, LocalDate night) {
    return db.select(
            CHANGES.NIGHT,
            CHANGES.DESTINATION,
            CHANGES.AUDIENCE,
            CHANGES.SINCE,
            CHANGES.CUSTOMERS_BEFORE,
            CHANGES.CUSTOMERS,
            CHANGES.ADDED,
            CHANGES.CHANGED,
            CHANGES.REMOVED,
            CHANGES.STOPPED_FOR)
        .from(CHANGES)
        .where(CHANGES.NIGHT.eq(night), CHANGES.AUDIENCE.eq(audience))
        .orderBy(CHANGES.DESTINATION)
        .fetch(Records.mapping(Change::new));
  }

  private static List<String> reasons(DSLContext db, String audience, LocalDate night) {
    return db.select(EXCLUSIONS.EXCLUSION)
        .from(EXCLUSIONS)
        .where(EXCLUSIONS.NIGHT.eq(night), EXCLUSIONS.AUDIENCE.eq(audience))
        .orderBy(EXCLUSIONS.POSITION)
        .fetch(EXCLUSIONS.EXCLUSION);
  }

  private static List<Way> ways(DSLContext db, String audience, LocalDate night) {
    var now =
        select(MEMBERS.CUSTOMER_KEY, MEMBERS.EXCLUSION)
            .from(MEMBERS)
            .where(isMember(audience, night))
            .asTable(NOW);
    var membersBefore = MEMBERS.as(BEFORE);
    var membersNow = MEMBERS.as(NOW);
    var is = standing(membersBefore);
    var wouldBe = standing(membersNow);
    return db.select(is, wouldBe, count())
        .from(table(name(BEFORE)))
        .fullJoin(now)
        .on(membersBefore.CUSTOMER_KEY.eq(membersNow.CUSTOMER_KEY))
        .groupBy(is, wouldBe)
        .fetch(Records.mapping(Way::new));
  }

  /** The standing of a member; null for other customers. */
  private static Field<String> standing(Members members) {
    return when(members.CUSTOMER_KEY.isNotNull(), coalesce(members.EXCLUSION, inline(PUBLISHED)));
  }

  private static Condition isMember(String audience, LocalDate night) {
    return MEMBERS.AUDIENCE.eq(audience).and(ValidityIntervals.at(MEMBERS, night));
  }
}
