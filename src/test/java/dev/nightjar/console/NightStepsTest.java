package dev.nightjar.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.home.Failure;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.Background;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The one step that a page offers, and what it does. */
@DatabaseTest
class NightStepsTest {
  private static final String REQUIRED = "ingest.sources.shop-orders.expect.required=true";
  private static final String NIGHT = "/nights/2025-01-31";

  private final List<String> commands = new ArrayList<>();

  private int command(Shop shop, List<String> command) {
    commands.add(String.join(" ", command));
    var date = command.get(2);
    try {
      if (command.get(0).equals("resume")) {
        shop.resume(date);
      } else if (command.contains("--again")) {
        shop.runAgain(date);
      } else {
        shop.run(date);
      }
      return 0;
    } catch (Failure e) {
      return e.code().exitCode();
    }
  }

  private static String until(String text, String path, AConsole.Visitor visitor) {
    for (int i = 0; i < 300; i++) {
      var body = visitor.get(path).body();
      if (body.contains(text)) {
        return body;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(200);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError(text + " does not come: " + visitor.get(path).body());
  }

  private static String offered(AConsole.Visitor visitor, String path) {
    var body = visitor.get(path).body();
    int at = body.indexOf("name=\"step\" value=\"");
    return at < 0 ? "" : body.substring(at + 19, body.indexOf('"', at + 19));
  }

  @Test
  void aNightThatAGateStoppedIsApprovedWithAReasonAndResumed(Shop shop) {
    shop.with("gates.declared.five.sql-number=select 5")
        .with("gates.declared.five.error-if.above=1")
        .at("2025-02-01T02:30:00Z");
    ANight.in(shop, "2025-01-31").withOrders("A 10 days ago 120.00").deliver();
    assertThatThrownBy(() -> shop.run("2025-01-31")).isInstanceOf(Failure.class);
    AConsole.of(
        shop,
        command -> command(shop, command),
        console -> {
          var ops = console.loggedIn(Role.OPS);
          assertThat(ops.get(NIGHT).body())
              .contains("GATE_STOPPED", "stopped", "What the runbook says");
          assertThat(offered(ops, NIGHT)).isEqualTo("APPROVE");
          assertThat(ops.post(NIGHT, Map.of("step", "APPROVE")).statusCode()).isEqualTo(409);
          assertThat(
                  ops.post(NIGHT, Map.of("step", "APPROVE", "reason", "five is right"))
                      .statusCode())
              .isEqualTo(302);
          until("approved by ops: five is right", NIGHT, ops);
          until("finished</b>", NIGHT, ops);
          assertThat(offered(ops, NIGHT)).isEmpty();
        });
    assertThat(commands).containsExactly("resume --date 2025-01-31");
    assertThat(shop.rows("select approved_by, reason from operations.gate_approvals"))
        .containsExactly("ops|five is right");
    assertThat(
            shop.rows(
                "select account, action, subject, night from console.audit where action <> 'login'"))
        .containsExactly("ops|Approve and resume|five is right|2025-01-31");
  }

  @Test
  void aNightThatAnotherHasOvertakenIsRunAgainAndAMissingOneIsRun(Shop shop) {
    shop.with(REQUIRED).at("2025-02-02T02:30:00Z");
    assertThatThrownBy(() -> shop.run("2025-01-30")).hasMessageContaining("0 of 1 required");
    ANight.in(shop, "2025-02-01").withOrders("A 10 days ago 120.00").run();
    AConsole.of(
        shop,
        command -> command(shop, command),
        console -> {
          var ops = console.loggedIn(Role.OPS);
          assertThat(offered(ops, "/nights/2025-01-30")).isEqualTo("RUN_AGAIN");
          assertThat(offered(ops, NIGHT)).isEqualTo("RUN");
          assertThat(offered(ops, "/nights/2025-02-01")).isEmpty();
          assertThat(offered(ops, "/nights/2025-02-02")).as("to come").isEmpty();
          ANight.in(shop, "2025-01-31").withOrders("B 10 days ago 120.00").deliver();
          ops.post(NIGHT, Map.of("step", "RUN"));
          until("finished</b>", NIGHT, ops);
          assertThat(ops.post(NIGHT, Map.of("step", "RUN")).body())
              .contains("Night 2025-01-31 is in another state by now.");
        });
    assertThat(commands).containsExactly("run --date 2025-01-31");
  }

  @Test
  void aRunningNightIsFollowedAndStopped(Shop shop) throws Exception {
    shop.at("2025-02-01T02:30:00Z").stages(migrated -> {});
    ANight.in(shop, "2025-01-31").withOrders("A 10 days ago 120.00").deliver();
    try (var block = shop.database().connect()) {
      block.setAutoCommit(false);
      block.createStatement().execute("lock table segments.memberships in exclusive mode");
      var night = Background.start(() -> shop.run("2025-01-31"));
      AConsole.of(
          shop,
          console -> {
            var ops = console.loggedIn(Role.OPS);
            var body = until("running", NIGHT, ops);
            assertThat(body).contains("hx-trigger=\"every 2s\"", NIGHT + "/progress");
            assertThat(offered(ops, NIGHT)).isEqualTo("STOP");
            assertThat(ops.post(NIGHT, Map.of("step", "STOP")).statusCode()).isEqualTo(302);
            until("NIGHT_STOPPED", NIGHT, ops);
            assertThat(ops.get(NIGHT + "/progress").headers().firstValue("HX-Refresh"))
                .as("the end loads the page again")
                .hasValue("true");
            assertThat(offered(ops, NIGHT)).isEqualTo("RESUME");
          });
      assertThatThrownBy(() -> night.get(1, TimeUnit.MINUTES)).hasMessageContaining("was stopped");
    }
  }

  @Test
  void rejectedLinesAreShownToOpsDownloadedAndOnRecord(Shop shop) {
    shop.at("2025-02-01T02:30:00Z")
        .with("ingest.sources.shop-orders.expect.max-reject-share=1")
        .deliver(
            "orders-2025-01-31.csv",
            ANight.header(),
            "1,2025-01-10 12:00:00,A,P,1,10.00,completed",
            "2,2025-01-10 12:00:00,B,P,many,10.00,completed",
            "3,2025-01-10 12:00:00,C,P,lots,10.00,completed")
        .run("2025-01-31");
    AConsole.of(
        shop,
        console -> {
          var ops = console.loggedIn(Role.OPS);
          assertThat(console.loggedIn(Role.VIEWER).get(NIGHT).body())
              .contains("Rejected lines", "orders-2025-01-31.csv")
              .doesNotContain("many");
          assertThat(ops.get(NIGHT + "/rejects").body()).contains("many").doesNotContain("lots");
          var csv = ops.get(NIGHT + "/rejects/nightjar-rejects-2025-01-31.csv");
          assertThat(csv.headers().firstValue("Content-Disposition"))
              .hasValue("attachment; filename=\"nightjar-rejects-2025-01-31.csv\"");
          assertThat(csv.body().lines()).hasSize(3).anyMatch(line -> line.contains("lots"));
        });
    assertThat(
            shop.rows(
                "select action, subject from console.audit where account = 'ops' and action <> 'login' order by audit_id"))
        .containsExactly("look|rejected lines", "download|nightjar-rejects-2025-01-31.csv");
  }
}
