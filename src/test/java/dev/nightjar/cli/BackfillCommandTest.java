package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@DatabaseTest
class BackfillCommandTest {
  private static final String REQUIRED = "ingest.sources.shop-orders.expect.required=true";
  private static final String NIGHTS =
      "select night, max(revision), count(*) filter (where status <> 'finished')"
          + " from pipeline.nights group by 1 order by min(started_at)";

  @Test
  void missingNightsAreRunOldestFirstAndOnlyOnce(Shop shop) {
    first(shop, "2025-01-29");

    var result = backfill(shop);

    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(result.output().lines().filter(line -> line.startsWith("Night ")))
        .satisfiesExactly(
            line -> assertThat(line).matches("Night 2025-01-28, 1 of 3, about \\d+ (s|min) left"),
            line -> assertThat(line).matches("Night 2025-01-30, 2 of 3, about \\d+ (s|min) left"),
            line -> assertThat(line).matches("Night 2025-01-31, 3 of 3, about \\d+ (s|min) left"));
    assertThat(result.output()).endsWith("3 nights done, 0 left.\n");
    assertThat(shop.rows(NIGHTS))
        .containsExactly("2025-01-29|1|0", "2025-01-28|1|0", "2025-01-30|1|0", "2025-01-31|1|0");
    assertThat(backfill(shop).output()).isEqualTo("0 nights done, 0 left.\n");
  }

  @Test
  void allNightsRunAgainAsTheNextRevision(Shop shop) {
    first(shop, "2025-01-28");
    assertThat(backfill(shop, "--to", "2025-01-29", "--only", "all").exitCode()).isZero();
    assertThat(shop.rows(NIGHTS)).containsExactly("2025-01-28|2|0", "2025-01-29|1|0");
  }

  @Test
  void theFirstNightThatFailsEndsItAndTheSameCommandGoesOn(Shop shop) {
    first(shop, "2025-01-28");

    var failed = backfill(shop, "--set", REQUIRED);
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.output())
        .contains("0 nights done, 3 left.\nshop-orders: 0 of 1 required files came")
        .endsWith("Next: nightjar resume --date 2025-01-29\n");

    assertThat(backfill(shop, "--only", "missing", "--to", "2025-01-29").output())
        .isEqualTo("0 nights done, 0 left.\n");
    assertThat(backfill(shop, "--only", "failed").output()).contains("Night 2025-01-29, 1 of 1");
    assertThat(backfill(shop).exitCode()).isZero();
    assertThat(shop.rows(NIGHTS))
        .containsExactly("2025-01-28|1|0", "2025-01-29|1|0", "2025-01-30|1|0", "2025-01-31|1|0");
  }

  @Test
  void aFailedNightThatAnotherOvertookRunsAgain(Shop shop) {
    first(shop, "2025-01-28");
    assertThat(backfill(shop, "--to", "2025-01-29", "--set", REQUIRED).exitCode()).isEqualTo(1);
    shop.run("2025-01-30");
    assertThat(backfill(shop, "--to", "2025-01-30").exitCode()).isZero();
    assertThat(shop.rows("select night, revision, status from pipeline.nights order by 1, 2"))
        .containsExactly(
            "2025-01-28|1|finished",
            "2025-01-29|1|failed",
            "2025-01-29|2|finished",
            "2025-01-30|1|finished");
  }

  @Test
  void jsonSaysWhatWasDoneAndWhatIsLeft(Shop shop) throws Exception {
    first(shop, "2025-01-28");
    var process =
        NightjarProcess.start(shop, arguments("--json", "--set", REQUIRED).toArray(String[]::new));
    // both streams are one here: the document stands alone on its lines
    var output = process.await().output();
    var document = output.substring(output.indexOf("{\n"), output.lastIndexOf("\n}") + 2);
    var json = json(new NightjarProcess.Result(0, document));
    assertThat(json.at("/nights/0/night").asString()).isEqualTo("2025-01-29");
    assertThat(json.at("/nights/0/deed").asString()).isEqualTo("run");
    assertThat(json.at("/nights/0/failure").asString()).isEqualTo("FILE_MISSING");
    assertThat(json.at("/left")).hasSize(3);
  }

  @Test
  void anImpossiblePeriodIsRefused(Shop shop) {
    assertThat(backfill(shop, "--to", "2025-01-01"))
        .satisfies(
            result -> assertThat(result.exitCode()).isEqualTo(2),
            result ->
                assertThat(result.output()).contains("--from 2025-01-28 is after --to 2025-01-01"));
    assertThat(backfill(shop, "--to", "2999-01-01").exitCode()).isEqualTo(6);
  }

  @Test
  void aSignalLeavesANightThatTheSameCommandResumes(Shop shop) throws Exception {
    first(shop, "2025-01-28");
    try (var holder = shop.database().connectAsSuperuser()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("lock table rfm.metrics in access exclusive mode");
      var process = NightjarProcess.start(shop, arguments().toArray(String[]::new));
      while (shop.rows("select 1 from pipeline.stages where status = 'running' and stage = 'rfm'")
          .isEmpty()) {
        assertThat(process.isAlive()).as(process::printed).isTrue();
        Thread.sleep(50);
      }
      process.signal("TERM");
      var result = process.await();
      assertThat(result.exitCode()).isEqualTo(143);
      assertThat(result.output()).contains("0 nights done, 3 left.\n");
    }
    var result = backfill(shop, "--json");
    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(result.output()).contains("\"deed\" : \"resume\"", "\"deed\" : \"run\"");
    assertThat(shop.rows(NIGHTS))
        .containsExactly("2025-01-28|1|0", "2025-01-29|1|0", "2025-01-30|1|0", "2025-01-31|1|0");
  }

  /** A night with a file that came in time. */
  private static void first(Shop shop, String night) {
    shop.at(night + "T23:30:00Z");
    ANight.in(shop, night).withOrders("A 10 days ago 120.00").run();
  }

  private static NightjarProcess.Result backfill(Shop shop, String... more) {
    return nightjar(shop, arguments(more).toArray(String[]::new));
  }

  private static List<String> arguments(String... more) {
    var all = new ArrayList<>(List.of("backfill", "--from", "2025-01-28"));
    if (!List.of(more).contains("--to")) {
      all.addAll(List.of("--to", "2025-01-31"));
    }
    all.addAll(List.of(more));
    return all;
  }
}
