package dev.nightjar.bench.chaos;

import dev.nightjar.bench.EmbeddedServer;
import dev.nightjar.bench.chaos.Timeline.Moment;
import dev.nightjar.bench.chaos.Timeline.Stage;
import dev.nightjar.database.Database;
import dev.nightjar.home.Home;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A session on the database of a home, whose server it starts; looks at one night. */
final class Witness implements AutoCloseable {
  private static final int LOOK_MILLIS = 3;

  private final Home home;
  private final LocalDate night;
  private final Database database;
  private final Connection connection;
  private final DSLContext db;

  Witness(Home home, LocalDate night) throws SQLException {
    this.home = home;
    this.night = night;
    this.database = Database.of(home);
    this.connection = database.dedicated("chaos");
    this.db = DSL.using(connection, SQLDialect.POSTGRES);
  }

  DSLContext db() {
    return db;
  }

  boolean isFinished() {
    return !db.fetch(
            "select 1 from pipeline.nights where night = {0} and status = 'finished'",
            DSL.inline(night))
        .isEmpty();
  }

  int finishedNights() {
    return db.fetch("select distinct night from pipeline.nights where status = 'finished'").size();
  }

  Timeline timeline() {
    return new Timeline(
        db.fetch(
                """
                select stage, extract(epoch from finished_at - started_at) * 1000
                from pipeline.stages where night = {0} order by started_at
                """,
                DSL.inline(night))
            .map(row -> new Stage(row.get(0, String.class), row.get(1, Double.class))));
  }

  /**
   * Waits for a moment of the night, or until its command ends.
   *
   * @return the stage that was running then
   */
  String await(Moment moment, Run run) throws InterruptedException {
    var isReached = "select 1 from pipeline.stages where night = {0} and stage = {1}";
    while (run.isAlive()
        && db.fetch(isReached, DSL.inline(night), DSL.inline(moment.stage())).isEmpty()) {
      Thread.sleep(LOOK_MILLIS);
    }
    Thread.sleep(moment.millis());
    var running =
        db.fetch(
            "select stage from pipeline.stages where night = {0} and status = 'running'",
            DSL.inline(night));
    if (running.isEmpty()) {
      return isFinished() ? "after the night" : "between stages";
    }
    return running.get(0).get(0, String.class);
  }

  /** Ends the session that holds the lock of nights, as an administrator or a firewall does. */
  void endLockSession() {
    db.fetch(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name like 'nightjar night%'
        """);
  }

  /** Kills the server as {@code kill -9} does. */
  void killServer() throws IOException {
    ProcessHandle.of(EmbeddedServer.process(home)).orElseThrow().destroyForcibly();
  }

  /** A session of the server's superuser, which Nightjar itself does not use. */
  Connection superuser() throws IOException, SQLException {
    return EmbeddedServer.superuser(home);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // the server is gone, and the session with it
    }
    database.close();
  }
}
