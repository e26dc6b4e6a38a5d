package dev.nightjar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.database.Database;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@DatabaseTest
class NightStopTest {
  private static final Night NIGHT = new Night(LocalDate.parse("2025-01-31"), 1);
  private static final StageReport REPORT = new StageReport("done", Map.of());

  @Test
  void aStageThatComputesWithoutNoticingIsLeftBehindAndCanWriteNoMore(Shop shop) throws Exception {
    open(
        shop,
        (stop, db) -> {
          var computing = new CompletableFuture<Thread>();
          var end = new CompletableFuture<Void>();
          var late = new CompletableFuture<Throwable>();
          try (var watch = stop.take(NIGHT)) {
            stopWhen(computing, stop);
            assertStops(
                stop,
                () -> {
                  computing.complete(Thread.currentThread());
                  while (!end.isDone()) {
                    Thread.onSpinWait();
                  }
                  late.complete(thrownBy(() -> write(db)));
                  return REPORT;
                });
            write(db); // the record of the night
          }
          end.complete(null);
          assertThat(late.get())
              .isInstanceOfSatisfying(
                  Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.NIGHT_STOPPED));
          assertThat(computing.get()).isNotNull();
        });
  }

  @Test
  void aTransactionThatIsOpenDoesNotCommit(Shop shop) throws Exception {
    open(
        shop,
        (stop, db) -> {
          var writing = new CompletableFuture<Thread>();
          try (var watch = stop.take(NIGHT)) {
            stopWhen(writing, stop);
            assertStops(
                stop,
                () -> {
                  db.transaction(
                      transaction -> {
                        transaction.dsl().execute("create table written (x int)");
                        writing.complete(Thread.currentThread());
                        untilInterrupted();
                      });
                  return REPORT;
                });
          }
        });
    assertThat(shop.rows("select to_regclass('written') is null")).containsExactly("true");
  }

  @Test
  void aReportThatComesAfterTheRequestDoesNotCount(Shop shop) throws Exception {
    open(
        shop,
        (stop, db) -> {
          var working = new CompletableFuture<Thread>();
          try (var watch = stop.take(NIGHT)) {
            stopWhen(working, stop);
            assertStops(
                stop,
                () -> {
                  working.complete(Thread.currentThread());
                  untilInterrupted();
                  return REPORT;
                });
          }
        });
  }

  @Test
  void aRequestStopsTheTurnThatItSawAndNoLaterOne(Shop shop) throws Exception {
    open(
        shop,
        (stop, db) -> {
          assertThat(stop.request()).isEmpty();
          try (var watch = stop.take(NIGHT)) {
            assertThat(stop.request())
                .hasValueSatisfying(running -> assertThat(running.night()).isEqualTo(NIGHT.date()));
            assertStops(
                stop,
                () -> {
                  untilInterrupted();
                  return REPORT;
                });
          }
          try (var watch = stop.take(NIGHT)) {
            Thread.sleep(2500);
            assertThat(stop.run(() -> REPORT)).isEqualTo(REPORT);
          }
        });
  }

  @Test
  void aSignalCountsThatComesWhileRequestsAreLookedFor(Shop shop) throws Exception {
    open(
        shop,
        (stop, db) -> {
          try (var holder = shop.database().connectAsSuperuser();
              var watch = stop.take(NIGHT)) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("lock table pipeline.stop_requests");
            Thread.sleep(1500); // the look waits for the table
            stop.onSignal();
            holder.rollback();
            Thread.sleep(500);
            assertStops(
                stop,
                () -> {
                  untilInterrupted();
                  return REPORT;
                });
          }
        });
  }

  @Test
  void withoutANightThereIsNothingToStop(Shop shop) throws Exception {
    open(shop, (stop, db) -> assertThat(stop.onSignal()).isFalse());
  }

  private static void assertStops(NightStop stop, Supplier<StageReport> stage) {
    assertThatThrownBy(() -> stop.run(stage))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.NIGHT_STOPPED))
        .hasMessage(
            "Night 2025-01-31 was stopped.%nNext: nightjar resume --date 2025-01-31".formatted());
  }

  private static void stopWhen(CompletableFuture<Thread> begun, NightStop stop) {
    begun.thenRunAsync(stop::onSignal);
  }

  private static void untilInterrupted() {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!Thread.currentThread().isInterrupted() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void write(DSLContext db) {
    db.transaction(transaction -> transaction.dsl().execute("select 1"));
  }

  private static Throwable thrownBy(Runnable work) {
    try {
      work.run();
      return new AssertionError("nothing was thrown");
    } catch (CompletionException | Failure e) {
      return e;
    }
  }

  private interface Use {
    void of(NightStop stop, DSLContext db) throws Exception;
  }

  private static void open(Shop shop, Use use) throws Exception {
    shop.open(
        context -> {
          try {
            var database = context.getBean(Database.class);
            database.migrate();
            var stop = stop(context);
            var db = DSL.using(database.pool(), SQLDialect.POSTGRES);
            db.configuration().set(stop);
            use.of(stop, db);
            return true;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static NightStop stop(ApplicationContext context) {
    return new NightStop(
        context.getBean(Database.class),
        context.getBean(NightLock.class),
        context.getBean(Clock.class),
        Duration.ofMillis(500));
  }
}
