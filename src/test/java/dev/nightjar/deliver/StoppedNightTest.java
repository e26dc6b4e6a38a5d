package dev.nightjar.deliver;

import static dev.nightjar.deliver.AGuard.current;
import static dev.nightjar.deliver.AGuard.keys;
import static dev.nightjar.deliver.AGuard.people;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.ports.GateApprovals;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A gate stops a night: who refused leaves what was delivered before, and nobody else does. */
@DatabaseTest
class StoppedNightTest {
  private static final String FIRST = "2025-01-29";
  private static final String SECOND = "2025-01-30";
  private static final String THIRD = "2025-01-31";

  /** A gate that stops every night from the second on. */
  private static Shop stopped(Shop shop) {
    Everybody.in(shop, "generic-csv")
        .with("audiences.declared.all.except.attributes.country=FR")
        .with("deliver.files.generic-csv=full,removes,adds")
        .with("privacy.secret=a secret of the tests")
        .with(
            "gates.declared.never.sql-number=select case when :night > '%s' then 1 else 0 end"
                .formatted(FIRST))
        .with("gates.declared.never.error-if.above=0");
    Everybody.tell(shop, "2025-01-01", people(1, 47));
    shop.run(FIRST);
    return shop;
  }

  private static void isStopped(Shop shop, Runnable run, String what) {
    assertThatThrownBy(run::run)
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.GATE_STOPPED))
        .hasMessageContaining(what);
    assertThat(shop.rows("select night from publish.publications")).containsExactly(FIRST);
  }

  @Test
  void whoOptedOutAndWhoWasErasedIsGoneFromTheDeliveredFiles(Shop shop) {
    stopped(shop);
    var replica = new Replica(shop, "generic-csv", "all");
    replica.follow(FIRST);
    Everybody.optOut(shop, SECOND, people(1, 2));
    Everybody.moveAway(shop, SECOND, people(21, 40));
    Everybody.tell(shop, SECOND, people(48, 50));
    isStopped(
        shop, () -> shop.run(SECOND), "People who refused since were removed from 1 extract.");
    assertThat(keys(current(shop))).as("newcomers wait, leavers stay").isEqualTo(keys(3, 47));
    assertThat(keys(replica.read(SECOND, "removes"))).isEqualTo(keys(1, 2));
    assertThat(replica.read(SECOND, "adds")).isEmpty();
    Replica.requireWhole(shop.folder().resolve("extracts"));

    shop.erase("C00003");
    isStopped(shop, shop::resume, "removed from 1 extract");
    assertThat(keys(current(shop))).isEqualTo(keys(4, 47));

    shop.open(
        context ->
            context
                .getBean(GateApprovals.class)
                .approve(LocalDate.parse(SECOND), "so be it", "Ada"));
    assertThat(shop.resume()).isPresent();
    replica.follow(SECOND);
    var expected = new java.util.HashSet<>(keys(4, 20));
    expected.addAll(keys(41, 50));
    assertThat(keys(current(shop))).isEqualTo(expected);
    assertThat(replica.rows()).isEqualTo(current(shop));
  }

  @Test
  void nothingIsSentWhereNobodyRefused(Shop shop) {
    stopped(shop);
    var extracts = shop.extracts();
    Everybody.moveAway(shop, SECOND, people(21, 40));
    isStopped(shop, () -> shop.run(SECOND), "Nobody who refused since is in what was delivered.");
    assertThat(shop.extracts()).isEqualTo(extracts);
  }

  @Test
  void aWeeklyAudienceThatWasDueThenIsSentByTheNextNight(Shop shop) {
    shop.with("audiences.declared.all.frequency=weekly")
        .with("audiences.declared.all.day=wednesday");
    stopped(shop); // a Wednesday
    Everybody.optOut(shop, "2025-02-05", people(1, 2));
    Everybody.tell(shop, "2025-02-05", people(48, 50));
    isStopped(shop, () -> shop.run("2025-02-05"), "removed from 1 extract");
    assertThat(keys(current(shop))).isEqualTo(keys(3, 47));
    shop.with("gates.declared.never.error-if.above=1");
    shop.run("2025-02-06");
    assertThat(keys(current(shop))).isEqualTo(keys(3, 50));
  }

  @Test
  void aDestinationThatIsAwayIsNamedAndGetsThemByTheNextAttempt(Shop shop) throws Exception {
    stopped(shop);
    Everybody.optOut(shop, SECOND, people(1, 2));
    var folder = shop.folder().resolve("extracts/generic-csv");
    var aside = shop.folder().resolve("aside");
    java.nio.file.Files.move(folder, aside);
    java.nio.file.Files.writeString(folder, "in the way");
    isStopped(shop, () -> shop.run(SECOND), "could not be delivered");
    java.nio.file.Files.delete(folder);
    java.nio.file.Files.move(aside, folder);
    isStopped(shop, shop::resume, "removed from 1 extract");
    assertThat(keys(current(shop))).isEqualTo(keys(3, 47));
  }

  @Test
  void theNextNightGoesOnFromWhatIsLeft(Shop shop) {
    stopped(shop);
    Everybody.optOut(shop, SECOND, people(1, 2));
    isStopped(shop, () -> shop.run(SECOND), "removed");
    shop.with("gates.declared.never.error-if.above=1");
    Everybody.optOut(shop, THIRD, people(3, 3));
    shop.run(THIRD);
    var replica = new Replica(shop, "generic-csv", "all");
    java.util.List.of(FIRST, SECOND, THIRD).forEach(replica::follow);
    assertThat(keys(replica.rows())).isEqualTo(keys(4, 47));
    assertThat(replica.rows()).isEqualTo(current(shop));
  }
}
