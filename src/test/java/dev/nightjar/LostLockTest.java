package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.demo.DemoShop;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Ends the session that holds the lock at a random moment of a shop's second night, starts another
 * process on the night at once, and compares with a night that nobody disturbed.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostLockTest {
  private static final DemoShop DEMO = new DemoShop(7, 60, LocalDate.parse("2026-06-30"));
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
    var undisturbed = copy("undisturbed");
    try (var its = undisturbed.database()) {
      long start = System.nanoTime();
      assertThat(undisturbed.run(NIGHT)).isPresent();
      millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      published = undisturbed.published();
      extracts = undisturbed.extracts();
    }
  }

  @AfterAll
  void dropTheDatabase() throws Exception {
    database.close();
  }

  @RepeatedTest(20)
  void oneOfTwoStopsAndTheNightIsAsIfUndisturbed(RepetitionInfo repetition) throws Exception {
    var shop = copy("shop-" + repetition.getCurrentRepetition());
    try (var its = shop.database()) {
      var first = CompletableFuture.supplyAsync(() -> outcome(() -> shop.run(NIGHT)));
      var moment = new Random(repetition.getCurrentRepetition());
      while (shop.rows(HOLDERS).isEmpty() && !first.isDone()) {
        Thread.sleep(5);
      }
      Thread.sleep(moment.nextLong(millis));
      int ended = its.endLockSessions();
      var second = outcome(() -> anotherProcess(shop));

      var outcomes = List.of(first.get(2, TimeUnit.MINUTES), second);
      assertThat(outcomes).as("%d sessions ended", ended).containsOnlyOnce(Optional.empty());
      assertThat(outcomes)
          .filteredOn(Optional::isPresent)
          .extracting(Optional::get)
          .isSubsetOf(FailureCode.LOCK_LOST, FailureCode.NIGHT_RUNNING, FailureCode.NIGHT_REFUSED);
      assertThat(shop.rows("select status, count(*) from pipeline.nights group by status"))
          .containsExactly("finished|2");
      assertThat(shop.published()).isEqualTo(published);
      assertThat(shop.extracts()).isEqualTo(extracts);
    }
  }

  private static Optional<?> anotherProcess(Shop shop) {
    var other = new Shop(shop.database(), shop.folder());
    return shop.rows("select 1 from pipeline.nights where night = '" + NIGHT + "'").isEmpty()
        ? other.run(NIGHT)
        : other.resume();
  }

  private interface Work {
    Optional<?> run();
  }

  /** The code with which a process stopped; empty if it finished the night. */
  private static Optional<FailureCode> outcome(Work work) {
    try {
      assertThat(work.run()).isPresent();
      return Optional.empty();
    } catch (Failure e) {
      return Optional.of(e.code());
    }
  }

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
