package dev.nightjar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.database.Database;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.Background;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ApplicationContext;

/** Two processes, and the lock's session of the first has ended. */
@DatabaseTest
class NightLockTest {
  private static final Night NIGHT = new Night(LocalDate.parse("2025-01-31"), 1);
  private static final String INSERT = "insert into written values (%d)";

  @Test
  void afterAnotherProcessTookTheLockNothingIsWritten(Shop shop) {
    with(
        shop,
        (first, second) -> {
          try (var hold = lock(first).take(NIGHT)) {
            shop.database().endLockSessions();
            try (var other = lock(second).take(NIGHT)) {
              assertLost(() -> write(first, 1));
              assertLost(() -> lock(first).keep());
              write(second, 2);
            }
            assertLost(() -> write(first, 3));
          }
        });
    assertThat(shop.rows("select * from written")).containsExactly("2");
  }

  @Test
  void aLockThatNobodyElseTookIsTakenAgain(Shop shop) {
    with(
        shop,
        (first, second) -> {
          try (var hold = lock(first).take(NIGHT)) {
            shop.database().endLockSessions();
            lock(first).keep();
            write(first, 1);
            assertThatThrownBy(() -> lock(second).take(NIGHT))
                .isInstanceOfSatisfying(
                    Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.NIGHT_RUNNING));
          }
          lock(second).take(NIGHT).close();
        });
    assertThat(shop.rows("select * from written")).containsExactly("1");
  }

  @Test
  void aLockThatAnotherProcessHadMeanwhileIsLost(Shop shop) {
    with(
        shop,
        (first, second) -> {
          try (var hold = lock(first).take(NIGHT)) {
            shop.database().endLockSessions();
            lock(second).take(NIGHT).close();
            lock(first).keep();
            assertLost(() -> write(first, 1));
          }
        });
    assertThat(shop.rows("select * from written")).isEmpty();
  }

  @Test
  @Timeout(120)
  void theNextHolderWaitsForAnOpenTransaction(Shop shop) {
    with(
        shop,
        (first, second) -> {
          try (var hold = lock(first).take(NIGHT)) {
            var other =
                db(first)
                    .transactionResult(
                        transaction -> {
                          shop.database().endLockSessions();
                          var taken = Background.start(() -> take(second));
                          while (shop.rows(WAITING).isEmpty()) {
                            assertThat(taken).isNotDone();
                            Thread.sleep(20);
                          }
                          transaction.dsl().execute(INSERT.formatted(1));
                          // what belongs to it goes on, or both would wait for ever
                          write(first, 2);
                          return taken;
                        });
            try (var theirs = other.get(1, TimeUnit.MINUTES)) {
              assertLost(() -> write(first, 3));
            }
          }
        });
    assertThat(shop.rows("select * from written order by 1")).containsExactly("1", "2");
  }

  @Test
  void theServerProbesSessionsThatAreQuiet(Shop shop) {
    var probes =
        shop.open(
            process -> {
              try (var session = process.getBean(Database.class).dedicated("test");
                  var statement = session.createStatement();
                  var row = statement.executeQuery("show tcp_keepalives_idle")) {
                row.next();
                return row.getInt(1);
              } catch (SQLException e) {
                throw new AssertionError(e);
              }
            });
    assertThat(probes).isEqualTo(60);
  }

  private static final String WAITING =
      """
      select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
        and query like 'update pipeline.night_turns%'
      """;

  private interface Processes {
    void run(ApplicationContext first, ApplicationContext second) throws Exception;
  }

  private static void with(Shop shop, Processes processes) {
    shop.query(db -> db.execute("create table written (number int)"));
    shop.open(
        first ->
            shop.open(
                second -> {
                  try {
                    processes.run(first, second);
                    return null;
                  } catch (Exception e) {
                    throw new AssertionError(e);
                  }
                }));
  }

  private static NightLock.Hold take(ApplicationContext process) {
    try {
      return lock(process).take(NIGHT);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void write(ApplicationContext process, int number) {
    db(process).transaction(t -> t.dsl().execute(INSERT.formatted(number)));
  }

  private static void assertLost(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.LOCK_LOST))
        .hasMessageContaining("nightjar resume");
  }

  private static NightLock lock(ApplicationContext process) {
    return process.getBean(NightLock.class);
  }

  private static DSLContext db(ApplicationContext process) {
    return process.getBean(DSLContext.class);
  }
}
