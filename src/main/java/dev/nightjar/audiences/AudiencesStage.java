package dev.nightjar.audiences;

import static dev.nightjar.db.audiences.Tables.AUDIENCES;
import static dev.nightjar.db.audiences.Tables.MEMBERS;

import dev.nightjar.pipeline.Business;
import dev.nightjar.pipeline.History;
import dev.nightjar.pipeline.Neighbours;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Settings;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Selects the members of the audiences, and leaves out who may not be or should not be reached. */
@Component
public class AudiencesStage implements Stage {
  private final DSLContext db;
  private final AudiencesSettings settings;
  private final Business business;
  private final Surroundings surroundings;

  AudiencesStage(DSLContext db, AudiencesSettings settings, Business business, Settings all) {
    this.db = db;
    this.settings = settings;
    this.business = business;
    this.surroundings = new Surroundings(all.effective());
  }

  @Override
  public String name() {
    return "audiences";
  }

  @Override
  public StageReport run(Night night) {
    new SuppressionFeed(db, settings.suppressions())
        .require(night, surroundings.suppressionSources());
    return db.transactionResult(transaction -> rehearse(transaction.dsl(), night));
  }

  @Override
  public StageReport rehearse(DSLContext transaction, Night night) {
    var date = night.date();
    var audiences = Audience.of(date, settings.declared(), transaction);
    new HoldoutQueries(date, settings.holdout(), audiences).replace(transaction);
    new MembersQueries(date, Neighbours.of(date, AUDIENCES, transaction).next(), audiences)
        .replace(transaction);
    transaction.execute("analyze audiences.members_live");
    new CountsQueries(date, settings.holdout(), audiences).replace(transaction);
    var forgotten = business.forgottenUntil(date);
    if (forgotten != null) {
      History.forget(transaction, MEMBERS, forgotten);
    }
    return report(transaction, date);
  }

  private static StageReport report(DSLContext db, LocalDate night) {
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
    var summary =
        "%,d audiences of %,d members, %,d of them excluded%s%s"
            .formatted(
                audiences.size(),
                members,
                members - published,
                named("; too few for delivery: ", blocked),
                named("; few: ", small));
    return new StageReport(summary, counts);
  }

  private static String named(String what, List<String> names) {
    return names.isEmpty() ? "" : what + String.join(", ", names);
  }
}
