package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.demo.DemoShop;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/**
 * Ends the second night of a shop while a stage waits for a table that the test holds: with {@code
 * kill -9}, by signals, and by {@code nightjar stop}. Then resumes it, and compares with a night
 * that nobody disturbed.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartTest {
  private static final DemoShop DEMO = new DemoShop(7, 300, LocalDate.parse("2026-06-30"));

  private Path folder;
  private TestDatabase database;
  private Shop undisturbed;
  private static LocalDate secondNight;

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

  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("ingest", "ingest.order_lines");
    TABLES.put("orders", "orders.orders");
    TABLES.put("rfm", "rfm.scores");
    TABLES.put("clustering", "clustering.members");
    TABLES.put("forecast", "forecast.customers");
    TABLES.put("segments", "segments.memberships");
    TABLES.put("audiences", "audiences.members");
    TABLES.put("publish", "publish.customer_segments");
    TABLES.put("deliver", "deliver.extracts");
  }

  static Set<String> stages() {
    return TABLES.keySet();
  }

  @ParameterizedTest
  @MethodSource("stages")
  void aNightKilledInAStageIsCompletedByResume(String stage) throws Exception {
    endedBy(stage, (shop, night) -> night.kill());
  }

  /** The night is stopped between rows by the same code in each stage. */
  static Stream<String> stagesForSigterm() {
    return Rounds.of(0, 1) == 1 ? stages().stream() : Stream.of("ingest", "segments", "deliver");
  }

  @ParameterizedTest
  @MethodSource("stagesForSigterm")
  void aNightEndedBySigtermInAStageIsCompletedByResume(String stage) throws Exception {
    endedBy(stage, (shop, night) -> signal("TERM", 143, night));
  }

  @Test
  void aNightEndedByCtrlCIsCompletedByResume() throws Exception {
    endedBy("orders", (shop, night) -> signal("INT", 130, night));
  }

  private static void signal(String signal, int exitCode, NightjarProcess night) throws Exception {
    long start = System.nanoTime();
    night.signal(signal);
    var result = night.await();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.output())
        .endsWith(
            "Night %1$s was stopped.%nNext: nightjar resume --date %1$s%n".formatted(secondNight));
  }

  @ParameterizedTest
  @ValueSource(strings = "clustering")
  void aNightStoppedByACommandInAStageIsCompletedByResume(String stage) throws Exception {
    endedBy(
        stage,
        (shop, night) -> {
          assertThat(NightjarProcess.nightjar(shop, "stop"))
              .extracting(NightjarProcess.Result::exitCode, NightjarProcess.Result::output)
              .containsExactly(
                  0,
                  "Stopping night %1$s, process %2$d …%nNight %1$s is stopped.%nNext: nightjar resume --date %1$s%n"
                      .formatted(secondNight, night.pid()));
          assertThat(night.await().exitCode()).isEqualTo(143);
          assertThat(shop.rows("select status from pipeline.nights order by night desc limit 1"))
              .containsExactly("failed");
          assertThat(NightjarProcess.nightjar(shop, "stop").output())
              .isEqualTo("No night is running; nothing was stopped.\n");
        });
  }

  private interface End {
    void of(Shop shop, NightjarProcess night) throws Exception;
  }

  private void endedBy(String stage, End end) throws Exception {
    var shop = copy(UUID.randomUUID().toString());
    try (var database = shop.database()) {
      endWhileWaitingFor(TABLES.get(stage), shop, end);
      assertThat(shop.rows("select stage from pipeline.stages where status <> 'finished'"))
          .containsExactly(stage);

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

  private void endWhileWaitingFor(String table, Shop shop, End end) throws Exception {
    try (var holder = shop.database().connectAsSuperuser()) {
      holder.setAutoCommit(false);
      execute(holder, "lock table " + table + " in access exclusive mode");
      var night = NightjarProcess.start(shop, "run", "--date", secondNight.toString());
      while (!isSomebodyWaiting(shop)) {
        assertThat(night.isAlive()).as(night::printed).isTrue();
        Thread.sleep(50);
      }
      end.of(shop, night);
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
