package dev.nightjar.views;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.DESTINATION_EXCLUSIONS;
import static dev.nightjar.db.audiences.Tables.MEMBERS;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import dev.nightjar.database.ValidityIntervals;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is to an audience of a night. PII.
 *
 * @param description who is in the audience, in one line
 * @param isMember whether the audience selects the customer
 * @param exclusion why a member is published nowhere; null for members who are, and for others
 * @param notSentTo destinations to which a published member is not sent, with the reason
 */
public record AudienceStanding(
    String audience,
    String description,
    boolean isMember,
    @Nullable String exclusion,
    Map<String, String> notSentTo) {

  /** The standings of a customer, in the order of the settings. */
  static List<AudienceStanding> of(String customer, LocalDate night, DSLContext db) {
    var elsewhere =
        multiset(
            select(DESTINATION_EXCLUSIONS.DESTINATION, DESTINATION_EXCLUSIONS.EXCLUSION)
                .from(DESTINATION_EXCLUSIONS)
                .where(DESTINATION_EXCLUSIONS.CUSTOMER_KEY.eq(customer))
                .and(DESTINATION_EXCLUSIONS.AUDIENCE.eq(AUDIENCES.AUDIENCE))
                .and(ValidityIntervals.at(DESTINATION_EXCLUSIONS, night)));
    return db.select(
            AUDIENCES.AUDIENCE,
            AUDIENCES.DESCRIPTION,
            MEMBERS.CUSTOMER_KEY,
            MEMBERS.EXCLUSION,
            elsewhere)
        .from(AUDIENCES)
        .leftJoin(MEMBERS)
        .on(MEMBERS.AUDIENCE.eq(AUDIENCES.AUDIENCE), MEMBERS.CUSTOMER_KEY.eq(customer))
        .and(ValidityIntervals.at(MEMBERS, night))
        .where(AUDIENCES.NIGHT.eq(night))
        .orderBy(AUDIENCES.POSITION)
        .fetch(
            row -> {
              var notSentTo = new TreeMap<String, String>();
              row.value5().forEach(each -> notSentTo.put(each.value1(), each.value2()));
              return new AudienceStanding(
                  row.value1(), row.value2(), row.value3() != null, row.value4(), notSentTo);
            });
  }

  /** Whether the customer is sent to all destinations of the audience. */
  public boolean isPublished() {
    return isMember && exclusion == null && notSentTo.isEmpty();
  }
}
