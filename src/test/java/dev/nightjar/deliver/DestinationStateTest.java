package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.api.Test;

/**
 * Whatever rows nights have, whichever of them are confirmed, and how often they are run again:
 * what differs leads from what a destination has to the night's rows.
 */
@DatabaseTest
class DestinationStateTest {
  private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
  private static final Set<FileKind> DELTAS = EnumSet.of(FileKind.REMOVES, FileKind.ADDS);
  private static final Holding HOLDING = new Holding("crm", "all", List.of("key", "address"));

  private final Random random = new Random(11);

  /** What a run of a night told, rows as key and address. */
  private record Told(Set<String> removes, Set<String> adds) {

    /** What is there afterwards, where what is told is there or not. */
    Set<String> applied(Set<String> there) {
      var rows = new TreeSet<>(there);
      rows.removeAll(removes);
      rows.addAll(adds);
      return rows;
    }
  }

  @Test
  void differencesLeadToTheRowsOfTheNight(TestDatabase database) throws Exception {
    int again = 0;
    try (var session = database.connect()) {
      var now = new TreeMap<String, String>();
      var beforeNight = (Set<String>) new TreeSet<String>();
      var followed = (Set<String>) new TreeSet<String>();
      for (int night = 0; night < 60; night++) {
        for (int run = 0; run == 0 || random.nextInt(3) == 0; run++) {
          if (run == 0 || random.nextBoolean()) {
            live(now);
          }
          boolean isConfirmed = random.nextInt(4) > 0;
          var told = run(session, FIRST.plusDays(night), now, isConfirmed);
          if (run == 0) {
            assertThat(beforeNight).as("each remove is there").containsAll(told.removes());
            assertThat(told.adds()).as("no add is there").noneMatch(beforeNight::contains);
          }
          assertThat(told.applied(beforeNight))
              .as("of who read no other run of the night")
              .isEqualTo(rows(now));
          assertThat(told.applied(followed)).as("of who read all runs").isEqualTo(rows(now));
          if (isConfirmed) {
            followed = told.applied(followed);
            again += run;
            var once = run(session, FIRST.plusDays(night), now, true);
            assertThat(run(session, FIRST.plusDays(night), now, true))
                .as("the same rows once more")
                .isEqualTo(once);
            if (run == 0) {
              assertThat(once).isEqualTo(told);
            }
          }
        }
        beforeNight = followed;
      }
    }
    assertThat(again).as("nights that were run again").isGreaterThan(5);
  }

  /** A table that is empty grows under the statement that fills it: it is not to be scanned. */
  @Test
  void theFirstRowsAreNotLookedForInEachOther(TestDatabase database) throws Exception {
    try (var session = database.connect()) {
      var db = TestDatabase.on(session);
      db.execute("vacuum analyze deliver.sent_rows");
      var now = new TreeMap<String, String>();
      IntStream.range(0, 2000).forEach(i -> now.put("C" + i, "a"));
      try (var state = new DestinationState(session, HOLDING, FIRST)) {
        tell(state, now);
        state.compare(now.size());
        long scans =
            db.transactionResult(
                tx -> {
                  state.advance(tx.dsl(), now.size());
                  return tx.dsl()
                      .fetchSingle(
                          "select seq_scan from pg_stat_xact_user_tables"
                              + " where relname = 'sent_rows'")
                      .get(0, Long.class);
                });
        assertThat(scans).as("scans, that of analyze among them").isLessThan(5);
      }
      assertThat(db.fetchValue("select count(*) from deliver.sent_rows")).isEqualTo(2000L);
    }
  }

  private static Told run(
      Connection session, LocalDate night, TreeMap<String, String> now, boolean isConfirmed)
      throws Exception {
    try (var state = new DestinationState(session, HOLDING, night)) {
      tell(state, now);
      var change = state.compare(now.size());
      var db = TestDatabase.on(session);
      var told =
          new Told(
              rows(db.fetch(state.rows(FileKind.REMOVES, DELTAS))),
              rows(db.fetch(state.rows(FileKind.ADDS, DELTAS))));
      assertThat(change.added() + change.changed()).isEqualTo(told.adds().size());
      if (isConfirmed) {
        db.transaction(tx -> state.advance(tx.dsl(), now.size()));
      }
      return told;
    }
  }

  private static void tell(DestinationState state, TreeMap<String, String> now) throws Exception {
    try (var rows = state.tonight()) {
      for (var row : now.entrySet()) {
        var fingerprint = HexFormat.of().formatHex(row.getValue().getBytes(StandardCharsets.UTF_8));
        var line =
            "%s\t\\\\x%s\t{\"%s\",\"%s\"}\n"
                .formatted(row.getKey(), fingerprint, row.getKey(), row.getValue());
        rows.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static Set<String> rows(Result<Record> rows) {
    return new TreeSet<>(rows.map(row -> row.get(0) + "|" + row.get(1)));
  }

  private static Set<String> rows(TreeMap<String, String> now) {
    var rows = new TreeSet<String>();
    now.forEach((key, address) -> rows.add(key + "|" + address));
    return rows;
  }

  /** Some come, some go, some move, a few back to where they were. */
  private void live(TreeMap<String, String> now) {
    for (int i = 0; i < 4; i++) {
      var key = "C" + random.nextInt(8);
      if (random.nextInt(3) == 0) {
        now.remove(key);
      } else {
        now.put(key, "a" + random.nextInt(3));
      }
    }
  }
}
