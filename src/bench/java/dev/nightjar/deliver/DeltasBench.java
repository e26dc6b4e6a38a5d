package dev.nightjar.deliver;

import dev.nightjar.bench.Ratio;
import dev.nightjar.bench.Seconds;
import dev.nightjar.destinations.Destinations;
import dev.nightjar.destinations.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Measures finding and writing the differences from what was sent, for one customer of a hundred,
 * compared with a full join of the two states in one SQL statement.
 *
 * <p>Both states are in tables when the clock starts, each row with its key and its cells, as the
 * rows of the night are while the full file is written; streaming them into the state, and making
 * them the new state, is measured separately.
 */
public final class DeltasBench {
  private static final String DESTINATION = "google-customer-match";
  private static final String AUDIENCE = "bench";
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final String ROWS =
      """
      select customer_key, email, phone, first_name, last_name, country, zip, segment, recency_days,
        orders_count, net_value
      from public.bench_members order by customer_key collate "C"
      """;
  private static final String FULL_JOIN =
      """
      select count(*) filter (where b.customer_key is null) as adds,
        count(*) filter (where a.customer_key is null) as removes,
        count(*) filter (where a.customer_key = b.customer_key) as changes
      from public.bench_now a full join public.bench_before b using (customer_key)
      where a.cells is distinct from b.cells
      """;
  private static final Set<FileKind> KINDS = EnumSet.of(FileKind.REMOVES, FileKind.ADDS);
  private static final double TARGET = 2;

  private final Path folder;
  private final DSLContext db;
  private final Destinations destinations;

  /**
   * @param folder in which files can be made
   * @param db in which the bench can make tables
   */
  public DeltasBench(Path folder, DSLContext db, Destinations destinations) {
    this.folder = folder;
    this.db = db;
    this.destinations = destinations;
  }

  /**
   * A night in which some rows differ.
   *
   * @param stream seconds to normalise all rows and to stream them into the state
   * @param deltas seconds to find the differences and to write removes and adds
   * @param keep seconds to make the night's rows the new state
   * @param fullJoin seconds of the statement
   */
  public record Round(
      long added,
      long changed,
      long removed,
      double stream,
      double deltas,
      double keep,
      double fullJoin) {
    double ratio() {
      return deltas / fullJoin;
    }

    /** As a line for the screen. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "changes: %,d added, %,d changed, %,d removed: %.2f s, full join %.2f s; to stream the rows"
              + " %.2f s, to advance it %.2f s",
          added,
          changed,
          removed,
          deltas,
          fullJoin,
          stream,
          keep);
    }
  }

  /** Measures some nights, after a first one that is not counted. */
  public List<Round> run(long customers, int rounds) throws IOException, InterruptedException {
    clear();
    new ExtractsBench(folder, db, destinations).fill(customers);
    db.execute("alter table public.bench_members add number bigint");
    db.execute("update public.bench_members set number = substr(customer_key, 2)::bigint");
    Files.createDirectories(folder);
    var measured = new ArrayList<Round>();
    for (int i = 0; i <= rounds + 1; i++) {
      if (i > 0) {
        change(i);
      }
      var round = round(FIRST.plusDays(i));
      if (i > 1) {
        measured.add(round);
      }
    }
    clear();
    return measured;
  }

  /** The target's line: the median of the rounds' ratios. */
  public static Ratio ratio(List<Round> rounds) {
    double median = Ratio.median(rounds.stream().mapToDouble(Round::ratio));
    return new Ratio("changes", median, "<= " + TARGET);
  }

  private Round round(LocalDate night) {
    var profile = destinations.profile(DESTINATION).orElseThrow();
    var holding = new Holding(DESTINATION, AUDIENCE, profile);
    return db.connectionResult(
        session -> {
          try (var state = new DestinationState(session, holding, night)) {
            return round(session, state, profile);
          }
        });
  }

  private Round round(Connection session, DestinationState state, Profile profile)
      throws IOException, InterruptedException {
    var rows = new long[1];
    double stream = Seconds.of(() -> rows[0] = stream(state, profile));
    double fullJoin = fullJoin(session);
    var found = new ChangeCounts[1];
    double time =
        Seconds.of(
            () -> {
              found[0] = state.compare(rows[0]);
              write(session, profile, "removes", state.rows(FileKind.REMOVES, KINDS));
              write(session, profile, "adds", state.rows(FileKind.ADDS, KINDS));
            });
    double keep = Seconds.of(() -> keep(session, state, rows[0]));
    return new Round(
        found[0].added(), found[0].changed(), found[0].removed(), stream, time, keep, fullJoin);
  }

  private static void keep(Connection session, DestinationState state, long customers) {
    DSL.using(session, SQLDialect.POSTGRES)
        .transaction(transaction -> state.advance(transaction.dsl(), customers));
  }

  private long stream(DestinationState state, Profile profile) {
    return db.connectionResult(
        other -> {
          var extraction = destinations.extraction(profile, folder, "bench", AUDIENCE);
          try (var rows = state.tonight()) {
            return extraction.stream(other, ROWS, ExtractsBench.VALUES, rows).rows();
          }
        });
  }

  /** Both states in tables of their own, and the statement on them. */
  private double fullJoin(Connection session) throws IOException, InterruptedException {
    var sql = DSL.using(session, SQLDialect.POSTGRES);
    sql.execute("create table public.bench_now as select customer_key, cells from tonight");
    sql.execute(
        "create table public.bench_before as select customer_key, cells from deliver.sent_rows"
            + " where destination = '%s' and audience = '%s' and removed_on is null"
                .formatted(DESTINATION, AUDIENCE));
    sql.execute("analyze public.bench_now");
    sql.execute("analyze public.bench_before");
    sql.execute("set work_mem = '128MB'"); // as the night has it
    double seconds = Seconds.of(() -> sql.fetch(FULL_JOIN));
    sql.execute("reset work_mem");
    sql.execute("drop table public.bench_now, public.bench_before");
    return seconds;
  }

  private void write(Connection session, Profile profile, String mode, String sql) {
    try {
      var extraction = destinations.extraction(profile, folder, "bench-" + mode, AUDIENCE);
      for (var file : extraction.copyMade(session, sql, name -> Optional.empty()).files()) {
        Files.delete(folder.resolve(file.name()));
      }
    } catch (IOException | SQLException | InterruptedException e) {
      throw new IllegalStateException("the bench cannot write", e);
    }
  }

  /**
   * Each night, of three hundred customers one has another address, one is gone and one is new: one
   * row of a hundred differs.
   */
  private void change(int night) {
    db.execute(
        "update public.bench_members set email = '%1$d.' || email where number %% 300 = %1$d"
            .formatted(night));
    db.execute(
        """
        update public.bench_members set customer_key = 'D%1$d-' || number
        where number %% 300 = 100 + %1$d
        """
            .formatted(night));
    db.execute("vacuum analyze public.bench_members");
  }

  private void clear() {
    db.execute("drop table if exists public.bench_members");
    for (var table : List.of("sent_rows", "states")) {
      db.execute(
          "delete from deliver.%s where destination = '%s' and audience = '%s'"
              .formatted(table, DESTINATION, AUDIENCE));
    }
  }
}
