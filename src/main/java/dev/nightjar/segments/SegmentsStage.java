package dev.nightjar.segments;

import static dev.nightjar.db.segments.Tables.MOVES;
import static dev.nightjar.db.segments.Tables.NIGHTS;
import static dev.nightjar.db.segments.Tables.PROFILES;
import static org.jooq.impl.DSL.sum;

import dev.nightjar.database.AdjacentNights;
import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Counted;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
import dev.nightjar.ports.MoveCauses;
import java.util.List;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Assigns each customer a segment, profiles the segments, and records moves. */
@Component
public class SegmentsStage implements Stage {
  private final DSLContext db;
  private final SegmentsSettings settings;
  private final BusinessSettings business;
  private final MoveCauses causes;

  SegmentsStage(
      DSLContext db, SegmentsSettings settings, BusinessSettings business, MoveCauses causes) {
    this.db = db;
    this.settings = settings;
    this.business = business;
    this.causes = causes;
  }

  @Override
  public String name() {
    return "segments";
  }

  @Override
  public StageReport run(Night night) {
    return db.transactionResult(transaction -> rehearse(transaction.dsl(), night));
  }

  @Override
  public StageReport rehearse(DSLContext transaction, Night night) {
    var nights = AdjacentNights.of(night.date(), NIGHTS, transaction);
    var named = NamedScores.of(nights.night(), settings);
    var queries = new SegmentsQueries(nights, settings, named, causes);
    queries.replace(transaction);
    // without statistics, the planner expects no rows where all customers moved
    transaction.execute("analyze segments.memberships_live");
    // medians sort all customers
    transaction.execute("set local work_mem = '128MB'");
    var members = NamedScores.gather(transaction, named);
    new MovesQueries(nights, members).replace(transaction);
    var profiles = new ProfilesQueries(nights, members);
    profiles.insertProfiles(transaction);
    profiles.insertAttributes(transaction);
    var forgotten = business.forgottenUntil(night.date());
    if (forgotten != null) {
      SegmentsQueries.forget(transaction, forgotten);
    }
    return report(
        transaction, nights, new MapQueries(nights.night(), settings).impossible(transaction));
  }

  /** Only assigns each customer a segment, without profiles and moves. */
  void name(DSLContext transaction, Night night) {
    var nights = AdjacentNights.of(night.date(), NIGHTS, transaction);
    var named = NamedScores.of(nights.night(), settings);
    new SegmentsQueries(nights, settings, named, causes).replace(transaction);
  }

  private static StageReport report(DSLContext db, AdjacentNights nights, List<String> impossible) {
    var counts = new TreeMap<String, Long>();
    counts.put("moved", customers(db, nights, MOVES.FROM_SEGMENT.ne(MOVES.TO_SEGMENT)));
    counts.put("upgrades", customers(db, nights, MOVES.DIRECTION.eq("upgrade")));
    counts.put("downgrades", customers(db, nights, MOVES.DIRECTION.eq("downgrade")));
    counts.put("new", customers(db, nights, MOVES.DIRECTION.eq("entered")));
    counts.put("gone", customers(db, nights, MOVES.DIRECTION.eq("left")));
    long customers = customers(db, nights, MOVES.TO_SEGMENT.isNotNull());
    long segments =
        db.fetchCount(PROFILES, PROFILES.NIGHT.eq(nights.night()), PROFILES.CUSTOMERS.gt(0L));
    counts.put("customers", customers);
    counts.put("segments", segments);
    var since =
        nights.previous() == null
            ? "the first night"
            : "since %s %,d moved (%,d up, %,d down), %,d new, %,d gone"
                .formatted(
                    nights.previous(),
                    counts.get("moved"),
                    counts.get("upgrades"),
                    counts.get("downgrades"),
                    counts.get("new"),
                    counts.get("gone"));
    return new StageReport(
        "%s in %s; %s%s"
            .formatted(
                Counted.of(customers, "customer"),
                Counted.of(segments, "segment"),
                since,
                impossible.isEmpty()
                    ? ""
                    : "; with these scores, nobody can be in " + String.join(", ", impossible)),
        counts);
  }

  private static long customers(DSLContext db, AdjacentNights nights, Condition which) {
    var customers =
        db.select(sum(MOVES.CUSTOMERS))
            .from(MOVES)
            .where(MOVES.NIGHT.eq(nights.night()), which)
            .fetchSingle()
            .value1();
    return customers == null ? 0 : customers.longValueExact();
  }
}
