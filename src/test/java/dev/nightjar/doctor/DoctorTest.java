package dev.nightjar.doctor;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.database.Database;
import dev.nightjar.doctor.Finding.Verdict;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the doctor finds in a database, and without one. */
@DatabaseTest
class DoctorTest {
  private static final String NIGHT = "2025-01-31";

  /** The findings of a check that are not ok, as text; all of its findings if all are ok. */
  private static String found(NightjarProcess.Result result, String check) {
    var all = json(result).valueStream().filter(each -> text(each, "check").equals(check)).toList();
    assertThat(all).as(check).isNotEmpty();
    var bad = all.stream().filter(each -> !text(each, "verdict").equals("ok")).toList();
    return String.join(
        "\n",
        (bad.isEmpty() ? all : bad)
            .stream()
                .map(
                    each ->
                        "%s: %s → %s"
                            .formatted(
                                text(each, "verdict"), text(each, "what"), text(each, "next")))
                .toList());
  }

  private static String text(JsonNode finding, String key) {
    return finding.get(key).asString("");
  }

  @Test
  void aHealthyShopIsWell(Shop shop) {
    var before = nightjar(shop, "doctor", "--json");
    assertThat(before.exitCode()).as(before.output()).isZero();
    assertThat(found(before, "nights")).contains("no night has run yet");
    ANight.in(shop, NIGHT).withOrders("A 1 day ago 10.00", "B 3 days ago 20.00").run();
    var healthy = nightjar(shop, "doctor", "--json");
    assertThat(healthy.exitCode()).as(healthy.output()).isZero();
    assertThat(json(healthy).valueStream().map(each -> text(each, "check")).distinct())
        .contains(
            "settings",
            "disk",
            "access",
            "ports",
            "database",
            "clock",
            "nights",
            "feeds",
            "approvals",
            "alerts");
    assertThat(found(healthy, "nights")).contains("the newest is that of " + NIGHT);
    assertThat(nightjar(shop, "doctor").output()).containsPattern("\n0 fail, \\d+ warn, \\d+ ok\n");
  }

  @Test
  void aDatabaseWithoutTablesIsLeftAsItIs(@TempDir Path home) throws Exception {
    try (var empty = TestDatabase.of("select 1")) {
      var shop = new Shop(empty, home);
      var examined = nightjar(shop, "doctor", "--json");
      assertThat(examined.exitCode()).as(examined.output()).isZero();
      assertThat(found(examined, "database")).contains(" to come with the next night");
      assertThat(shop.rows("select 1 from pg_namespace where nspname = 'pipeline'")).isEmpty();
    }
  }

  @Test
  void withoutADatabaseTheRestIsChecked(Shop shop) {
    var away =
        nightjar(shop, "doctor", "--json", "--set=db.url=jdbc:postgresql://127.0.0.1:1/none");
    assertThat(away.exitCode()).isEqualTo(14);
    assertThat(found(away, "database"))
        .startsWith("fail: PostgreSQL at jdbc:postgresql://127.0.0.1:1/none cannot be reached");
    assertThat(found(away, "disk")).contains(" GiB free for home");
    assertThat(found(away, "alerts")).startsWith("ok");
  }

  @Test
  void withWrongSettingsTheRestIsChecked(Shop shop) {
    ANight.in(shop, NIGHT).withOrders("A 1 day ago 10.00").run();
    var wrong = nightjar(shop, "doctor", "--json", "--set=rfm.binz=4");
    assertThat(wrong.exitCode()).isEqualTo(14);
    assertThat(found(wrong, "settings"))
        .contains("rfm.binz: ", "nightjar lint", "servers, keys and nights are not checked");
    assertThat(found(wrong, "database")).contains("ok: PostgreSQL ", " answers");
    assertThat(found(wrong, "clock")).startsWith("ok");
    assertThat(found(wrong, "approvals")).startsWith("ok");
    var worse = nightjar(shop, "doctor", "--json", "--set=db.port=none");
    assertThat(found(worse, "database")).contains("the section db is wrong");
    assertThat(found(worse, "alerts")).startsWith("ok");
  }

  @Test
  void aFailedNightItsFileAndItsUnsentAlertAreFound(Shop shop) {
    shop.with("ingest.sources.shop-orders.expect.required=true")
        .with("alerts.webhooks.ops.address=http://127.0.0.1:1/geheim-2")
        .with("alerts.retries=0");
    assertThat(nightjar(shop, "run", "--date", NIGHT).exitCode()).isEqualTo(1);
    var failed = nightjar(shop, "doctor", "--json");
    assertThat(failed.exitCode()).isEqualTo(14);
    assertThat(found(failed, "nights"))
        .startsWith("fail: night " + NIGHT + " is failed at ingest with FILE_MISSING")
        .contains("nightjar resume --date " + NIGHT);
    assertThat(found(failed, "feeds"))
        .contains("warn: shop-orders: missing in night " + NIGHT + "; last file: none");
    assertThat(found(failed, "alerts"))
        .startsWith("warn: alerts.webhooks.ops has not taken alerts since ");
    assertThat(failed.output()).doesNotContain("geheim");
  }

  @Test
  void whatWaitsForAnApprovalIsFound(Shop shop) {
    ANight.in(shop, NIGHT).withOrders("A 1 day ago 10.00", "B 2 days ago 20.00").run();
    shop.query(
        db ->
            db.execute(
                """
                update deliver.changes set stopped_for = 'too many would leave'
                where audience = 'everybody'\
                """));
    var waiting = nightjar(shop, "doctor", "--json");
    assertThat(waiting.exitCode()).as(waiting.output()).isZero();
    assertThat(found(waiting, "approvals"))
        .startsWith("warn: everybody waits at generic-csv: too many would leave.")
        .contains("nightjar approve everybody --destination generic-csv --date " + NIGHT);
  }

  @Test
  void aGateThatStoppedTheNightIsToBeApproved(Shop shop) {
    shop.with("gates.declared.none.sql-rows=select 1 from orders.customers")
        .with("gates.declared.none.error-if.above=0");
    ANight.in(shop, NIGHT).withOrders("A 1 day ago 10.00").deliver();
    assertThat(nightjar(shop, "run", "--date", NIGHT).exitCode()).isEqualTo(13);
    var stopped = nightjar(shop, "doctor", "--json");
    assertThat(stopped.exitCode()).isEqualTo(14);
    assertThat(found(stopped, "nights"))
        .contains("GATE_STOPPED", "nightjar approve --date " + NIGHT);
    assertThat(found(stopped, "gates")).contains("none in night " + NIGHT);
  }

  @Test
  void aScheduleWithoutNightsIsFound(Shop shop) {
    shop.with("schedule.cron=30 2 * * *");
    ANight.in(shop, NIGHT).withOrders("A 1 day ago 10.00").run();
    var missed = nightjar(shop, "doctor", "--json");
    assertThat(missed.exitCode()).isEqualTo(14);
    assertThat(found(missed, "schedule"))
        .contains("no night after " + NIGHT, "nightjar backfill --from 2025-02-01 --to ");
  }

  @ParameterizedTest
  @CsvSource({"1, OK", "20, WARN", "600, FAIL", "-600, FAIL"})
  void aClockThatIsWrongIsFound(int seconds, Verdict verdict, Shop shop) {
    var clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
    List<Finding> findings =
        shop.open(context -> DatabaseCheck.of(context.getBean(Database.class), clock)).findings();
    assertThat(findings)
        .filteredOn(each -> each.check().equals("clock"))
        .singleElement()
        .extracting(Finding::verdict)
        .isEqualTo(verdict);
  }
}
