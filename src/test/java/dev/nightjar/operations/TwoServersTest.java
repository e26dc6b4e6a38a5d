package dev.nightjar.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.demo.DemoShop;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Two servers on a shop that has missed two nights. The test holds a table, so that the first of
 * them stops in the middle, disturbs the servers, and compares with two nights that nobody
 * disturbed.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoServersTest {
  private static final LocalDate YESTERDAY =
      LocalDate.now(Clock.system(ZoneId.of("Europe/London"))).minusDays(1);
  private static final DemoShop DEMO = new DemoShop(7, 150, YESTERDAY);
  private static final String FIRST = DEMO.nights().get(1).toString();
  private static final String SECOND = DEMO.nights().get(2).toString();
  private static final String TABLE = "segments.memberships";
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private Path folder;
  private TestDatabase database;
  private String published;
  private Object extracts;
  private Shop shop;
  private List<NightjarProcess> servers;

  @BeforeAll
  void runANightAndTheNextTwoUndisturbed(@TempDir Path folder) throws Exception {
    this.folder = folder;
    database = TestDatabase.create();
    var before = folder.resolve("before");
    var inbox = Files.createDirectories(before.resolve("inbox"));
    DEMO.deliver(DEMO.nights().get(0), inbox);
    makeOld(inbox);
    new Shop(database, before).run(DEMO.nights().get(0).toString());
    DEMO.deliver(DEMO.nights().get(1), inbox);
    DEMO.deliver(DEMO.nights().get(2), inbox);
    var undisturbed = copy("undisturbed");
    try (var its = undisturbed.database()) {
      assertThat(undisturbed.run(FIRST)).isPresent();
      assertThat(undisturbed.run(SECOND)).isPresent();
      published = undisturbed.published();
      extracts = undisturbed.extracts();
    }
  }

  @BeforeEach
  void startTwoServers() throws Exception {
    shop = copy("shop-" + System.nanoTime());
  }

  @AfterAll
  void dropTheDatabase() throws Exception {
    database.close();
  }

  @Test
  void oneRunsTheNightAndTheOtherTakesOverWhenItIsKilled() throws Exception {
    disturb(
        (holder, worker) -> {
          kill(worker, "KILL");
          kill(parentOf(worker), "KILL");
          holder.rollback();
        });
  }

  @Test
  void aNightWhoseServerAloneIsKilledGoesOn() throws Exception {
    var attempts =
        disturb(
            (holder, worker) -> {
              kill(parentOf(worker), "KILL");
              Thread.sleep(6000); // the other one looks
              holder.rollback();
            });
    assertThat(attempts).containsOnly("1");
  }

  @Test
  void bothFrozenAndThawedFinishTheNightOnce() throws Exception {
    var attempts =
        disturb(
            (holder, worker) -> {
              freezeAll(worker);
              holder.rollback();
              Thread.sleep(8000);
              thawAll(worker);
            });
    assertThat(attempts).containsOnly("1");
  }

  @Test
  void theNightIsFinishedOnceWhenAFrozenServerLosesItsLockAndThaws() throws Exception {
    disturb(
        (holder, worker) -> {
          long parent = parentOf(worker);
          kill(worker, "STOP");
          kill(parent, "STOP");
          shop.database().endLockSessions();
          holder.rollback();
          Thread.sleep(8000); // the other one takes over
          kill(worker, "CONT");
          kill(parent, "CONT");
        });
  }

  @Test
  void aServerThatIsAskedToEndStopsItsNightAndTheOtherGoesOn() throws Exception {
    disturb(
        (holder, worker) -> {
          long start = System.nanoTime();
          var server =
              servers.stream().filter(each -> each.pid() == parentOf(worker)).findFirst().get();
          server.signal("TERM");
          assertThat(server.await().exitCode()).isEqualTo(143);
          assertThat(Duration.ofNanos(System.nanoTime() - start))
              .isLessThan(Duration.ofSeconds(30));
          holder.rollback();
        });
  }

  private interface Disturbance {
    /**
     * @param holder session that holds the table
     * @param worker process of the night
     */
    void of(Connection holder, long worker) throws Exception;
  }

  /** The attempts at each night. */
  private List<String> disturb(Disturbance disturbance) throws Exception {
    try (var its = shop.database()) {
      try (var holder = its.connectAsSuperuser()) {
        holder.setAutoCommit(false);
        holder.createStatement().execute("lock table " + TABLE + " in access exclusive mode");
        servers = List.of(serve(), serve());
        await(() -> !shop.rows(WAITING).isEmpty());
        disturbance.of(holder, Long.parseLong(shop.rows(WORKER).get(0)));
      }
      await(() -> shop.rows(FINISHED).equals(List.of(FIRST + "|1", SECOND + "|1")));
      Thread.sleep(2000); // nobody finds anything more to do
      assertThat(
              shop.rows("select status, max(revision), count(*) from pipeline.nights group by 1"))
          .containsExactly("finished|1|3");
      assertThat(shop.published()).isEqualTo(published);
      assertThat(shop.extracts()).isEqualTo(extracts);
      return shop.rows(ATTEMPTS);
    } finally {
      for (var server : servers) {
        if (server.isAlive()) {
          server.signal("TERM");
          assertThat(server.await().exitCode()).isEqualTo(143);
        }
      }
    }
  }

  private NightjarProcess serve() {
    return NightjarProcess.start(
        shop, "serve", "--set", "schedule.cron=0 0 * * *", "--set", "console.port=0");
  }

  private void freezeAll(long worker) throws Exception {
    for (var server : servers) {
      server.signal("STOP");
    }
    kill(worker, "STOP");
  }

  private void thawAll(long worker) throws Exception {
    kill(worker, "CONT");
    for (var server : servers) {
      server.signal("CONT");
    }
  }

  private static void kill(long process, String signal) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process)).start().waitFor();
  }

  private static long parentOf(long process) {
    return ProcessHandle.of(process).orElseThrow().parent().orElseThrow().pid();
  }

  private void await(BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as(() -> servers.stream().map(NightjarProcess::printed).toList().toString())
          .isLessThan(end);
      Thread.sleep(100);
    }
  }

  private static final String WAITING =
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type ="
          + " 'Lock' and query not like '%night_lock%'";

  private static final String WORKER =
      "select substring(application_name from 'process (\\d+)') from pg_stat_activity"
          + " where datname = current_database() and application_name like 'nightjar night%'";

  private static final String FINISHED =
      "select night, revision from pipeline.nights where status = 'finished' and night > '"
          + DEMO.nights().get(0)
          + "' order by 1";

  private static final String ATTEMPTS =
      "select count(*) from pipeline.batch_job_execution group by job_instance_id";

  /** The shop as it stood before the missed nights. */
  private Shop copy(String name) throws Exception {
    var target = folder.resolve(name);
    FileSystemUtils.copyRecursively(folder.resolve("before"), target);
    makeOld(target.resolve("inbox"));
    return new Shop(database.copy(), target);
  }

  private static void makeOld(Path inbox) throws IOException {
    try (var files = Files.list(inbox)) {
      for (var file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
      }
    }
  }
}
