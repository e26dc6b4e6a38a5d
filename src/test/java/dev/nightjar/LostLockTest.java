package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.demo.DemoShop;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.Background;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestDatabase;
import dev.nightjar.pipeline.Nights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/**
 * Ends the session that holds the lock at a random moment of a shop's second night, starts another
 * process on the night at once, and compares with a night that nobody disturbed.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostLockTest {
  private static final DemoShop DEMO = new DemoShop(7, 150, LocalDate.parse("2026-06-30"));
  private static final String NIGHT = DEMO.nights().get(1).toString();

  private Path folder;
  private TestDatabase database;
  private String published;
  private Object extracts;
  private long millis;

  @BeforeAll
  void runTheFirstNightOnceAndTheSecondUndisturbed(@TempDir Path folder) throws Exception {
    this.folder = folder;
    database = TestDatabase.create();
    var first = folder.resolve("first");
    var inbox = Files.createDirectories(first.resolve("inbox"));
    DEMO.deliver(DEMO.nights().get(0), inbox);
    makeOld(inbox);
    new Shop(database, first).run(DEMO.nights().get(0).toString());
    DEMO.deliver(DEMO.nights().get(1), inbox);
    runUndisturbed("cold");
    runUndisturbed("warm");
  }

  private void runUndisturbed(String name) throws Exception {
    var shop = copy(name);
    try (var its = shop.database()) {
      assertThat(shop.run(NIGHT)).isPresent();
      millis = Long.parseLong(shop.rows(MILLIS).get(0));
      published = shop.published();
      extracts = shop.extracts();
    }
  }

  @AfterAll
  void dropTheDatabase() throws Exception {
    database.close();
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void oneOfTwoStopsAndTheNightIsAsIfUndisturbed(int round) throws Exception {
    var shop = copy("shop-" + round);
    try (var its = shop.database()) {
      var first = Background.start(() -> outcome(() -> shop.run(NIGHT)));
      var second =
          new Shop(its, shop.folder()).nights(nights -> takeOver(nights, shop, first, round));

      var outcomes = List.of(first.get(2, TimeUnit.MINUTES), second);
      assertThat(outcomes).containsOnlyOnce(Optional.empty());
      assertThat(outcomes)
          .filteredOn(Optional::isPresent)
          .extracting(Optional::get)
          .isSubsetOf(
              FailureCode.LOCK_LOST,
              FailureCode.NIGHT_RUNNING,
              FailureCode.NIGHT_REFUSED,
              OWN_SESSION_ENDED);
      assertThat(shop.rows("select status, count(*) from pipeline.nights group by status"))
          .containsExactly("finished|2");
      assertThat(shop.published()).isEqualTo(published);
      assertThat(shop.extracts()).isEqualTo(extracts);
    }
  }

  static IntStream rounds() {
    return Rounds.numbered(6, 20);
  }

  /** Ends the session, once or until the second process has the turn. */
  private Optional<FailureCode> takeOver(
      Nights nights, Shop shop, CompletableFuture<?> first, int round) {
    await(() -> !shop.rows(HOLDERS).isEmpty() || first.isDone());
    sleep(new Random(round).nextLong(millis));
    var turn = shop.rows(TURN);
    endLockSessions(shop);
    if (round % 2 == 0) {
      return outcome(() -> workOn(nights, shop));
    }
    var second = Background.start(() -> outcome(() -> workOn(nights, shop)));
    await(
        () -> {
          endLockSessions(shop);
          return first.isDone() || !shop.rows(TURN).equals(turn);
        });
    return second.join();
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      sleep(10);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void endLockSessions(Shop shop) {
    try {
      shop.database().endLockSessions();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<?> workOn(Nights nights, Shop shop) {
    return shop.rows("select 1 from pipeline.nights where night = '" + NIGHT + "'").isEmpty()
        ? nights.run(LocalDate.parse(NIGHT), false)
        : nights.resume(LocalDate.parse(NIGHT));
  }

  /** The first process was faster. */
  private static final Optional<FailureCode> NOTHING_LEFT = Optional.of(FailureCode.NIGHT_REFUSED);

  private interface Work {
    Optional<?> run();
  }

  /** The code with which a process stopped; empty if it finished the night. */
  private static Optional<FailureCode> outcome(Work work) {
    try {
      return work.run().map(night -> Optional.<FailureCode>empty()).orElse(NOTHING_LEFT);
    } catch (Failure e) {
      return Optional.of(e.code());
    }
  }

  /** Of the second process, as the test cannot know whose session it ends. */
  private static final FailureCode OWN_SESSION_ENDED = FailureCode.DATABASE_AWAY;

  private static final String MILLIS =
      "select (extract(epoch from end_time - start_time) * 1000)::bigint"
          + " from pipeline.batch_job_execution order by job_execution_id desc limit 1";

  private static final String TURN = "select turn from pipeline.night_turns";

  private static final String HOLDERS =
      "select 1 from pg_stat_activity where application_name like 'nightjar night%'"
          + " and datname = current_database()";

  /** The shop as it stood before its second night. */
  private Shop copy(String name) throws Exception {
    var target = folder.resolve(name);
    FileSystemUtils.copyRecursively(folder.resolve("first"), target);
    makeOld(target.resolve("inbox"));
    return new Shop(database.copy(), target);
  }

  private static void makeOld(Path inbox) throws IOException {
    try (Stream<Path> files = Files.list(inbox)) {
      for (var file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
      }
    }
  }
}
