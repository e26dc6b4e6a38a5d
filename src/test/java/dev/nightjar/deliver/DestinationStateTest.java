package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.destinations.MemberField;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.TestDatabase;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever rows nights have, whichever of them are confirmed, and how often they are run again:
 * what differs leads a destination that knows people by address and number, and not by our keys,
 * from what it has to what the night has.
 */
@DatabaseTest
class DestinationStateTest {
  private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
  private static final Set<FileKind> DELTAS = EnumSet.of(FileKind.REMOVES, FileKind.ADDS);
  private static final Holding HOLDING =
      new Holding(
          "crm", "all", AProfile.of(MemberField.EMAIL, MemberField.PHONE, MemberField.SEGMENT));

  private final Random random = new Random(11);

  /** What a customer is sent with. */
  private record Row(String address, String number, String name) {
    Set<String> identifiers() {
      var identifiers = new TreeSet<>(List.of(address, number));
      identifiers.remove("");
      return identifiers;
    }

    static Set<String> identifiers(Collection<Row> rows) {
      return rows.stream().flatMap(row -> row.identifiers().stream()).collect(Collectors.toSet());
    }
  }

  /** What a run of a night told. */
  private record Told(List<Row> removes, List<Row> adds) {

    /**
     * The people who are there afterwards, each as the identifiers with which they came: whoever
     * has one that is removed goes.
     */
    Set<Set<String>> applied(Set<Set<String>> there) {
      var gone = Row.identifiers(removes);
      var people =
          there.stream()
              .filter(person -> person.stream().noneMatch(gone::contains))
              .collect(Collectors.toSet());
      adds.forEach(row -> people.add(row.identifiers()));
      return people;
    }
  }

  @Test
  void differencesLeadToTheIdentifiersOfTheNight(TestDatabase database) throws Exception {
    int again = 0;
    int shared = 0;
    try (var session = database.connect();
        var reading = database.connect()) {
      var now = new TreeMap<String, Row>();
      var before = Set.<Set<String>>of();
      var followed = Set.<Set<String>>of();
      for (int night = 0; night < 80; night++) {
        for (int run = 0; run == 0 || random.nextInt(3) == 0; run++) {
          if (run == 0 || random.nextBoolean()) {
            live(now);
          }
          var were = confirmed(session);
          boolean isConfirmed = random.nextInt(4) > 0;
          var told = run(session, reading, FIRST.plusDays(night), now, isConfirmed);
          requireNobodyLost(told, now);
          if (run == 0) {
            requireWhatDiffers(told, were, now);
          }
          var identifiers = Row.identifiers(now.values());
          assertThat(united(told.applied(before)))
              .as("of who read no other run of the night")
              .isEqualTo(identifiers);
          assertThat(united(told.applied(followed))).as("of all runs").isEqualTo(identifiers);
          shared += now.size() - Set.copyOf(now.values()).size();
          if (isConfirmed) {
            followed = told.applied(followed);
            again += run;
            requireOnceMore(session, reading, FIRST.plusDays(night), now, run == 0 ? told : null);
          }
        }
        before = followed;
      }
    }
    assertThat(again).as("nights that were run again").isGreaterThan(5);
    assertThat(shared).as("rows of several customers").isGreaterThan(5);
  }

  private static void requireNobodyLost(Told told, Map<String, Row> now) {
    var identifiers = Row.identifiers(now.values());
    assertThat(Row.identifiers(told.removes())).noneMatch(identifiers::contains);
    assertThat(told.removes()).noneMatch(row -> row.identifiers().isEmpty());
    assertThat(told.removes()).as("rows to remove").doesNotHaveDuplicates();
  }

  private static void requireWhatDiffers(Told told, Map<String, Row> were, Map<String, Row> now) {
    assertThat(told.adds())
        .as("rows that differ")
        .containsExactlyInAnyOrderElementsOf(
            now.entrySet().stream()
                .filter(each -> !each.getValue().equals(were.get(each.getKey())))
                .map(Map.Entry::getValue)
                .toList());
    assertThat(Row.identifiers(were.values()))
        .as("each identifier to remove is there")
        .containsAll(Row.identifiers(told.removes()));
  }

  private static void requireOnceMore(
      Connection session,
      Connection reading,
      LocalDate night,
      TreeMap<String, Row> now,
      @Nullable Told first)
      throws Exception {
    var once = run(session, reading, night, now, true);
    assertThat(run(session, reading, night, now, true)).as("the same rows").isEqualTo(once);
    assertThat(first == null ? once : first).isEqualTo(once);
  }

  /** A table that is empty grows under the statement that fills it: it is not to be scanned. */
  @Test
  void theFirstRowsAreNotLookedForInEachOther(TestDatabase database) throws Exception {
    try (var session = database.connect()) {
      var db = TestDatabase.on(session);
      db.execute("vacuum analyze deliver.sent_rows");
      var now = new TreeMap<String, Row>();
      IntStream.range(0, 2000).forEach(i -> now.put("C" + i, new Row("a" + i, "", "")));
      try (var state = new DestinationState(session, HOLDING, FIRST)) {
        tell(state.tonight(), now);
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

  /** The table of the night's rows is not analyzed, and each identifier is looked for in it. */
  @Test
  void identifiersAreNotLookedForInAllRowsEach(TestDatabase database) throws Exception {
    int customers = 5000;
    try (var session = database.connect();
        var reading = database.connect()) {
      var now = new TreeMap<String, Row>();
      IntStream.range(0, customers).forEach(i -> now.put("C" + i, new Row("a" + i, "n" + i, "")));
      run(session, reading, FIRST, now, true);
      now.replaceAll((key, row) -> new Row("b" + row.address(), row.number(), ""));
      try (var state = new DestinationState(session, HOLDING, FIRST.plusDays(1))) {
        tell(state.tonight(), now);
        assertThat(state.compare(customers).replaced()).isEqualTo(customers);
        var db = TestDatabase.on(session);
        db.fetch("select pg_stat_force_next_flush()");
        assertThat(
                db.fetchSingle(
                        "select sum(seq_tup_read) from pg_stat_user_tables"
                            + " where relname in ('tonight', 'removes', 'differences')")
                    .get(0, Long.class))
            .as("rows read")
            .isBetween(customers * 3L, customers * 40L);
      }
    }
  }

  /** Tells the night's rows twice: all are kept the first time, and only those that differ then. */
  private static Told run(
      Connection session,
      Connection reading,
      LocalDate night,
      TreeMap<String, Row> now,
      boolean isConfirmed)
      throws Exception {
    Told all;
    ChangeCounts ofAll;
    try (var state = new DestinationState(session, HOLDING, night)) {
      tell(state.tonight(), now);
      ofAll = state.compare(now.size());
      all = told(session, state);
    }
    try (var state = new DestinationState(session, HOLDING, night)) {
      tell(state.tonight(reading), now);
      assertThat(state.compare(now.size())).isEqualTo(ofAll);
      assertThat(ofAll.added() + ofAll.changed()).isEqualTo(all.adds().size());
      assertThat(told(session, state)).isEqualTo(all);
      if (isConfirmed) {
        TestDatabase.on(session).transaction(tx -> state.advance(tx.dsl(), now.size()));
      }
    }
    return all;
  }

  private static Told told(Connection session, DestinationState state) {
    var db = TestDatabase.on(session);
    return new Told(
        rows(db.fetch(state.rows(FileKind.REMOVES, DELTAS))),
        rows(db.fetch(state.rows(FileKind.ADDS, DELTAS))));
  }

  private static void tell(OutputStream to, TreeMap<String, Row> now) throws Exception {
    try (var rows = to) {
      for (var each : now.entrySet()) {
        var row = each.getValue();
        var cells = "{\"%s\",\"%s\",\"%s\"}".formatted(row.address(), row.number(), row.name());
        var fingerprint = HexFormat.of().formatHex(cells.getBytes(StandardCharsets.UTF_8));
        var line = "%s\t\\\\x%s\t%s\n".formatted(each.getKey(), fingerprint, cells);
        rows.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static List<Row> rows(Result<Record> rows) {
    return rows.map(DestinationStateTest::row);
  }

  private static Row row(Record row) {
    return new Row(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class));
  }

  /** The rows that a night is compared with. */
  private static Map<String, Row> confirmed(Connection session) {
    return TestDatabase.on(session)
        .fetch(
            "select cells[1], cells[2], cells[3], customer_key from deliver.sent_rows"
                + " where removed_on is null")
        .intoMap(row -> row.get(3, String.class), DestinationStateTest::row);
  }

  private static Set<String> united(Set<Set<String>> people) {
    return people.stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** Some come, some go, some have another address, number or name, often that of somebody else. */
  private void live(TreeMap<String, Row> now) {
    for (int i = 0; i < 4; i++) {
      var key = "C" + random.nextInt(8);
      var row = new Row(one("", "a0", "a1", "a2"), one("", "n0", "n1"), one("Ann", "Bob"));
      if (random.nextInt(3) == 0 || row.identifiers().isEmpty()) {
        now.remove(key);
      } else {
        now.put(key, row);
      }
    }
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }
}
