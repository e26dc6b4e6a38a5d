package dev.nightjar.doctor;

import dev.nightjar.database.Database;
import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Whether nights can use the database, and whether its clock and this one agree. */
final class DatabaseCheck {
  private static final String DATABASE = "database";
  private static final String CLOCK = "clock";

  /** The oldest version that is supported. */
  private static final int OLDEST = 15;

  private static final Duration WARN_FROM = Duration.ofSeconds(5);
  private static final Duration FAIL_FROM = Duration.ofMinutes(5);

  private final Database database;
  private final Clock clock;
  private final List<Finding> findings = new ArrayList<>();
  private boolean hasTables;

  private DatabaseCheck(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The findings, and whether the tables are as this version knows them.
   *
   * @param findings about ports, the database and the clock
   */
  record Result(List<Finding> findings, boolean hasTables) {}

  static Result of(Database database, Clock clock) {
    var check = new DatabaseCheck(database, clock);
    check.ports();
    if (database.exists()) {
      check.reach();
    } else {
      check.findings.add(Finding.ok(DATABASE, "the first night sets the embedded PostgreSQL up"));
    }
    return new Result(check.findings, check.hasTables);
  }

  private void ports() {
    database
        .blockedPort()
        .ifPresentOrElse(
            port ->
                findings.add(
                    Finding.fail(
                        "ports",
                        "another program listens on port %d of the embedded PostgreSQL"
                            .formatted(port),
                        "end that program, or set another port with db.port")),
            () -> findings.add(Finding.ok("ports", "no port that is needed is taken")));
  }

  private void reach() {
    try (var session = database.dedicated("nightjar")) {
      var before = clock.instant();
      var row =
          DSL.using(session, SQLDialect.POSTGRES)
              .fetchSingle(
                  """
                  select current_setting('server_version'),
                    current_setting('server_version_num')::integer / 10000, clock_timestamp()
                  """);
      var middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
      version(row.get(0, String.class), row.get(1, Integer.class));
      clock(row.get(2, OffsetDateTime.class).toInstant(), middle);
      schema();
    } catch (SQLException e) {
      findings.add(Finding.of(DATABASE, database.away(e)));
    } catch (Failure e) {
      findings.add(Finding.of(DATABASE, e));
    }
  }

  private void version(String version, int major) {
    findings.add(
        major < OLDEST
            ? Finding.fail(
                DATABASE,
                "PostgreSQL %s is older than version %d".formatted(version, OLDEST),
                "upgrade the server")
            : Finding.ok(DATABASE, "PostgreSQL %s answers".formatted(version)));
  }

  private void clock(Instant server, Instant here) {
    var difference = Duration.between(server, here).abs();
    var what =
        "this clock and the database server's differ by %,.1f s"
            .formatted(difference.toMillis() / 1e3);
    var next = "let both machines set their clocks by NTP (timedatectl shows whether they do)";
    findings.add(
        difference.compareTo(FAIL_FROM) >= 0
            ? Finding.fail(CLOCK, what, next)
            : difference.compareTo(WARN_FROM) >= 0
                ? Finding.warn(CLOCK, what, next)
                : Finding.ok(CLOCK, what));
  }

  private void schema() {
    int missing = database.missingMigrations();
    hasTables = missing == 0;
    findings.add(
        Finding.ok(
            DATABASE,
            hasTables
                ? "its tables are those of this version"
                : Counted.of(missing, "migration")
                    + " to come with the next night; what earlier nights left is not checked"));
  }
}
