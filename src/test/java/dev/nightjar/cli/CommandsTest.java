package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

@DatabaseTest
class CommandsTest {
  @Test
  void showANightToPeopleAndToPrograms(Shop shop) throws Exception {
    shop.deliver("orders-1.csv", ANight.header(), "1,2025-01-10 12:00:00,A,P,1,10.00,completed");
    var run = nightjar(shop, "run", "--date", "2025-01-31");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains(
            "Night 2025-01-31",
            "ingest",
            "orders",
            "rfm",
            "clustering",
            "forecast",
            "segments",
            "audiences",
            "publish",
            "deliver")
        .contains("Next: nightjar segments --date 2025-01-31");

    var again = nightjar(shop, "run", "--date", "2025-01-31");
    assertThat(again.exitCode()).isZero();
    assertThat(again.output()).contains("is finished already; nothing was done");

    assertThat(nightjar(shop, "status").output()).contains("revision 1: finished");
    var status = json(nightjar(shop, "status", "--json"));
    assertThat(status.get("stages")).hasSize(9);
    assertThat(status.get("stages").get(0).get("counts").get("lines-loaded").asInt()).isOne();
    assertThat(json(nightjar(shop, "nights", "--json")).get(0).get("status").asString())
        .isEqualTo("finished");
    assertThat(nightjar(shop, "segments").output())
        .contains("Segment", "Champions", "R days: mean days since the last order");
    assertThat(json(nightjar(shop, "segments", "--json"))).hasSize(14);
  }

  @Test
  void aWrongSettingStartsNothingAndHasItsOwnExitCode(Shop shop) throws Exception {
    shop.deliver("orders-1.csv", ANight.header());
    var run =
        nightjar(
            shop,
            "run",
            "--set=rfm.windwo=all",
            "--set=clustering.min-k=9",
            "--set=ingest.sources.shop-orders.columns.order=",
            "--set=rfm.bins=1");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.output())
        .contains("rfm.windwo: is not a setting; did you mean window?")
        .contains("clustering.min-k: is 9, above max-k, which is 8")
        .contains("rfm.bins: must be greater than or equal to 2")
        .contains("nothing was started")
        .doesNotContain("\tat ");
    assertThat(shop.folder().resolve("inbox").toFile().list()).containsExactly("orders-1.csv");
    assertThat(shop.rows("select * from pipeline.nights")).isEmpty();
  }

  @Test
  void noNightIsNamedWhereNothingWasStarted(Shop shop) throws Exception {
    var sftp = "--set=deliver.deliveries.generic-csv.sftp.";
    var run =
        nightjar(
            shop,
            "run",
            sftp + "host=localhost",
            sftp + "user=nightjar",
            sftp + "password=secret",
            sftp + "known-hosts=not-there");
    assertThat(run.exitCode()).as(run.output()).isEqualTo(3);
    assertThat(run.output())
        .contains("not-there cannot be read", "nothing was started")
        .doesNotContain("Night ");
  }

  @Test
  void runNamesAnEarlierNightThatIsUnfinished(Shop shop) throws Exception {
    shop.query(
        db ->
            db.execute(
                "insert into pipeline.nights (night, revision, status, settings, started_at)"
                    + " values ('2025-01-30', 1, 'failed', '{}', now()),"
                    + " ('2025-02-01', 1, 'failed', '{}', now())"));
    shop.deliver("orders-1.csv", ANight.header(), "1,2025-01-10 12:00:00,A,P,1,10.00,completed");
    var run = nightjar(shop, "run", "--date", "2025-01-31");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output())
        .contains(
            "Night 2025-01-30 is still unfinished. Next: nightjar run --date 2025-01-30 --again")
        .doesNotContain("2025-02-01");
  }

  @Test
  void theStatusOfANightThatHasNotRunIsRefusedWithTheNightsThatHave(Shop shop) throws Exception {
    var none = nightjar(shop, "status", "--date", "2025-01-31");
    assertThat(none.exitCode()).as(none.output()).isEqualTo(6);
    assertThat(none.output())
        .contains("Night 2025-01-31 has not run yet, and no other has.", "--date 2025-01-31");
    assertThat(nightjar(shop, "status").exitCode()).isZero();
    shop.query(
        db ->
            db.execute(
                "insert into pipeline.nights (night, revision, status, settings, started_at)"
                    + " values ('2025-01-30', 1, 'failed', '{}', now()),"
                    + " ('2025-02-01', 1, 'failed', '{}', now())"));
    for (var format : List.of("--json", "--set=rfm.bins=5")) {
      var other = nightjar(shop, "status", "--date", "2025-01-31", format);
      assertThat(other.exitCode()).isEqualTo(6);
      assertThat(other.output())
          .startsWith("Night 2025-01-31 has not run yet. Newest nights: 2025-02-01, 2025-01-30.");
    }
    assertThat(nightjar(shop, "status", "--date", "2025-01-30").exitCode()).isZero();
  }

  @Test
  void helpShowsACommand(Shop shop) throws Exception {
    var run = nightjar(shop, "help", "run");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("nightjar run", "--again");
    assertThat(nightjar(shop, "help", "audiences", "preview").output())
        .contains("nightjar audiences preview");
    var unknown = nightjar(shop, "help", "walk");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.output()).contains("There is no command walk; there are: ");
  }

  @Test
  void aNightToComeAndAHomeThatIsNotThereAreRefused(Shop shop) throws Exception {
    var ahead = nightjar(shop, "run", "--date", "2099-01-01");
    assertThat(ahead.exitCode()).isEqualTo(6);
    assertThat(ahead.output()).contains("Night 2099-01-01 is in the future");
    assertThat(shop.rows("select * from pipeline.nights")).isEmpty();
    var nowhere = shop.folder().resolve("nowhere");
    var mistyped = nightjar(nowhere, "status");
    assertThat(mistyped.exitCode()).isEqualTo(3);
    assertThat(mistyped.output()).contains("The home " + nowhere + " does not exist");
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void rejectsOfAFileThatIsSetAsideAreMendedWithTheFile(Shop shop) throws Exception {
    shop.deliver("orders-1.csv", ANight.header(), "1,no day,A,P,1,9.99,completed");
    shop.deliver("notes.txt", "of no source");
    var strict = "--set=ingest.sources.shop-orders.expect.max-reject-share=0.5";
    var run = nightjar(shop, "run", "--date", "2025-01-31", strict);
    assertThat(run.exitCode()).as(run.output()).isEqualTo(8);
    assertThat(run.output()).contains("; notes.txt matches no source");
    for (var command : List.of("status", "rejects")) {
      assertThat(nightjar(shop, command).output())
          .contains("quarantined", "Next: put a corrected file of the same name into the inbox");
    }
    var out = shop.folder().resolve("lines.csv");
    assertThat(nightjar(shop, "rejects", "--out", out.toString()).output())
        .contains("1 reject is in", "1 of quarantined files: correct these in the file itself");
    assertThat(Files.readString(out)).contains(",2,orders-1.csv,ordered_at,not-a-time,1,no day,A");
  }

  @Test
  void statusShowsTheLinesThatAreLeftOutByTheirStatus(Shop shop) throws Exception {
    shop.deliver(
        "orders-1.csv",
        ANight.header(),
        "1,2025-01-10 12:00:00,A,P,1,10.00,completed",
        "2,2025-01-10 12:00:00,A,P,1,10.00,pending",
        "3,2025-01-10 12:00:00,A,P,1,10.00,pending",
        "4,2025-01-10 12:00:00,A,P,1,10.00,");
    nightjar(shop, "run", "--date", "2025-01-31");
    assertThat(nightjar(shop, "status").output())
        .containsPattern("shop-orders +pending +2\n +shop-orders +\\(none\\) +1\n");
    var status = json(nightjar(shop, "status", "--json")).get("leftOutStatuses");
    assertThat(status.get(0).get("lines").asInt()).isEqualTo(2);
  }

  @Test
  void anUnknownOptionIsAUsageError(Shop shop) throws Exception {
    assertThat(nightjar(shop, "run", "--dat", "x").exitCode()).isEqualTo(2);
    assertThat(nightjar(shop, "run", "--date", "31.01.2025").exitCode()).isEqualTo(2);
  }
}
