package dev.nightjar.operations;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.pipeline.Nights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server runs, where each command runs in the test's own process. */
@DatabaseTest
class NightServerTest {
  private static final String REQUIRED = "ingest.sources.shop-orders.expect.required=true";
  private static final int KILLED = 137;

  private final List<String> screen = new ArrayList<>();

  @BeforeEach
  void aSchedule(Shop shop) {
    shop.with("schedule.cron=30 2 * * *").with("schedule.catch-up=2");
  }

  private static void finishANight(Shop shop) {
    shop.at("2025-01-29T02:30:00Z");
    ANight.in(shop, "2025-01-28").withOrders("A 10 days ago 120.00").run();
  }

  @Test
  void missedNightsRunOldestFirst(Shop shop) {
    finishANight(shop);
    assertThat(served(shop, "2025-01-31T02:30:00Z"))
        .containsExactly("run --date 2025-01-29", "run --date 2025-01-30");
    assertThat(shop.rows("select night, status from pipeline.nights order by 1"))
        .containsExactly("2025-01-28|finished", "2025-01-29|finished", "2025-01-30|finished");
    assertThat(served(shop, "2025-01-31T20:00:00Z")).isEmpty();
  }

  @Test
  void nightsBeforeTheLimitAreNamed(Shop shop) {
    finishANight(shop);
    assertThat(served(shop, "2025-02-01T20:00:00Z"))
        .containsExactly("run --date 2025-01-30", "run --date 2025-01-31");
    assertThat(screen)
        .contains(
            "1 night was missed before the last of schedule.catch-up.%nNext: nightjar backfill --from 2025-01-29 --to 2025-01-29"
                .formatted());
  }

  @Test
  void aNightThatFailsIsTriedOnceInARoundAndDoesNotHoldUpTheNext(Shop shop) {
    finishANight(shop);
    shop.with(REQUIRED);
    assertThat(served(shop, "2025-01-31T02:30:00Z"))
        .containsExactly("run --date 2025-01-29", "run --date 2025-01-30");
    assertThat(served(shop, "2025-01-31T03:30:00Z")).as("by a server that starts later").isEmpty();
    // once more in the next round, if it is among the last
    assertThat(served(shop, "2025-02-01T02:30:00Z"))
        .containsExactly("resume --date 2025-01-30", "run --date 2025-01-31");
  }

  @Test
  void theLastNightThatFailedIsResumedInTheNextRound(Shop shop) {
    finishANight(shop);
    shop.with(REQUIRED);
    assertThat(served(shop, "2025-01-30T02:30:00Z")).containsExactly("run --date 2025-01-29");
    shop.deliver("orders-late.csv", ANight.header(), "1,2025-01-10 12:00:00,A,P,1,10.00,completed");
    assertThat(served(shop, "2025-01-31T02:30:00Z"))
        .containsExactly("resume --date 2025-01-29", "run --date 2025-01-30");
  }

  @Test
  void anInterruptedNightIsResumedAtOnceEvenIfItIsTheFirst(Shop shop) {
    shop.at("2025-01-30T02:30:00Z").with(REQUIRED);
    assertThatThrownBy(() -> shop.run("2025-01-29")).hasMessageContaining("0 of 1 required");
    // as if its process had been killed
    shop.query(db -> db.execute("update pipeline.nights set status = 'running'"));
    assertThat(served(shop, "2025-01-30T20:00:00Z")).containsOnly("resume --date 2025-01-29");
  }

  @Test
  void aShopWithoutNightsWaitsForItsFirstRun(Shop shop) {
    shop.stages(migrated -> {});
    assertThat(served(shop, "2025-01-30T20:00:00Z")).isEmpty();
    assertThat(screen)
        .containsExactly("Next run: 2025-01-31 02:30 Europe/London, for night 2025-01-30");
  }

  @Test
  void aNightWhoseProcessIsKilledEachTimeIsGivenUp(Shop shop) {
    finishANight(shop);
    var commands = new ArrayList<String>();
    serve(
        shop.at("2025-01-30T02:30:00Z"),
        arguments -> {
          commands.add(String.join(" ", arguments));
          return KILLED;
        });
    assertThat(commands).hasSize(3).containsOnly("run --date 2025-01-29");
  }

  @Test
  void statusShowsTheNextRun(Shop shop) {
    finishANight(shop);
    assertThat(nightjar(shop, "status").output())
        .containsPattern("(?m)^Next run: \\S+ 02:30 Europe/London, for night \\S+$");
    var json = json(nightjar(shop, "status", "--json"));
    assertThat(json.at("/night").asString()).isEqualTo("2025-01-28");
    assertThat(json.at("/nextRun/at").asString()).contains("T02:30:00");
    assertThat(json(nightjar(shop, "status", "--json", "--set", "schedule.cron=")).has("nextRun"))
        .isFalse();
  }

  private List<String> served(Shop shop, String moment) {
    var commands = new ArrayList<String>();
    shop.at(moment).nights(nights -> serveWith(nights, shop, commands));
    return commands;
  }

  private boolean serveWith(Nights nights, Shop shop, List<String> commands) {
    serve(
        shop,
        arguments -> {
          commands.add(String.join(" ", arguments));
          var night = LocalDate.parse(arguments.get(2));
          try {
            if (arguments.get(0).equals("resume")) {
              nights.resume(night);
            } else {
              nights.run(night, arguments.contains("--again"));
            }
            return 0;
          } catch (Failure e) {
            return e.code().exitCode();
          }
        });
    return true;
  }

  private void serve(Shop shop, NightCommands commands) {
    shop.open(
        context -> {
          var server = context.getBean(NightServer.class);
          var commandsBegun = new AtomicInteger();
          stopWhenIdle(server, commandsBegun, 0);
          try {
            server.serve(
                arguments -> {
                  int number = commandsBegun.incrementAndGet();
                  int exitCode = commands.run(arguments);
                  stopWhenIdle(server, commandsBegun, number);
                  return exitCode;
                },
                screen::add);
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return true;
        });
  }

  /** Stops a server that begins no further command within four seconds. */
  private static void stopWhenIdle(NightServer server, AtomicInteger begun, int number) {
    CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS)
        .execute(
            () -> {
              if (begun.get() == number) {
                server.stop();
              }
            });
  }
}
