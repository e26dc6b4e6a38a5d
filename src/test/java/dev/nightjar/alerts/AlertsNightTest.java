package dev.nightjar.alerts;

import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Receiver;
import dev.nightjar.kit.Shop;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nights that end badly, and what the people on call get of them. */
@DatabaseTest
class AlertsNightTest {
  private static final String NIGHT = "2025-01-31";
  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  private Shop alerting(Shop shop) {
    return shop.with("alerts.webhooks.ops.address=" + receiver.address())
        .with("alerts.console=https://nightjar.example.org");
  }

  private NightjarProcess.Result run(Shop shop, String... more) {
    var arguments = new java.util.ArrayList<>(List.of("run", "--date", NIGHT));
    arguments.addAll(List.of(more));
    return nightjar(shop, arguments.toArray(String[]::new));
  }

  private JsonNode one(String kind, String code) {
    var sent = receiver.take();
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).get("kind").asString()).isEqualTo(kind);
    assertThat(sent.get(0).get("code").asString("")).isEqualTo(code);
    return sent.get(0);
  }

  @Test
  void aStoppedNightIsApprovedAndOver(Shop shop) {
    alerting(shop)
        .with("gates.declared.none.sql-rows=select 1 from orders.customers")
        .with("gates.declared.none.error-if.above=0");
    ANight.in(shop, NIGHT).withOrders("Ann@example.com 1 day ago 10.00").deliver();
    var stopped = run(shop);
    assertThat(stopped.exitCode()).as(stopped.output()).isEqualTo(13);
    var alert = one("approval", "GATE_STOPPED");
    assertThat(alert.get("stage").asString()).isEqualTo("publish");
    assertThat(alert.get("details").get(0).asString())
        .isEqualTo("none: the query returned 1 row; error-if above 0");
    assertThat(alert.toString()).doesNotContainIgnoringCase("ann@");
    assertThat(nightjar(shop, "status").output())
        .contains("Next: nightjar approve --date " + NIGHT, "stopped", "error-if above 0");

    assertThat(nightjar(shop, "resume").exitCode()).isEqualTo(13);
    assertThat(receiver.take()).as("the same once more").isEmpty();

    assertThat(nightjar(shop, "approve", "--date", NIGHT).exitCode()).as("no reason").isEqualTo(2);
    var approved =
        nightjar(shop, "approve", "--date", NIGHT, "--reason", "first customer", "--by", "Ada");
    assertThat(approved.output())
        .contains("none, night " + NIGHT + ": approved by Ada.", "Next: nightjar resume --date");
    var done = nightjar(shop, "resume", "--date", NIGHT);
    assertThat(done.exitCode()).as(done.output()).isZero();
    one("recovery", "");
    assertThat(nightjar(shop, "status").output())
        .contains("approved", "; approved by Ada: first customer");
    assertThat(nightjar(shop, "status", "--json").output())
        .contains("\"reason\" : \"first customer\"");
  }

  @Test
  void aMissingFileIsNamedByItsCodeUntilItComes(Shop shop) {
    alerting(shop).with("ingest.sources.shop-orders.expect.required=true");
    assertThat(run(shop).exitCode()).isEqualTo(1);
    assertThat(one("failure", "FILE_MISSING").get("stage").asString()).isEqualTo("ingest");
    assertThat(nightjar(shop, "status").output()).contains("Next: nightjar");
    assertThat(run(shop).exitCode()).isEqualTo(6);
    one("failure", "NIGHT_REFUSED");
    ANight.in(shop, NIGHT).withOrders("A 1 day ago 10.00").deliver();
    assertThat(nightjar(shop, "resume").exitCode()).isZero();
    one("recovery", "");
  }

  @Test
  void noNightForTooLongIsSaidOnceByItsOwnCommand(Shop shop) {
    alerting(shop);
    ANight.in(shop, NIGHT).withOrders("A 1 day ago 10.00").run();
    assertThat(nightjar(shop, "alerts").exitCode()).isZero();
    assertThat(receiver.take()).isEmpty();
    shop.query(
        db -> db.execute("update pipeline.nights set finished_at = now() - interval '27 hours'"));
    assertThat(nightjar(shop, "alerts").exitCode()).isZero();
    assertThat(one("overdue", "").get("meaning").asString())
        .isEqualTo("No night has finished for 26 hours.");
    assertThat(nightjar(shop, "alerts").exitCode()).isZero();
    assertThat(receiver.take()).isEmpty();
    assertThat(run(shop, "--again").exitCode()).isZero();
    one("recovery", "");
    assertThat(nightjar(shop, "alerts", "--test").output())
        .isEqualTo("alerts.webhooks.ops: sent\n");
  }
}
