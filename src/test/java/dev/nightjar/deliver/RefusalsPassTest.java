package dev.nightjar.deliver;

import static dev.nightjar.deliver.AGuard.approve;
import static dev.nightjar.deliver.AGuard.current;
import static dev.nightjar.deliver.AGuard.key;
import static dev.nightjar.deliver.AGuard.keys;
import static dev.nightjar.deliver.AGuard.numbers;
import static dev.nightjar.deliver.AGuard.people;
import static dev.nightjar.deliver.AGuard.stops;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the change guard stops: who refused or was erased leaves in the same night. */
@DatabaseTest
class RefusalsPassTest {
  private static final String FIRST = "2025-01-29";
  private static final String SECOND = "2025-01-30";
  private static final String THIRD = "2025-01-31";
  private static final List<String> PLATFORMS =
      List.of("klaviyo", "google-customer-match", "meta-customer-list");
  private static final String FILES = "deliver.files.generic-csv=full,removes,adds";

  @Test
  void twentyOfFortySevenRefuse(Shop shop) {
    Everybody.in(shop, String.join(",", PLATFORMS))
        .with("audiences.declared.all.purpose=advertising")
        .with("audiences.declared.all.identifiers=email")
        .with("destinations.profiles.klaviyo.purpose=advertising")
        .with("destinations.profiles.klaviyo.removal=file")
        .with("deliver.guard.from=20");
    PLATFORMS.forEach(each -> shop.with("deliver.files." + each + "=full,removes,adds"));
    withSuppressions(Everybody.withStandardLayout(shop, "klaviyo"));
    Everybody.tell(shop, "2025-01-01", people(1, 47));
    shop.deliver("no-1.csv", "email", "nobody@example.com").run(FIRST);
    shop.deliver("no-2.csv", addresses(1, 20));
    shop.run(SECOND);
    var files = shop.extracts();
    for (var platform : PLATFORMS) {
      var kept = files.get(platform + "/all/current.csv").lines().skip(1).toList();
      assertThat(kept).as(platform).hasSize(27);
      var removes = files.get(file(platform, "removes")).lines().skip(1).toList();
      assertThat(removes).as(platform).hasSize(20);
      assertThat(removes).as("rows of who stays").doesNotContainAnyElementsOf(kept);
    }
    assertThat(stops(shop)).isEmpty();
  }

  /** Of forty-seven, twenty refuse and twenty move away. */
  private static void twentyRefuseAndTwentyLeave(Shop shop) {
    guarded(shop, 20);
    Everybody.tell(shop, "2025-01-01", people(1, 47));
    shop.run(FIRST);
    Everybody.optOut(shop, SECOND, people(1, 20));
    Everybody.moveAway(shop, SECOND, people(21, 40));
    shop.run(SECOND);
  }

  @Test
  void theRestWaitsAndIsApprovedAfterwards(Shop shop) {
    twentyRefuseAndTwentyLeave(shop);
    var replica = new Replica(shop, "generic-csv", "all");
    replica.follow(FIRST);
    assertThat(stops(shop))
        .containsExactly(
            "all|20 of 27 customers would be removed, more than deliver.guard.max-removes 0.3");
    assertThat(keys(replica.read(SECOND, "removes"))).isEqualTo(keys(1, 20));
    assertThat(keys(replica.read(SECOND, "full"))).isEqualTo(keys(21, 47));
    assertThat(keys(current(shop))).isEqualTo(keys(21, 47));
    assertThat(replica.read(SECOND, "adds")).isEmpty();
    assertThat(shop.rows("select night, customers, previous_customers from deliver.states"))
        .containsExactly(SECOND + "|27|47");
    Replica.requireWhole(shop.folder().resolve("extracts"));

    var held = data(shop);
    shop.runAgain(SECOND);
    assertThat(data(shop)).as("the same once more").isEqualTo(held);

    approve(shop);
    shop.runAgain(SECOND);
    assertThat(stops(shop)).isEmpty();
    replica.follow(SECOND);
    assertThat(keys(replica.rows())).isEqualTo(keys(41, 47));
    assertThat(replica.rows()).isEqualTo(current(shop));
    shop.run(THIRD);
    replica.follow(THIRD);
    assertThat(replica.rows()).isEqualTo(current(shop)).hasSize(7);
  }

  @Test
  void theNextNightGoesOnFromWhatWasDelivered(Shop shop) {
    twentyRefuseAndTwentyLeave(shop);
    Everybody.optOut(shop, THIRD, people(47, 47));
    shop.run(THIRD);
    var replica = new Replica(shop, "generic-csv", "all");
    List.of(FIRST, SECOND, THIRD).forEach(replica::follow);
    assertThat(keys(replica.read(THIRD, "removes"))).isEqualTo(keys(47, 47));
    assertThat(keys(replica.rows())).isEqualTo(keys(21, 46));
    assertThat(stops(shop)).singleElement().asString().startsWith("all|20 of 26 customers");
    assertThat(replica.rows()).isEqualTo(current(shop));
  }

  @Test
  void aPlaceThatIsAwayGetsThemByResume(Shop shop) throws IOException {
    guarded(shop, 20);
    Everybody.tell(shop, "2025-01-01", people(1, 47));
    shop.run(FIRST);
    Everybody.optOut(shop, SECOND, people(1, 20));
    Everybody.moveAway(shop, SECOND, people(21, 40));
    var folder = shop.folder().resolve("extracts/generic-csv");
    var aside = shop.folder().resolve("aside");
    Files.move(folder, aside);
    Files.writeString(folder, "in the way");
    assertThatThrownBy(() -> shop.run(SECOND))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.DELIVERY_FAILED));
    Files.delete(folder);
    Files.move(aside, folder);
    shop.resume();
    assertThat(keys(current(shop))).isEqualTo(keys(21, 47));
    assertThat(
            shop.rows("select counts ->> 'stopped' from pipeline.stages where stage = 'deliver'"))
        .containsExactly("0", "1");
  }

  /** The audience itself is too small, and would be emptied. */
  @Test
  void whoRefusesLeavesAnAudienceThatIsBlocked(Shop shop) {
    guarded(shop, 20).with("audiences.declared.all.minimum.block-below=40");
    Everybody.tell(shop, "2025-01-01", people(1, 47));
    shop.run(FIRST);
    Everybody.optOut(shop, SECOND, people(1, 10));
    shop.run(SECOND);
    assertThat(stops(shop)).singleElement().asString().startsWith("all|37 of 37 customers");
    assertThat(keys(current(shop))).isEqualTo(keys(11, 47));
    assertThat(keys(new Replica(shop, "generic-csv", "all").read(SECOND, "removes")))
        .isEqualTo(keys(1, 10));
  }

  @Test
  void whoWasErasedLeavesAFullFileWhoseChangeWaits(Shop shop) {
    Everybody.in(shop, "generic-csv")
        .with("audiences.declared.all.except.attributes.country=FR")
        .with("deliver.guard.from=20")
        .with("privacy.secret=a secret of the tests");
    Everybody.tell(shop, "2025-01-01", people(1, 47));
    shop.run(FIRST);
    shop.erase("C00001");
    Everybody.moveAway(shop, SECOND, people(21, 40));
    shop.run(SECOND);
    assertThat(stops(shop)).singleElement().asString().startsWith("all|20 of 46 customers");
    assertThat(keys(current(shop))).isEqualTo(keys(2, 47));
  }

  @Test
  void refusalsDoNotWaitForTheDayOfAnAudience(Shop shop) {
    guarded(shop, 20)
        .with("audiences.declared.all.frequency=weekly")
        .with("audiences.declared.all.day=wednesday");
    Everybody.tell(shop, "2025-01-01", people(1, 47));
    shop.run(FIRST);
    var replica = new Replica(shop, "generic-csv", "all");
    replica.follow(FIRST);
    Everybody.optOut(shop, SECOND, people(1, 3));
    Everybody.moveAway(shop, SECOND, people(21, 22));
    Everybody.tell(shop, SECOND, people(48, 50));
    shop.run(SECOND);
    replica.follow(SECOND);
    assertThat(keys(replica.rows())).isEqualTo(keys(4, 47));
    assertThat(replica.rows()).isEqualTo(current(shop));
    var held = data(shop);
    shop.runAgain(SECOND);
    assertThat(data(shop)).as("the same once more").isEqualTo(held);
    shop.run(THIRD);
    assertThat(shop.extracts().keySet()).as("nobody refused").noneMatch(it -> it.contains(THIRD));
    shop.run("2025-02-05");
    replica.follow("2025-02-05");
    assertThat(replica.rows()).isEqualTo(current(shop)).hasSize(45);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobodyWhoRefusedIsInWhatIsDelivered(long seed, String frequency, Shop shop) {
    stoppedEasily(shop).with("audiences.declared.all.frequency=" + frequency);
    var isWeekly = frequency.equals("weekly");
    if (isWeekly) {
      shop.with("audiences.declared.all.day=thursday");
    }
    var people = new ChangingPeople(seed, 60);
    var replica = new Replica(shop, "generic-csv", "all");
    int refusedInStops = 0;
    for (int i = 0; i < 10; i++) {
      var night = LocalDate.parse("2025-01-16").plusDays(i);
      var isDue = !isWeekly || night.getDayOfWeek() == DayOfWeek.THURSDAY;
      people.live(shop, night);
      var before = replica.rows();
      shop.run(night.toString());
      var refused = refused(shop, night);
      var leaving = before.stream().filter(row -> refused.contains(key(row))).toList();
      var kept = current(shop);
      assertThat(keys(kept)).as("in current after " + night).noneMatch(refused::contains);
      var stay = Replica.identifiers(kept);
      var told = Replica.identifiers(leaving);
      told.removeAll(stay);
      assertThat(Replica.identifiers(replica.read(night.toString(), "removes"))).containsAll(told);
      refusedInStops += isDue && stops(shop).isEmpty() ? 0 : leaving.size();
      if (i % 3 == 2) {
        approve(shop);
        shop.runAgain(night.toString());
        assertThat(stops(shop)).isEmpty();
      }
      replica.follow(night.toString());
      assertThat(replica.rows()).as("after " + night).isEqualTo(current(shop));
      if (isDue && stops(shop).isEmpty()) {
        assertThat(keys(replica.rows())).as("after " + night).isEqualTo(published(shop, night));
      }
    }
    assertThat(refusedInStops).as("refusals in changes that wait").isGreaterThan(5);
  }

  static Stream<Arguments> seeds() {
    return Stream.of("nightly", "weekly", "on-change")
        .flatMap(often -> Rounds.numbered(1, 3).mapToObj(seed -> Arguments.of(seed, often)));
  }

  private static Shop stoppedEasily(Shop shop) {
    return Everybody.in(shop, "generic-csv")
        .with(FILES)
        .with("deliver.guard.from=1")
        .with("deliver.guard.max-removes=0.02")
        .with("deliver.guard.max-growth=0.02")
        .with("deliver.guard.max-changes=0.02");
  }

  private static Shop guarded(Shop shop, int from) {
    return Everybody.in(shop, "generic-csv")
        .with("audiences.declared.all.except.attributes.country=FR")
        .with(FILES)
        .with("deliver.guard.from=" + from);
  }

  private static void withSuppressions(Shop shop) {
    shop.with("ingest.sources.no.feed=suppressions")
        .with("ingest.sources.no.files=no-*.csv")
        .with("ingest.sources.no.columns.email=email");
  }

  private static String[] addresses(int from, int to) {
    var lines = new ArrayList<>(List.of("email"));
    numbers(from, to).forEach(i -> lines.add("p%d@example.com".formatted(i)));
    return lines.toArray(String[]::new);
  }

  private static String file(String destination, String kind) {
    return "%1$s/all/%2$s/all__%2$s__%3$s.csv".formatted(destination, SECOND, kind);
  }

  private static Set<String> refused(Shop shop, LocalDate night) {
    return members(shop, night, "in ('erased', 'opted-out', 'channel-opted-out', 'no-consent')");
  }

  private static Set<String> published(Shop shop, LocalDate night) {
    return members(shop, night, "is null");
  }

  private static Set<String> members(Shop shop, LocalDate night, String exclusion) {
    return Set.copyOf(
        shop.rows(
            """
            select customer_key from audiences.members
            where audience = 'all' and valid_from <= '%1$s'
              and (valid_to is null or valid_to > '%1$s') and exclusion %2$s
            """
                .formatted(night, exclusion)));
  }

  private static TreeMap<String, String> data(Shop shop) {
    var files = new TreeMap<>(shop.extracts());
    files.keySet().removeIf(each -> each.endsWith(Extract.MANIFEST));
    return files;
  }
}
