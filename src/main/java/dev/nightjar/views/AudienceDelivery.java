package dev.nightjar.views;

import static dev.nightjar.db.published.Tables.AUDIENCE_DESTINATIONS;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An audience of a published night at one of its destinations. Counts are in customers.
 *
 * @param purpose purpose to which people must have agreed to be sent there
 * @param channel channel that they must not have refused; any if a refusal of any channel counts
 * @param published members who can be sent there
 * @param channelOptedOut members who are published at another destination, and refused the channel
 *     of this one
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
public record AudienceDelivery(
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
  static Map<String, List<AudienceDelivery>> of(LocalDate night, DSLContext db) {
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
        .fetchGroups(
            AUDIENCE_DESTINATIONS.AUDIENCE, Records.mapping(AudienceDelivery::new));
  }

  /** Whether the destination has nothing of the audience, as it would take no list so small. */
  public boolean isWithheld() {
    return deliveredNight != null && deliveredAt == null;
  }
}
