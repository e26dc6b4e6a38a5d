package dev.nightjar.audiences;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.DESTINATIONS;
import static dev.nightjar.db.audiences.Tables.DESTINATION_EXCLUSIONS;
import static dev.nightjar.db.audiences.Tables.EXCLUSIONS;
import static dev.nightjar.db.audiences.Tables.MEMBERS;
import static dev.nightjar.db.clustering.Tables.CENTROIDS;
import static org.jooq.impl.DSL.sum;

import dev.nightjar.database.AdjacentNights;
import dev.nightjar.database.Statistics;
import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Counted;
import dev.nightjar.home.Vocabulary;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
import dev.nightjar.ports.NearestCustomers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Selects the members of the audiences, and excludes those who must not or should not be reached.
 */
@Component
public class AudiencesStage implements Stage {
  private final DSLContext db;
  private final AudiencesSettings settings;
  private final BusinessSettings business;
  private final NearestCustomers nearest;
  private final Vocabulary vocabulary;

  AudiencesStage(
      DSLContext db,
      AudiencesSettings settings,
      BusinessSettings business,
      NearestCustomers nearest,
      Vocabulary vocabulary) {
    this.db = db;
    this.settings = settings;
    this.business = business;
    this.nearest = nearest;
    this.vocabulary = vocabulary;
  }

  @Override
  public String name() {
    return "audiences";
  }

  @Override
  public StageReport run(Night night) {
    new SuppressionFeed(db, settings.suppressions())
        .require(night, vocabulary.suppressionSources());
    return db.transactionResult(transaction -> rehearse(transaction.dsl(), night));
  }

  @Override
  public StageReport rehearse(DSLContext transaction, Night night) {
    var date = night.date();
    var audiences = Audience.of(date, settings.declared(), vocabulary, transaction);
    new HoldoutQueries(date, settings.holdout(), audiences).replace(transaction);
    Statistics.refresh(transaction);
    // lookalikes that do not fit are gone through for each of the people
    transaction.execute("set local work_mem = '128MB'");
    var next = AdjacentNights.of(date, AUDIENCES, transaction).next();
    new MembersQueries(date, next, audiences, nearest).replace(transaction);
    transaction.execute("analyze audiences.members_live, audiences.destination_exclusions_live");
    new CountsQueries(date, settings.holdout(), audiences).replace(transaction);
    var forgotten = business.forgottenUntil(date);
    if (forgotten != null) {
      ValidityIntervals.forget(transaction, MEMBERS, forgotten);
      ValidityIntervals.forget(transaction, DESTINATION_EXCLUSIONS, forgotten);
    }
    var ageing =
        new SuppressionFeed(transaction, settings.suppressions())
            .ageing(night, vocabulary.suppressionSources());
    return report(transaction, date, missingClusters(transaction, date, audiences), ageing);
  }

  @Override
  public void forget(DSLContext transaction, LocalDate before) {
    transaction.deleteFrom(AUDIENCES).where(AUDIENCES.NIGHT.lt(before)).execute();
  }

  /** Clusters that audiences name but the night does not have: names follow the customers. */
  private static List<String> missingClusters(
      DSLContext db, LocalDate night, List<Audience> audiences) {
    var missing =
        audiences.stream()
            .flatMap(each -> Stream.of(each.settings().select(), each.settings().except()))
            .flatMap(each -> each.namedClusters().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!missing.isEmpty()) {
      db.select(CENTROIDS.CLUSTER, CENTROIDS.NAME)
          .from(CENTROIDS)
          .where(CENTROIDS.NIGHT.eq(night), CENTROIDS.IS_PROPOSED.isFalse())
          .forEach(row -> missing.removeAll(List.of(row.value1().toString(), row.value2())));
    }
    return missing.stream().map("\"%s\""::formatted).toList(); // names have commas
  }

  private static StageReport report(
      DSLContext db, LocalDate night, List<String> missingClusters, List<String> ageing) {
    var audiences = db.fetch(AUDIENCES, AUDIENCES.NIGHT.eq(night));
    var counts = new TreeMap<String, Long>();
    long members = audiences.stream().mapToLong(each -> each.getMembers()).sum();
    long published = audiences.stream().mapToLong(each -> each.getPublished()).sum();
    var blocked = new ArrayList<String>();
    var small = new ArrayList<String>();
    for (var each : audiences) {
      if (each.getIsBlocked()) {
        blocked.add(each.getAudience());
      } else if (each.getPublished() < each.getWarnBelow()) {
        small.add(each.getAudience());
      }
    }
    counts.put("audiences", (long) audiences.size());
    counts.put("members", members);
    counts.put("published", published);
    counts.put("excluded", members - published);
    counts.put("blocked", (long) blocked.size());
    counts.put("small", (long) small.size());
    counts.put("missing-clusters", (long) missingClusters.size());
    var summary =
        "%s, %s, %,d of them excluded%s%s%s%s%s"
            .formatted(
                Counted.of(audiences.size(), "audience"),
                Counted.of(members, "member"),
                members - published,
                named("; too few for delivery: ", blocked),
                named("; few: ", small),
                named("; most did not agree to: ", unasked(db, night)),
                named("; no cluster of the night: ", missingClusters),
                named("; suppressions that block the next night without a new file: ", ageing));
    return new StageReport(summary, counts);
  }

  /**
   * The purposes to which most members did not agree, with the fields of the customers feed that
   * say who did.
   */
  private static List<String> unasked(DSLContext db, LocalDate night) {
    var refused = sum(EXCLUSIONS.CUSTOMERS.plus(DESTINATIONS.NO_CONSENT));
    var members = sum(AUDIENCES.MEMBERS);
    return db.select(DESTINATIONS.PURPOSE, refused, members)
        .from(AUDIENCES)
        .join(DESTINATIONS)
        .on(DESTINATIONS.NIGHT.eq(AUDIENCES.NIGHT))
        .and(DESTINATIONS.AUDIENCE.eq(AUDIENCES.AUDIENCE))
        .join(EXCLUSIONS)
        .on(EXCLUSIONS.NIGHT.eq(AUDIENCES.NIGHT))
        .and(EXCLUSIONS.AUDIENCE.eq(AUDIENCES.AUDIENCE))
        .where(AUDIENCES.NIGHT.eq(night))
        .and(EXCLUSIONS.EXCLUSION.eq(Exclusion.NO_CONSENT.key()))
        .groupBy(DESTINATIONS.PURPOSE)
        .having(refused.mul(2).gt(members))
        .orderBy(DESTINATIONS.PURPOSE)
        .fetch(
            row ->
                "%1$s (%2$,d of %3$,d no-consent; a customers source says who agreed, in consent-%1$s or consent)"
                    .formatted(row.value1(), row.value2().longValue(), row.value3().longValue()));
  }

  private static String named(String what, List<String> names) {
    return names.isEmpty() ? "" : what + String.join(", ", names);
  }
}
