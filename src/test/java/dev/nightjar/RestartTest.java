package dev.nightjar;

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
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/**
 * Kills the second night of a shop with {@code kill -9} while a stage waits for a table that the
 * test holds, resumes it, and compares with a night that nobody disturbed.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartTest {
  private static final DemoShop DEMO = new DemoShop(7, 300, LocalDate.parse("2026-06-30"));

  private Path folder;
  private TestDatabase database;
  private Shop undisturbed;
  private LocalDate secondNight;

  @BeforeAll
  void runTheFirstNightOnceAndTheSecondUndisturbed(@TempDir Path folder) throws Exception {
    this.folder = folder;
    var first = folder.resolve("first");
    database = TestDatabase.create();
    var night = DEMO.nights().get(0);
    deliver(night, first);
    assertThat(new Shop(database, first).run(night.toString())).isPresent();
    secondNight = DEMO.nights().get(1);
    deliver(secondNight, first);
    undisturbed = copy("undisturbed");
    assertThat(undisturbed.run(secondNight.toString())).isPresent();
  }

  @AfterAll
  void dropTheDatabases() throws Exception {
    undisturbed.database().close();
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ingest, ingest.order_lines",
    "orders, orders.orders",
    "rfm, rfm.scores",
    "clustering, clustering.members",
    "forecast, forecast.customers",
    "segments, segments.memberships",
    "publish, publish.customer_segments",
    "deliver, deliver.extracts"
  })
  void aNightKilledInAStageIsCompletedByResume(String stage, String table) throws Exception {
    var shop = copy(stage + table);
    try (var database = shop.database()) {
      killWhileWaitingFor(table, shop);
      assertThat(shop.rows("select stage, status from pipeline.stages where status <> 'finished'"))
          .containsExactly(stage + "|running");

      assertThat(shop.resume()).isPresent();

      assertThat(shop.published()).isEqualTo(undisturbed.published());
      assertThat(shop.extracts()).isEqualTo(undisturbed.extracts());
      assertThat(shop.reports()).hasSize(2).isEqualTo(undisturbed.reports());
      assertThat(shop.rows(ATTEMPTS)).containsExactlyElementsOf(attempts(stage));
    }
  }

  /** The stages that were done are not done again. */
  private static Iterable<String> attempts(String killed) {
    return java.util.stream.Stream.of(
            "ingest",
            "orders",
            "rfm",
            "clustering",
            "forecast",
            "segments",
            "audiences",
            "publish",
            "deliver")
        .map(stage -> stage + "|" + (stage.equals(killed) ? 2 : 1))
        .toList();
  }

  private void killWhileWaitingFor(String table, Shop shop) throws Exception {
    try (var holder = shop.database().connectAsSuperuser()) {
      holder.setAutoCommit(false);
      execute(holder, "lock table " + table + " in access exclusive mode");
      var night = NightjarProcess.start(shop, "run", "--date", secondNight.toString());
      while (!isSomebodyWaiting(shop)) {
        assertThat(night.isAlive()).as(night::printed).isTrue();
        Thread.sleep(50);
      }
      night.kill();
    }
  }

  private boolean isSomebodyWaiting(Shop shop) throws Exception {
    try (var connection = shop.database().connectAsSuperuser()) {
      return TestDatabase.on(connection)
          .fetchExists(
              org.jooq
                  .impl
                  .DSL
                  .selectOne()
                  .from("pg_stat_activity")
                  .where("datname = current_database() and wait_event_type = 'Lock'"));
    }
  }

  /** The shop as it stood before its second night. */
  private Shop copy(String name) throws Exception {
    var target = folder.resolve(name);
    FileSystemUtils.copyRecursively(folder.resolve("first"), target);
    makeOld(target.resolve("inbox"));
    return new Shop(database.copy(), target);
  }

  private static void deliver(LocalDate night, Path home) throws IOException {
    var inbox = Files.createDirectories(home.resolve("inbox"));
    DEMO.deliver(night, inbox);
    makeOld(inbox);
  }

  private static void makeOld(Path inbox) throws IOException {
    try (var files = Files.list(inbox)) {
      for (var file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
      }
    }
  }

  private static void execute(Connection connection, String sql) throws Exception {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static final String ATTEMPTS =
      """
      select s.step_name, count(*)
      from pipeline.batch_step_execution s
      join pipeline.batch_job_execution e using (job_execution_id)
      where e.job_instance_id = (select max(job_instance_id) from pipeline.batch_job_instance)
      group by s.step_name
      order by min(s.step_execution_id)
      """;
}
