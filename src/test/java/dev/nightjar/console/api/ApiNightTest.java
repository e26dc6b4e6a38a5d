package dev.nightjar.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.home.Failure;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Programs that know openapi.yaml and nothing else, and run nights. */
@DatabaseTest
class ApiNightTest {
  private static final Map<String, String> NIGHT = Map.of("night", "2025-01-31");

  private static int command(Shop shop, List<String> command) {
    try {
      if (command.get(0).equals("resume")) {
        shop.resume(command.get(2));
      } else {
        shop.run(command.get(2));
      }
      return 0;
    } catch (Failure e) {
      return e.code().exitCode();
    }
  }

  private static int exitCode(DescribedApi api) {
    for (int i = 0; i < 300; i++) {
      var exitCode = DescribedApi.json(api.call("getCommand", NIGHT)).get("exitCode");
      if (!exitCode.isNull()) {
        return exitCode.asInt();
      }
      try {
        TimeUnit.MILLISECONDS.sleep(200);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("the command does not end");
  }

  @Test
  void oneRunsANightAndReadsItsSegments(Shop shop) {
    shop.at("2025-02-01T02:30:00Z");
    ANight.in(shop, "2025-01-31").withOrders("A 10 days ago 120.00").deliver();
    AConsole.of(
        shop,
        command -> command(shop, command),
        console -> {
          var api = DescribedApi.of(console.withToken(Role.OPS));
          assertThat(api.call("getNight", NIGHT).statusCode()).isEqualTo(404);
          var started = api.call("runNight", NIGHT);
          assertThat(started.statusCode()).isEqualTo(202);
          assertThat(started.headers().firstValue("Location"))
              .hasValue("/api/v1/nights/2025-01-31/command");
          assertThat(exitCode(api)).isZero();
          assertThat(DescribedApi.json(api.call("getNight", NIGHT)).get("status").asString())
              .isEqualTo("finished");
          assertThat(DescribedApi.json(api.call("listStages", NIGHT))).hasSize(9);
          assertThat(DescribedApi.json(api.call("listSegments", NIGHT)))
              .filteredOn(each -> each.get("customers").asInt() == 1)
              .hasSize(1);
          assertThat(api.call("runNight", NIGHT).statusCode()).isEqualTo(409);
        });
    assertThat(shop.rows("select account, action, night from console.audit"))
        .containsExactly("token:ops|Run|2025-01-31");
  }

  @Test
  void oneApprovesANightThatAGateStopped(Shop shop) {
    shop.with("gates.declared.five.sql-number=select 5")
        .with("gates.declared.five.error-if.above=1")
        .at("2025-02-01T02:30:00Z");
    ANight.in(shop, "2025-01-31").withOrders("A 10 days ago 120.00").deliver();
    AConsole.of(
        shop,
        command -> command(shop, command),
        console -> {
          var api = DescribedApi.of(console.withToken(Role.OPS));
          api.call("runNight", NIGHT);
          assertThat(exitCode(api)).isEqualTo(13);
          var refused = api.call("resumeNight", NIGHT);
          assertThat(refused.statusCode()).isEqualTo(409);
          assertThat(refused.body()).contains("needs another step: approve and resume");
          assertThat(api.call("approveNight", NIGHT, "{}").statusCode()).isEqualTo(400);
          assertThat(
                  api.call("approveNight", NIGHT, "{\"reason\": \"five is right\"}").statusCode())
              .isEqualTo(202);
          assertThat(exitCode(api)).isZero();
          assertThat(DescribedApi.json(api.call("getNight", NIGHT)).get("gates"))
              .anyMatch(each -> each.get("approvedBy").asString("").equals("token:ops"));
        });
    assertThat(shop.rows("select account, action, subject from console.audit order by audit_id"))
        .containsExactly("token:ops|Run|", "token:ops|Approve and resume|five is right");
  }
}
