package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Shop;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@DatabaseTest
class NightsTest {
  private static final String NIGHT = "2025-01-31";

  @Test
  void aFinishedNightIsNotRunASecondTime(Shop shop) {
    ANight.in(shop, NIGHT).withOrders("A 10 days ago 120.00").run();
    assertThat(shop.run(NIGHT)).isEmpty();
    assertThat(shop.resume(NIGHT)).isEmpty();
    assertThat(shop.rows("select revision, status from pipeline.nights"))
        .containsExactly("1|finished");
  }

  @Test
  void againRunsAFinishedNightAsAnotherRevisionWithTheSameBytes(Shop shop) {
    ANight.in(shop, NIGHT).withOrders("A 10 days ago 120.00", "B 5 days ago 1.00").run();
    var before = shop.published();
    var extracts = shop.extracts();
    assertThat(shop.runAgain(NIGHT)).isPresent();
    assertThat(shop.published()).isEqualTo(before);
    extracts.replaceAll((path, text) -> text.replace("\"revision\" : 1", "\"revision\" : 2"));
    assertThat(shop.extracts()).isEqualTo(extracts);
    assertThat(shop.rows("select revision, status from pipeline.nights order by 1"))
        .containsExactly("1|finished", "2|finished");
  }

  @Test
  void anUnfinishedNightIsResumedNotRun(Shop shop) {
    failAtPublishing(shop, NIGHT);
    assertThatThrownBy(() -> shop.run(NIGHT))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.NIGHT_REFUSED))
        .hasMessageContaining("nightjar resume --date " + NIGHT);
    mend(shop);
    assertThat(shop.resume()).isPresent();
    assertThat(shop.rows("select status from pipeline.nights")).containsExactly("finished");
  }

  @Test
  void aNightThatAnotherHasOvertakenIsRunAgainNotResumed(Shop shop) {
    failAtPublishing(shop, NIGHT);
    mend(shop);
    assertThat(shop.run("2025-02-01")).isPresent();
    assertThatThrownBy(() -> shop.resume(NIGHT))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.NIGHT_REFUSED))
        .hasMessageContaining("nightjar run --date " + NIGHT + " --again");
    assertThat(shop.runAgain(NIGHT)).isPresent();
    assertThat(shop.rows("select distinct night from published.customer_segments"))
        .as("the newest published night stays live")
        .containsExactly("2025-02-01");
  }

  @Test
  void theOldestNightThatCanBeResumedIsResumed(Shop shop) {
    failAtPublishing(shop, "2025-02-01");
    assertThatThrownBy(() -> shop.run(NIGHT)).isInstanceOf(Failure.class);
    mend(shop);
    assertThat(shop.resume())
        .as("the later night is overtaken")
        .hasValueSatisfying(night -> assertThat(night.date()).hasToString(NIGHT));
    assertThatThrownBy(shop::resume).hasMessageContaining("nightjar run --date 2025-02-01 --again");
  }

  @Test
  void aNightThatWasNeverBegunCannotBeResumed(Shop shop) {
    assertThatThrownBy(() -> shop.resume(NIGHT)).hasMessageContaining("has not run yet");
    assertRefused(shop::resume, "No night has run yet");
  }

  @Test
  void aNightThatEndedBeforeItWasRecordedIsNotHiddenByResume(Shop shop) {
    var recorded = "alter table pipeline.nights %s constraint closed %s";
    shop.run("2025-01-30");
    shop.query(db -> db.execute(recorded.formatted("add", "check (night < '2025-01-31')")));
    assertThatThrownBy(() -> shop.run(NIGHT)).isInstanceOf(Failure.class);
    shop.query(db -> db.execute(recorded.formatted("drop", "")));
    assertRefused(shop::resume, "the newest is that of 2025-01-30");
  }

  private static void assertRefused(ThrowingCallable command, String message) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.NIGHT_REFUSED))
        .hasMessageContaining(message)
        .hasMessageContaining("Next: nightjar run");
  }

  @Test
  void twoNightsDoNotRunAtOnce(Shop shop) throws Exception {
    shop.query(
        db ->
            db.execute(
                "insert into pipeline.nights (night, revision, status, settings, started_at)"
                    + " values ('2025-01-30', 1, 'running', '{}', now())"));
    try (var holder = shop.database().connect();
        var lock = holder.createStatement()) {
      lock.execute("set application_name = 'nightjar night 2025-01-30, process 4711'");
      holder.setAutoCommit(false);
      lock.execute("lock table pipeline.night_lock in exclusive mode");
      var second =
          NightjarProcess.start(shop.database(), shop.folder(), "run", "--date", NIGHT).await();
      assertThat(second.exitCode()).isEqualTo(4);
      assertThat(second.output())
          .contains("Another night is running: nightjar night 2025-01-30, process 4711")
          .doesNotContain("\tat ", "still unfinished");
    }
    assertThat(shop.rows("select night from pipeline.nights")).containsExactly("2025-01-30");
  }

  @Test
  void anUnexpectedFaultNamesTheStageAndTheNextCommand(Shop shop) {
    assertThatThrownBy(() -> failWith(shop, "alter table rfm.cut_points rename to gone"))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.STAGE_BROKEN))
        .hasMessageContaining("Stage rfm failed unexpectedly")
        .hasMessageContaining("Next: nightjar resume --date " + NIGHT);
    assertThat(shop.rows("select stage, status, failure_code from pipeline.stages order by 1"))
        .containsExactly("ingest|finished|", "orders|finished|", "rfm|failed|STAGE_BROKEN");
  }

  private static void failAtPublishing(Shop shop, String night) {
    shop.deliver("orders-1.csv", ANight.header(), "1,2025-01-10 12:00:00,A,P,1,10.00,completed");
    try {
      shop.query(db -> db.execute("alter table publish.publications rename to gone"));
      shop.run(night);
    } catch (Failure expected) {
      assertThat(expected.code()).isEqualTo(FailureCode.STAGE_BROKEN);
    }
  }

  private static void mend(Shop shop) {
    shop.query(db -> db.execute("alter table publish.gone rename to publications"));
  }

  private static void failWith(Shop shop, String sql) {
    shop.query(db -> db.execute(sql));
    shop.run(NIGHT);
  }
}
