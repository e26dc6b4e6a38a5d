package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.FaultySftp;
import dev.nightjar.kit.S3Store;
import dev.nightjar.kit.Shop;
import dev.nightjar.ports.ExtractPurger;
import dev.nightjar.ports.ExtractPurger.Purged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class PurgeTest {
  private static final String SUMMARY =
      "select summary from pipeline.stages where stage = 'deliver' order by night desc limit 1";
  private static final String COUNTS =
      "select action, night, count(*) from published.exports group by 1, 2 order by 1, 2";

  @Test
  void aNightRemovesWhatIsExpiredAndNothingElse(Shop shop) throws Exception {
    shop.withSegmentAudiences().with("deliver.retention=P10D");
    ANight.in(shop, "2025-01-01").withOrders("A 1 day ago 10.00").run();
    ANight.in(shop, "2025-01-10").withOrders("B 1 day ago 10.00").run();
    assertThat(shop.extracts()).hasSize(98);
    var theirs = "generic-csv/champions/2025-01-01/read-me.txt";
    Files.writeString(shop.folder().resolve("extracts").resolve(theirs), "theirs");
    ANight.in(shop, "2025-01-11").withOrders("C 1 day ago 10.00").run();

    assertThat(shop.extracts().keySet())
        .hasSize(99)
        .contains(theirs)
        .noneMatch(file -> file.contains("2025-01-01/") && !file.equals(theirs));
    assertThat(shop.folder().resolve("extracts/generic-csv/at-risk").toFile().list())
        .as("a folder that became empty goes too")
        .containsExactlyInAnyOrder("2025-01-10", "2025-01-11", "current.csv");
    assertThat(outbox(shop)).hasSize(98).noneMatch(file -> file.contains("2025-01-01"));
    assertThat(shop.rows(COUNTS))
        .containsExactly(
            "delivered|2025-01-01|56",
            "delivered|2025-01-10|56",
            "delivered|2025-01-11|56",
            "purged|2025-01-01|42");
    assertThat(shop.rows(SUMMARY).get(0)).endsWith("; 84 expired files removed");
    assertThat(purge(shop, "2025-01-11", false)).as("once is enough").isEmpty();
  }

  @Test
  void aRehearsalTellsAndRemovesNothing(Shop shop) throws Exception {
    ANight.in(shop, "2025-01-01").withOrders("A 1 day ago 10.00").run();
    var files = shop.extracts();
    assertThat(purge(shop, "2025-03-31", true)).as("a day before").isEmpty();
    assertThat(purge(shop, "2025-04-01", true))
        .extracting(Purged::destination, Purged::place, Purged::files)
        .containsExactly(
            tuple("generic-csv", "extracts", 4), tuple("generic-csv", "var/outbox", 3));
    assertThat(shop.extracts()).isEqualTo(files);
    assertThat(purge(shop, "2025-04-01", false)).hasSize(2);
    assertThat(shop.extracts()).isEmpty();
    assertThat(outbox(shop)).isEmpty();
  }

  @Test
  void aFileThatWasDeliveredAgainIsNotExpired(Shop shop) throws Exception {
    shop.with("deliver.deliveries.generic-csv.retention=P10D");
    ANight.in(shop, "2025-01-01").withOrders("A 1 day ago 10.00").run();
    assertThat(purge(shop, "2025-01-11", false)).hasSize(2);
    shop.runAgain("2025-01-01");
    assertThat(shop.extracts()).hasSize(4);
    assertThat(purge(shop, "2025-01-11", false)).hasSize(2);
    assertThat(shop.extracts()).isEmpty();
  }

  @Test
  void aServerIsPurgedTooAndOneThatIsDownIsPurgedLater(Shop shop, @TempDir Path there)
      throws Exception {
    try (var server = FaultySftp.in(there)) {
      server.delivery("generic-csv").forEach(shop::with);
      shop.with("deliver.deliveries.generic-csv.sftp.password=" + FaultySftp.PASSWORD)
          .with("deliver.deliveries.generic-csv.retries=0")
          .with("deliver.deliveries.generic-csv.retention=P10D");
      ANight.in(shop, "2025-01-01").withOrders("A 1 day ago 10.00").run();
      assertThat(AnOutbox.files(server.inbox())).hasSize(4);
      assertThat(shop.rows(SUMMARY).get(0)).contains("in sftp://nightjar@localhost:");
    }
    assertThat(purge(shop, "2025-01-11", false))
        .anySatisfy(
            each -> {
              assertThat(each.files()).isZero();
              assertThat(each.problem()).contains("was not removed from", "Connection refused");
            });
    assertThat(AnOutbox.files(there.resolve("inbox"))).hasSize(4);
    try (var server = FaultySftp.in(there)) {
      server.delivery("generic-csv").forEach(shop::with);
      assertThat(purge(shop, "2025-01-11", false))
          .singleElement()
          .satisfies(each -> assertThat(each.problem()).contains("no longer delivers"));
      shop.query(
          db -> db.execute("alter table deliver.exports disable trigger append_only")); // its port
      shop.query(
          db ->
              db.execute(
                  "update deliver.exports set place = regexp_replace(place, ':\\d+/', ?)",
                  ":" + server.port() + "/"));
      assertThat(purge(shop, "2025-01-11", false))
          .singleElement()
          .satisfies(each -> assertThat(each.files()).isEqualTo(4));
      assertThat(AnOutbox.files(server.inbox())).isEmpty();
    }
  }

  @Test
  void aBucketIsPurgedToo(Shop shop) throws Exception {
    System.setProperty("aws.accessKeyId", S3Store.KEY_ID);
    System.setProperty("aws.secretAccessKey", S3Store.SECRET);
    try (var store = new S3Store("shop")) {
      shop.with("deliver.deliveries.generic-csv.s3.bucket=shop")
          .with("deliver.deliveries.generic-csv.s3.prefix=out/")
          .with("deliver.deliveries.generic-csv.s3.endpoint=" + store.endpoint())
          .with("deliver.deliveries.generic-csv.retention=P10D");
      ANight.in(shop, "2025-01-01").withOrders("A 1 day ago 10.00").run();
      assertThat(store.keys("shop", "out/")).hasSize(4);
      store.put("shop", "out/generic-csv/everybody/2025-01-01/read-me.txt", "theirs");
      var removals = new ArrayList<String>();
      store
          .line()
          .before(
              request -> {
                if (request.startsWith("DELETE") && request.contains("/everybody/")) {
                  removals.add(request.replaceAll(".*/([^/ ]+) HTTP.*", "$1"));
                }
              });
      assertThat(purge(shop, "2025-01-11", false)).hasSize(2);
      assertThat(store.keys("shop", ""))
          .containsExactly("out/generic-csv/everybody/2025-01-01/read-me.txt");
      assertThat(removals)
          .as("the marker first")
          .containsSubsequence("_SUCCESS", "datapackage.json");
    } finally {
      System.clearProperty("aws.accessKeyId");
      System.clearProperty("aws.secretAccessKey");
    }
  }

  @Test
  void aFullServerStopsTheNightAndResumeDelivers(Shop shop, @TempDir Path there) throws Exception {
    var server = FaultySftp.in(there);
    server.delivery("generic-csv").forEach(shop::with);
    shop.with("deliver.deliveries.generic-csv.sftp.password=" + FaultySftp.PASSWORD)
        .with("deliver.deliveries.generic-csv.retries=0");
    server.fill(true);
    var night = ANight.in(shop, "2025-01-31").withOrders("A 1 day ago 10.00");
    assertThatThrownBy(night::run)
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.DELIVERY_FAILED))
        .hasMessageContainingAll(
            "deliver.deliveries.generic-csv (sftp://", "Next: nightjar resume --date 2025-01-31");
    assertThat(shop.rows(COUNTS)).isEmpty();
    server.fill(false);
    assertThat(shop.resume()).isPresent();
    assertThat(AnOutbox.files(server.inbox())).hasSize(4);
    assertThat(shop.rows(COUNTS)).containsExactly("delivered|2025-01-31|4");
    server.close();
  }

  private static List<Purged> purge(Shop shop, String today, boolean isRehearsal) {
    var purged = new ArrayList<Purged>();
    shop.stages(
        open ->
            purged.addAll(
                open.context()
                    .getBean(ExtractPurger.class)
                    .purge(LocalDate.parse(today), isRehearsal)));
    return purged;
  }

  private static List<String> outbox(Shop shop) {
    return List.copyOf(AnOutbox.files(shop.folder().resolve("var/outbox")).keySet());
  }
}
