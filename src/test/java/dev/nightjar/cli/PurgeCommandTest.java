package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class PurgeCommandTest {
  private static final String DAY = "--date=2025-04-01";

  @Test
  void expiredExtractsAreShownAndRemoved(Shop shop) throws Exception {
    ANight.in(shop, "2025-01-01").withOrders("A 1 day ago 10.00").run();
    var early = nightjar(shop, "purge", "--date=2025-03-31");
    assertThat(early.exitCode()).as(early.output()).isZero();
    assertThat(early.output()).contains("No extract is expired on 2025-03-31.");
    var files = shop.extracts();
    var rehearsal = nightjar(shop, "purge", "--dry-run", DAY);
    assertThat(rehearsal.exitCode()).as(rehearsal.output()).isZero();
    assertThat(rehearsal.output())
        .containsPattern("generic-csv +extracts +4 ")
        .containsPattern("generic-csv +var/outbox +3 ")
        .contains("Nothing was removed.", "Next: nightjar purge --date 2025-04-01");
    assertThat(shop.extracts()).isEqualTo(files);

    var elsewhere = nightjar(shop, "purge", DAY, "--set=deliver.folder=elsewhere");
    assertThat(elsewhere.exitCode()).isEqualTo(1);
    assertThat(elsewhere.output())
        .contains(
            "Expired files of generic-csv stay: they were delivered to extracts",
            "Next: fix this, then nightjar purge");
    assertThat(shop.extracts()).isEqualTo(files);

    var json = nightjar(shop, "purge", DAY, "--json");
    assertThat(json.exitCode()).as(json.output()).isZero();
    var purged = JsonMapper.shared().readTree(json.output()).get(0);
    assertThat(purged.get("destination").asString()).isEqualTo("generic-csv");
    assertThat(purged.get("files").asInt()).isEqualTo(4);
    assertThat(shop.extracts()).isEmpty();
  }
}
