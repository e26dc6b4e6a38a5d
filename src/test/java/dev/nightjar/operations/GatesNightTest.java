package dev.nightjar.operations;

import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestDatabase;
import dev.nightjar.pipeline.Night;
import dev.nightjar.ports.GateApprovals;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a gate does to a night. */
@DatabaseTest
class GatesNightTest {
  private static final String FIRST = "2025-01-30";
  private static final String SECOND = "2025-01-31";
  private static final String GATE = "gates.declared.vip-sales";
  private static final String ONLY_KEYS = "; of personal data, gates read only keys";

  /** The gate stops a night in which the customer VIP has ordered. */
  private static Shop guarded(Shop shop, String severity) {
    return shop.with(
            GATE
                + ".sql-rows=select 1 from orders.orders where customer_key = 'VIP' and ordered_on"
                + " = :night")
        .with(GATE + "." + severity + "-if.above=0");
  }

  private static void runBoth(Shop shop) {
    ANight.in(shop, FIRST).withOrders("A 3 days ago 10.00", "B 2 days ago 20.00").run();
    ANight.in(shop, SECOND).withOrders("VIP 0 days ago 99.00").deliver();
    shop.run(SECOND);
  }

  private static void stops(Shop shop) {
    assertThatThrownBy(() -> runBoth(shop))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(FailureCode.GATE_STOPPED);
              assertThat(failure)
                  .hasMessageContaining("1 gate stopped the night; what was published stays live.")
                  .hasMessageContaining("vip-sales: the query returned 1 row; error-if above 0")
                  .hasMessageContaining("Next: nightjar approve --date 2025-01-31 --reason");
            });
  }

  private static final String NOT_PASSED =
      "select gate, verdict, finding from operations.gate_results where kind = 'gate' and"
          + " verdict not in ('passed', 'not-judged') order by 1";

  @Test
  void anErrorKeepsYesterdaysPublicationAndExtracts(Shop shop) {
    guarded(shop, "error");
    ANight.in(shop, FIRST).withOrders("A 3 days ago 10.00", "B 2 days ago 20.00").run();
    var published = shop.published();
    var extracts = shop.extracts();
    ANight.in(shop, SECOND).withOrders("VIP 0 days ago 99.00").deliver();
    assertThatThrownBy(() -> shop.run(SECOND)).isInstanceOf(Failure.class);
    assertThat(shop.published()).isEqualTo(published);
    assertThat(shop.extracts()).isEqualTo(extracts);
    assertThat(shop.rows("select night from publish.publications")).containsExactly(FIRST);
    assertThatThrownBy(() -> shop.resume()).as("nothing has changed").isInstanceOf(Failure.class);
  }

  @Test
  void anApprovalLetsTheNightGoOnAndIsKeptWithReasonAndName(Shop shop) {
    guarded(shop, "error");
    stops(shop);
    var approved = approve(shop, null);
    assertThat(approved).extracting(GateApprovals.Approved::gate).containsExactly("vip-sales");
    assertThat(shop.resume()).isPresent();
    assertThat(shop.rows("select max(night) from publish.publications")).containsExactly(SECOND);
    assertThat(results(shop, SECOND)).containsExactly("vip-sales||approved|1");
    assertThat(
            shop.rows(
                "select night, gate, value, reason, approved_by from operations.gate_approvals"))
        .containsExactly("2025-01-31|vip-sales|1|she called|Ada");
    assertThatThrownBy(() -> shop.query(db -> db.execute("delete from operations.gate_approvals")))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> approve(shop, SECOND)).hasMessageContaining("No gate has stopped");
  }

  @Test
  void anApprovalIsForOneValueOnly(Shop shop) {
    guarded(shop, "error");
    stops(shop);
    approve(shop, SECOND);
    shop.deliver(
        "orders-more.csv", ANight.header(), "M,2025-01-31 09:00:00,VIP,P,1,10.00,completed");
    assertThatThrownBy(() -> shop.runAgain(SECOND)).hasMessageContaining("2 rows");
  }

  @Test
  void aFixOfTheSettingsAndResumeFinishTheNight(Shop shop) {
    guarded(shop, "error");
    stops(shop);
    shop.with(GATE + ".error-if.above=5");
    assertThat(shop.resume()).isPresent();
    assertThat(results(shop, SECOND)).containsExactly("vip-sales||passed|1");
  }

  @Test
  void aWarningLetsTheNightFinishWithItsExitCode(Shop shop) {
    guarded(shop, "warn");
    runBoth(shop);
    assertThat(shop.rows("select max(night) from publish.publications")).containsExactly(SECOND);
    var warnings = shop.nights(nights -> nights.warnings(new Night(LocalDate.parse(SECOND), 1)));
    assertThat(warnings)
        .singleElement()
        .extracting(Failure::code)
        .isEqualTo(FailureCode.GATE_WARNED);
    assertThat(warnings.get(0))
        .hasMessage(
            "vip-sales: the query returned 1 row; warn-if above 0."
                + " Next: nightjar status --date 2025-01-31");
  }

  @Test
  void aGateThatCannotBeMeasuredNeverPasses(Shop shop) {
    shop.with("gates.timeout=1s")
        .with("gates.declared.a-typo.sql-number=select 1 from orders.ordres")
        .with("gates.declared.a-typo.warn-if.above=0")
        .with("gates.declared.b-slow.sql-number=select 1 from pg_sleep(30)")
        .with("gates.declared.b-slow.warn-if.above=0")
        .with(
            "gates.declared.c-values.sql-number=select customer_key::integer from orders.customers")
        .with("gates.declared.c-values.warn-if.above=0")
        .with("gates.declared.d-two.sql-number=select 1 union all select 2")
        .with("gates.declared.d-two.warn-if.above=0")
        .with("gates.declared.e-word.sql-number=select 'word' -- a comment")
        .with("gates.declared.e-word.warn-if.above=0")
        .with("gates.declared.f-writes.sql-number=select nextval('pipeline.attempts')")
        .with("gates.declared.f-writes.error-if.above=0")
        .with("gates.declared.g-phone.sql-number=select max(phone)::numeric from orders.customers")
        .with("gates.declared.g-phone.warn-if.above=0")
        .with("gates.declared.h-secret.sql-rows=select 1 from privacy.erasures")
        .with("gates.declared.h-secret.warn-if.above=0");
    ANight.in(shop, FIRST).withOrders("A 3 days ago 10.00").deliver();
    assertThatThrownBy(() -> shop.run(FIRST))
        .hasMessageContaining("f-writes: cannot be measured")
        .hasMessageNotContaining("a-typo");
    assertThat(shop.rows(NOT_PASSED))
        .containsExactly(
            "a-typo|warned|cannot be measured: ERROR: relation \"orders.ordres\" does not exist",
            "b-slow|warned|cannot be measured: the query took longer than gates.timeout, 1 s",
            "c-values|warned|cannot be measured: the query failed, SQL state 22P02",
            "d-two|warned|cannot be measured: sql-number must return one row",
            "e-word|warned|cannot be measured: sql-number must return a number",
            "f-writes|stopped|cannot be measured: ERROR: permission denied for schema pipeline"
                + ONLY_KEYS,
            "g-phone|warned|cannot be measured: ERROR: permission denied for table customers"
                + ONLY_KEYS,
            "h-secret|warned|cannot be measured: ERROR: permission denied for schema privacy"
                + ONLY_KEYS);
  }

  @Test
  void aDryNightGoesOnWithRightsAndTimeOfItsOwn(Shop shop) {
    ANight.in(shop, FIRST).withOrders("A 3 days ago 10.00").deliver();
    shop.with("gates.declared.mine.sql-number=select count(*) from orders.customers")
        .with("gates.declared.mine.warn-if.above=0");
    var dry = nightjar(shop, "run", "--dry", "--date", FIRST);
    assertThat(dry.exitCode()).as(dry.output()).isZero();
    assertThat(dry.output()).contains("mine: the query returned 1; warn-if above 0");
  }

  @Test
  void theRoleOfGatesReadsWhatNightsMakeButNoContactDataAndWritesNothing(Shop shop)
      throws Exception {
    assertThat(
            shop.rows(
                """
                select n.nspname || '.' || c.relname || '.' || a.attname
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relkind in ('r', 'p', 'v') and n.nspname not like 'pg\\_%'
                  and n.nspname not in ('information_schema', 'pipeline', 'console')
                  and has_column_privilege('nightjar_gates', c.oid, a.attnum, 'select')
                    <> (n.nspname <> 'privacy' and (a.attname = 'customer_key'
                      or coalesce(col_description(c.oid, a.attnum), '') not like 'PII.%'))
                """))
        .isEmpty();
    try (var connection = shop.database().connect()) {
      var gate = TestDatabase.on(connection);
      gate.execute("set role nightjar_gates");
      assertThat(gate.fetch("select count(distinct customer_key) from orders.orders")).isNotEmpty();
      for (var forbidden :
          List.of(
              "delete from orders.order_parts",
              "update operations.gate_results set verdict = 'passed'",
              "insert into operations.gate_approvals (night) values ('2025-01-31')",
              "select email from ingest.suppressions",
              "select cells from ingest.rejects",
              "select identity from orders.identities",
              "select cells from deliver.sent_rows",
              "select * from pipeline.nights",
              "select * from privacy.erasures",
              "create table public.t (n int)")) {
        assertThatThrownBy(() -> gate.execute(forbidden))
            .as(forbidden)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void withoutItsRoleAQueryIsNotAsked(Shop shop) throws Exception {
    try (var connection = shop.database().connectAsSuperuser()) {
      var stranger = TestDatabase.on(connection);
      stranger.execute("set session authorization nightjar_reader");
      var asked = new SqlMeasures(stranger, LocalDate.parse(FIRST), Duration.ofSeconds(1));
      assertThat(asked.rows("select 1").isBroken()).isTrue();
      assertThat(asked.rows("select 1").finding())
          .isEqualTo(
              "cannot be measured: the role nightjar_gates is not there, or not granted to"
                  + " Nightjar's: docs/database.md");
    }
  }

  @Test
  void aCheckCanBeLoweredToAWarning(Shop shop) {
    ANight.in(shop, FIRST).withOrders("A 3 days ago 10.00").run();
    shop.with("gates.checks.moves-add-up=warn");
    assertThatThrownBy(
            () -> shop.with("gates.checks.no-opted-out-customer-is-published=warn").run(SECOND))
        .hasMessageContaining("cannot only warn");
  }

  private static List<GateApprovals.Approved> approve(Shop shop, String night) {
    return shop.open(
        context ->
            context
                .getBean(GateApprovals.class)
                .approve(night == null ? null : LocalDate.parse(night), "she called", "Ada"));
  }

  private static List<String> results(Shop shop, String night) {
    return shop.rows(
        """
        select gate, subject, verdict, value from operations.gate_results
        where night = '%s' and gate = 'vip-sales' order by 1, 2
        """
            .formatted(night));
  }
}
