package dev.nightjar.views;

import static dev.nightjar.db.published.Tables.AUDIENCES;
import static dev.nightjar.db.published.Tables.AUDIENCE_CHANGES;
import static dev.nightjar.db.published.Tables.AUDIENCE_DESTINATIONS;
import static dev.nightjar.db.published.Tables.AUDIENCE_EXCLUSIONS;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.nightjar.db.published.tables.records.AudiencesRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The audiences of a published night. JSON is the list of them.
 *
 * @param audiences one entry per audience of the night, in the order of the settings
 */
public record Audiences(LocalDate night, @JsonValue List<Audience> audiences) {

  /**
   * One audience of a night. Counts are in customers.
   *
   * @param position its place in the settings, from 1
   * @param segment the segment it consists of; null for a declared audience
   * @param purpose the purpose to which members must have consented
   * @param destinations empty for the default destination
   * @param exclusiveGroup its group; null for none
   * @param priority its priority in the group; the highest wins
   * @param holdoutPercent size of the holdout, 0 to 100
   * @param frequency nightly, weekly or on-change
   * @param members published and excluded customers
   * @param added published customers that were not published in the published night before
   * @param removed customers that were published in the published night before, and are not now
   * @param exclusions excluded customers by reason, in order of precedence
   * @param changes one entry per destination that was to be sent something
   * @param deliveries one entry per destination
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Audience(
      LocalDate night,
      String audience,
      int position,
      @Nullable String segment,
      String description,
      String purpose,
      String channel,
      List<String> destinations,
      @Nullable String exclusiveGroup,
      int priority,
      BigDecimal holdoutPercent,
      String frequency,
      boolean isDue,
      long warnBelow,
      long blockBelow,
      boolean isBlocked,
      long members,
      long published,
      long added,
      long removed,
      Map<String, Long> exclusions,
      List<Change> changes,
      List<Delivery> deliveries) {}

  /**
   * The change that a night makes at a destination. Counts are in customers.
   *
   * @param since the last confirmed night, the base of the comparison; null for a first delivery
   * @param changed customers whose row differs
   * @param stoppedFor why the extract waits for an approval; null if it does not
   * @param deliveredAt null until the delivery is confirmed
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
      @Nullable String stoppedFor,
      @Nullable OffsetDateTime deliveredAt) {}

  public static Audiences of(LocalDate night, DSLContext db) {
    var exclusions = exclusions(night, db);
    var changes = changes(night, db);
    var deliveries = Delivery.of(night, db);
    return new Audiences(
        night,
        db.selectFrom(AUDIENCES)
            .where(AUDIENCES.NIGHT.eq(night))
            .orderBy(AUDIENCES.POSITION)
            .fetch(
                row ->
                    audience(
                        row,
                        exclusions.getOrDefault(row.getAudience(), Map.of()),
                        changes.getOrDefault(row.getAudience(), List.of()),
                        deliveries.getOrDefault(row.getAudience(), List.of()))));
  }

  private static Audience audience(
      AudiencesRecord row,
      Map<String, Long> exclusions,
      List<Change> changes,
      List<Delivery> deliveries) {
    return new Audience(
        row.getNight(),
        row.getAudience(),
        row.getPosition(),
        row.getSegment(),
        row.getDescription(),
        row.getPurpose(),
        row.getChannel(),
        List.of(row.getDestinations()),
        row.getExclusiveGroup(),
        row.getPriority(),
        row.getHoldoutPercent(),
        row.getFrequency(),
        row.getIsDue(),
        row.getWarnBelow(),
        row.getBlockBelow(),
        row.getIsBlocked(),
        row.getMembers(),
        row.getPublished(),
        row.getAdded(),
        row.getRemoved(),
        exclusions,
        changes,
        deliveries);
  }

  /** Excluded customers, by audience and reason. */
  private static Map<String, Map<String, Long>> exclusions(LocalDate night, DSLContext db) {
    var exclusions = new LinkedHashMap<String, Map<String, Long>>();
    db.selectFrom(AUDIENCE_EXCLUSIONS)
        .where(AUDIENCE_EXCLUSIONS.NIGHT.eq(night))
        .orderBy(AUDIENCE_EXCLUSIONS.POSITION)
        .forEach(
            each ->
                exclusions
                    .computeIfAbsent(each.getAudience(), name -> new LinkedHashMap<>())
                    .put(each.getExclusion(), each.getCustomers()));
    return exclusions;
  }

  private static Map<String, List<Change>> changes(LocalDate night, DSLContext db) {
    return db.select(
            AUDIENCE_CHANGES.NIGHT,
            AUDIENCE_CHANGES.DESTINATION,
            AUDIENCE_CHANGES.AUDIENCE,
            AUDIENCE_CHANGES.SINCE,
            AUDIENCE_CHANGES.CUSTOMERS_BEFORE,
            AUDIENCE_CHANGES.CUSTOMERS,
            AUDIENCE_CHANGES.ADDED,
            AUDIENCE_CHANGES.CHANGED,
            AUDIENCE_CHANGES.REMOVED,
            AUDIENCE_CHANGES.STOPPED_FOR,
            AUDIENCE_CHANGES.DELIVERED_AT)
        .from(AUDIENCE_CHANGES)
        .where(AUDIENCE_CHANGES.NIGHT.eq(night))
        .orderBy(AUDIENCE_CHANGES.DESTINATION)
        .fetchGroups(AUDIENCE_CHANGES.AUDIENCE, Records.mapping(Change::new));
  }

  /**
   * An audience of a published night at one of its destinations. Counts are in customers.
   *
   * @param purpose purpose to which people must have agreed to be sent there
   * @param channel channel that they must not have refused; any if a refusal of any channel counts
   * @param published members who can be sent there
   * @param channelOptedOut members who are published at another destination, and refused the
   *     channel of this one
   * @param noConsent members who are published at another destination, and did not agree to the
   *     purpose of this one
   * @param stoppedFor why the night's change waits for an approval; null if it does not
   * @param deliveredNight newest night up to this one of which an extract was brought there; null,
   *     like the next ones, if none was
   * @param path first file of that extract, below the place of the deliveries
   * @param rows customers in it
   * @param deliveredAt null if it was withheld
   * @param warnings what people are to know of it, such as that the destination takes no list of so
   *     few people
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Delivery(
      String audience,
      String destination,
      String purpose,
      String channel,
      long published,
      long channelOptedOut,
      long noConsent,
      @Nullable String stoppedFor,
      @Nullable LocalDate deliveredNight,
      @Nullable String path,
      @Nullable Long rows,
      @Nullable OffsetDateTime deliveredAt,
      List<String> warnings) {

    /** The destinations of a night's audiences, by audience, in the order of the settings. */
    private static Map<String, List<Delivery>> of(LocalDate night, DSLContext db) {
      return db.select(
              AUDIENCE_DESTINATIONS.AUDIENCE,
              AUDIENCE_DESTINATIONS.DESTINATION,
              AUDIENCE_DESTINATIONS.PURPOSE,
              AUDIENCE_DESTINATIONS.CHANNEL,
              AUDIENCE_DESTINATIONS.PUBLISHED,
              AUDIENCE_DESTINATIONS.CHANNEL_OPTED_OUT,
              AUDIENCE_DESTINATIONS.NO_CONSENT,
              AUDIENCE_DESTINATIONS.STOPPED_FOR,
              AUDIENCE_DESTINATIONS.DELIVERED_NIGHT,
              AUDIENCE_DESTINATIONS.PATH,
              AUDIENCE_DESTINATIONS.LINES,
              AUDIENCE_DESTINATIONS.DELIVERED_AT,
              AUDIENCE_DESTINATIONS.WARNINGS.convertFrom(
                  each -> each == null ? List.<String>of() : List.of(each)))
          .from(AUDIENCE_DESTINATIONS)
          .where(AUDIENCE_DESTINATIONS.NIGHT.eq(night))
          .orderBy(AUDIENCE_DESTINATIONS.POSITION)
          .fetchGroups(AUDIENCE_DESTINATIONS.AUDIENCE, Records.mapping(Delivery::new));
    }

    /** Whether the destination has nothing of the audience, as it would take no list so small. */
    public boolean isWithheld() {
      return deliveredNight != null && deliveredAt == null;
    }
  }
}
