package dev.nightjar.cli;

import static dev.nightjar.db.rfm.Tables.NIGHTS;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static dev.nightjar.db.segments.Tables.PROFILES;
import static dev.nightjar.db.segments.Tables.SEGMENTS;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.Night;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tries other settings on the stored history. */
@Command(
    name = "score",
    description = {
      "Try other settings on a night: its segments as they would be, beside those it has.",
      "Changes nothing. Any setting of rfm and segments can be tried with --set."
    })
final class ScoreCommand implements Runnable {
  private static final List<String> STAGES = List.of("orders", "rfm", "segments");

  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "A night that was run (default: the newest).")
  private @Nullable LocalDate date;

  @Option(names = "--rule", description = "Scoring rule of all three metrics, as ntile.")
  private @Nullable String rule;

  @Option(names = "--bins", description = "Scores of each metric, 2 to 10.")
  private @Nullable Integer bins;

  @Option(names = "--map", paramLabel = "NAME", description = "Segment map, as rf-regex.")
  private @Nullable String map;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** A segment's customers and revenue. */
  private record Profile(String segment, long customers, BigDecimal revenue) {}

  /**
   * A night as it is and as it would be.
   *
   * @param counts what the night's metrics count, and in which window
   * @param wouldCount the same by the other settings
   * @param customers in all
   * @param changed of those who would be in another segment
   */
  private record Trial(
      List<Profile> now,
      List<Profile> then,
      String counts,
      String wouldCount,
      long customers,
      long changed) {}

  /** The segments of a night, and what its metrics count. */
  private record State(List<Profile> segments, String counts) {}

  @Override
  public void run() {
    try (var session = nightjar.open(nightjar.home(), settings())) {
      var night = night(session.published());
      var trial =
          session
              .rehearsal()
              .of(
                  night,
                  STAGES,
                  db -> remember(db, night.date()),
                  (db, now) -> trial(db, night.date(), now));
      if (json) {
        Json.print(Map.of("night", night.date(), "trial", trial));
      } else {
        print(night.date(), trial);
      }
    }
  }

  private List<String> settings() {
    var settings = new ArrayList<String>();
    if (rule != null) {
      settings.add("rfm.rule=" + rule);
    }
    if (bins != null) {
      settings.add("rfm.bins=" + bins);
    }
    if (map != null) {
      settings.add("segments.map=" + map);
    }
    return settings;
  }

  private Night night(DSLContext db) {
    var nights = db.selectDistinct(SEGMENTS.NIGHT).from(SEGMENTS).orderBy(SEGMENTS.NIGHT.desc());
    var night =
        nights.fetch(SEGMENTS.NIGHT).stream()
            .filter(each -> date == null || each.equals(date))
            .findFirst();
    return new Night(
        night.orElseThrow(
            () ->
                new Failure(
                    FailureCode.NIGHT_REFUSED,
                    "Night %s has no segments.%nNext: nightjar nights (which there are)"
                        .formatted(date == null ? "" : date))),
        0);
  }

  /** Keeps who is where, until the end of the transaction. */
  private static State remember(DSLContext db, LocalDate night) {
    db.createTemporaryTable("now_members")
        .as(
            db.select(MEMBERSHIPS.CUSTOMER_KEY, MEMBERSHIPS.SEGMENT)
                .from(MEMBERSHIPS)
                .where(ValidityIntervals.at(MEMBERSHIPS, night)))
        .onCommitDrop()
        .execute();
    return state(db, night);
  }

  private static State state(DSLContext db, LocalDate night) {
    return new State(
        profiles(db, night), db.fetchSingle(NIGHTS, NIGHTS.NIGHT.eq(night)).getDefinition());
  }

  private static List<Profile> profiles(DSLContext db, LocalDate night) {
    return db.select(PROFILES.SEGMENT, PROFILES.CUSTOMERS, PROFILES.REVENUE)
        .from(PROFILES)
        .join(SEGMENTS)
        .on(SEGMENTS.NIGHT.eq(PROFILES.NIGHT), SEGMENTS.SEGMENT.eq(PROFILES.SEGMENT))
        .where(PROFILES.NIGHT.eq(night))
        .orderBy(SEGMENTS.POSITION)
        .fetch(Records.mapping(Profile::new));
  }

  private static Trial trial(DSLContext db, LocalDate night, State now) {
    var then = state(db, night);
    var before = MEMBERSHIPS.as("now_members");
    long changed =
        db.fetchCount(
            db.selectOne()
                .from(MEMBERSHIPS)
                .fullJoin(table(name("now_members")))
                .on(before.CUSTOMER_KEY.eq(MEMBERSHIPS.CUSTOMER_KEY))
                .where(ValidityIntervals.at(MEMBERSHIPS, night))
                .and(before.SEGMENT.isDistinctFrom(MEMBERSHIPS.SEGMENT)));
    long customers = then.segments().stream().mapToLong(Profile::customers).sum();
    return new Trial(
        now.segments(), then.segments(), now.counts(), then.counts(), customers, changed);
  }

  private static void print(LocalDate night, Trial trial) {
    System.out.println("Night " + night);
    if (!trial.counts().equals(trial.wouldCount())) {
      System.out.printf(
          "The night counted %s; here count %s.%n", trial.counts(), trial.wouldCount());
    }
    var now = bySegment(trial.now());
    var then = bySegment(trial.then());
    var names = new LinkedHashSet<>(then.keySet());
    names.addAll(now.keySet());
    var table = new TextTable(1, "Segment", "Is", "Would be", "Change", "Revenue is", "Would be");
    for (var name : names) {
      var before = now.get(name);
      var after = then.get(name);
      table.row(
          name,
          before == null ? "–" : number(before.customers()),
          after == null ? "–" : number(after.customers()),
          "%+,d".formatted(customers(after) - customers(before)),
          before == null ? "–" : "%,.0f".formatted(before.revenue()),
          after == null ? "–" : "%,.0f".formatted(after.revenue()));
    }
    System.out.print(table);
    System.out.printf(
        Locale.ROOT,
        "%,d of %,d customers would be in another segment. Nothing was changed.%n",
        trial.changed(),
        trial.customers());
  }

  private static long customers(@Nullable Profile profile) {
    return profile == null ? 0 : profile.customers();
  }

  private static String number(long value) {
    return "%,d".formatted(value);
  }

  private static Map<String, Profile> bySegment(List<Profile> profiles) {
    var bySegment = new LinkedHashMap<String, Profile>();
    profiles.forEach(each -> bySegment.put(each.segment(), each));
    return bySegment;
  }
}
