package dev.nightjar.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.OpenSsh;
import dev.nightjar.kit.S3Store;
import dev.nightjar.kit.Shop;
import dev.nightjar.ports.ExtractWithdrawals;
import dev.nightjar.ports.ExtractWithdrawals.Withdrawn;
import dev.nightjar.ports.PersonalData.Erased;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person is erased who was delivered to a second folder, to a server, to a bucket. */
@DatabaseTest
class WithdrawalNightTest {
  private static final String FIRST = "2025-01-30";
  private static final String SECOND = "2025-01-31";
  private static final String THIRD = "2025-02-01";
  private static final String DELIVERY = "deliver.deliveries.generic-csv.";
  private static final String SUMMARY =
      "select summary from pipeline.stages where stage = 'deliver' order by night desc limit 1";
  private static final Traces ANN = Traces.of("ann@example.com");
  private static final Traces BOB = Traces.of("bob@example.com");

  private final List<String> settings = new ArrayList<>();

  @Test
  void isTakenFromASecondFolder(Shop shop, @TempDir Path there) throws Exception {
    twoNights(shop, DELIVERY + "folder=" + there);
    var with = ANN.inFiles(there);
    assertThat(with).anyMatch(file -> file.endsWith("/current.csv"));
    var extract = there.resolve(with.get(0)).getParent();
    Files.writeString(extract.resolve("read-me.txt"), "theirs");

    var erased = shop.erase("A");
    assertThat(ANN.inFiles(there)).isEmpty();
    assertThat(ANN.inFiles(shop.folder())).isEmpty();
    assertThat(BOB.inFiles(there)).as("audiences in which the person never was").isNotEmpty();
    assertThat(extract.resolve("read-me.txt")).as("what others put there").exists();
    assertWithdrawn(shop, erased);
    assertThat(erased.pending()).isEmpty();
    assertThat(shop.rows("select 1 from deliver.withdrawals")).isEmpty();

    shop.run(THIRD);
    assertThat(extract.resolveSibling(THIRD).resolve("_SUCCESS")).exists();
    assertThat(extract.resolveSibling("current.csv")).exists();
    assertThat(ANN.inFiles(there)).isEmpty();
  }

  @Test
  void isTakenFromAServer(Shop shop, @TempDir Path there) throws Exception {
    try (var server = OpenSsh.in(there)) {
      twoNights(shop, server.delivery("generic-csv").toArray(String[]::new));
      assertThat(ANN.inFiles(server.inbox())).isNotEmpty();
      assertWithdrawn(shop, shop.erase("A"));
      assertThat(ANN.inFiles(server.inbox())).isEmpty();
      assertThat(BOB.inFiles(server.inbox())).isNotEmpty();
    }
  }

  @Test
  void isTakenFromABucketTheMarkerFirst(Shop shop) throws Exception {
    withBucket(
        shop,
        store -> {
          var removals = new ArrayList<String>();
          store
              .line()
              .before(
                  request -> {
                    if (request.startsWith("DELETE")) {
                      removals.add(request.replaceAll("DELETE /shop/(\\S+) .*", "$1"));
                    }
                  });
          var erased = shop.erase("A");
          assertWithdrawn(shop, erased);
          assertThat(ann(store)).isEmpty();
          for (var extract : erased.extracts()) {
            assertThat(removals.stream().filter(key -> key.startsWith("out/" + extract + "/")))
                .hasSize(3)
                .satisfies(
                    keys -> {
                      assertThat(keys.get(0)).endsWith("/_SUCCESS");
                      assertThat(keys.get(2)).endsWith("/datapackage.json");
                    });
          }
        });
  }

  @Test
  void whatABucketRefusesIsTakenByTheNextNight(Shop shop) throws Exception {
    withBucket(
        shop,
        store -> {
          store.line().refuse(Integer.MAX_VALUE, "503 SlowDown");
          assertPending(shop, shop.erase("A"));
          assertThat(ann(store)).isNotEmpty();
          store.line().refuse(0, "");
          shop.run(THIRD);
          assertThat(ann(store)).isEmpty();
          assertThat(shop.rows("select 1 from deliver.withdrawals")).isEmpty();
          assertThat(shop.rows(SUMMARY).get(0)).containsPattern("; withdrew [0-9]+ extracts");
        });
  }

  @Test
  void aServerThatIsDownKeepsThePersonPendingUntilThePurge(Shop shop, @TempDir Path there)
      throws Exception {
    try (var server = OpenSsh.in(there)) {
      twoNights(shop, server.delivery("generic-csv").toArray(String[]::new));
      var with = ANN.inFiles(server.inbox());
      server.close();
      var erase = nightjar(shop, "erase", "--customer", "A");
      assertThat(erase.exitCode()).as(erase.output()).isEqualTo(1);
      assertThat(erase.output())
          .contains(
              "0 extracts were withdrawn.", "Delivered extracts still contain an erased person.")
          .containsPattern("[0-9]+ extracts of generic-csv still to be withdrawn from sftp://")
          .contains("Connection refused", "Next: nightjar purge");
      assertThat(ANN.inFiles(server.inbox())).isEqualTo(with);
      assertThat(ANN.inTables(shop)).isEmpty();

      var status = nightjar(shop, "status");
      assertThat(status.output()).contains("still to be withdrawn from sftp://", "nightjar purge");
      assertThat(nightjar(shop, "status", "--json").output()).contains("\"withdrawals\" : [ {");
      assertThat(nightjar(shop, "purge").exitCode()).isEqualTo(1);
      assertThat(nightjar(shop, "purge", "--dry-run").output()).contains("still to be withdrawn");

      server.start();
      var purge = nightjar(shop, "purge");
      assertThat(purge.exitCode()).as(purge.output()).isZero();
      assertThat(purge.output())
          .containsPattern("[0-9]+ extracts were withdrawn because of an erased person");
      assertThat(ANN.inFiles(server.inbox())).isEmpty();
      assertThat(nightjar(shop, "status").output()).doesNotContain("withdrawn");
    }
  }

  @Test
  void aFileOfADeliveryThatBrokeIsTakenToo(Shop shop) throws Exception {
    withBucket(
        shop,
        store -> {
          shop.query(db -> db.execute("alter table deliver.exports disable trigger append_only"));
          shop.query(db -> db.execute("delete from deliver.exports"));
          assertWithdrawn(shop, shop.erase("A"));
          assertThat(ann(store)).isEmpty();
        });
  }

  @Test
  void whatWasDeliveredSinceStays(Shop shop, @TempDir Path there) {
    twoNights(shop, DELIVERY + "folder=" + there, "deliver.folder=" + there);
    var extracts = shop.erase("A").extracts();
    shop.runAgain(SECOND);
    var delivered = files(there);
    shop.query(
        db ->
            db.execute(
                """
                insert into deliver.withdrawals
                select destination, place, audience, min(night), max(night),
                  max(export_id) filter (where action = 'withdrawn'), 1
                from deliver.exports group by 1, 2, 3
                having count(*) filter (where action = 'withdrawn') > 0
                """));
    var withdrawn = new ArrayList<Withdrawn>();
    shop.stages(open -> withdrawn.add(open.context().getBean(ExtractWithdrawals.class).withdraw()));
    assertThat(extracts).isNotEmpty();
    assertThat(withdrawn.get(0).pending()).isEmpty();
    assertThat(files(there)).containsAll(delivered.stream().filter(isOf(SECOND)).toList());
    assertThat(files(there)).anyMatch(file -> file.endsWith("current.csv"));
  }

  private static Predicate<String> isOf(String night) {
    return file -> file.contains("/" + night + "/");
  }

  private static List<String> files(Path folder) {
    return Traces.of("").inFiles(folder);
  }

  private interface Use {
    void of(S3Store store) throws Exception;
  }

  private void withBucket(Shop shop, Use use) throws Exception {
    System.setProperty("aws.accessKeyId", S3Store.KEY_ID);
    System.setProperty("aws.secretAccessKey", S3Store.SECRET);
    try (var store = new S3Store("shop")) {
      twoNights(
          shop,
          DELIVERY + "s3.bucket=shop",
          DELIVERY + "s3.prefix=out/",
          DELIVERY + "s3.endpoint=" + store.endpoint());
      assertThat(ann(store)).anyMatch(key -> key.endsWith("/current.csv"));
      use.of(store);
    } finally {
      System.clearProperty("aws.accessKeyId");
      System.clearProperty("aws.secretAccessKey");
    }
  }

  private static List<String> ann(S3Store store) {
    return store.keys("shop", "").stream()
        .filter(
            key ->
                new String(store.get("shop", key), StandardCharsets.UTF_8)
                    .contains("ann@example.com"))
        .toList();
  }

  /** In the first night both are in extracts, and in the second they are elsewhere. */
  private void twoNights(Shop shop, String... delivery) {
    settings.addAll(Arrays.asList(delivery));
    settings.add(DELIVERY + "retries=0");
    settings.forEach(shop::with);
    AwkwardShop.set(shop.withSegmentAudiences())
        .deliver(
            "fixture-1.csv",
            AwkwardShop.header(),
            "A,ann@example.com,,Ann,Ash,GB,,,,",
            "B,bob@example.com,,Bob,Bay,GB,,,,");
    ANight.in(shop, FIRST).withOrders("A 10 days ago 120.00", "B 300 days ago 5.00").run();
    shop.run(SECOND);
  }

  private static void assertWithdrawn(Shop shop, Erased erased) {
    assertThat(erased.pending()).isEmpty();
    assertThat(erased.extracts())
        .anyMatch(each -> each.endsWith("/" + FIRST))
        .anyMatch(each -> each.endsWith("/" + SECOND))
        .allSatisfy(each -> assertThat(each).startsWith("generic-csv/"));
    assertThat(shop.rows("select 1 from deliver.withdrawals")).isEmpty();
  }

  private static void assertPending(Shop shop, Erased erased) {
    assertThat(erased.extracts()).isEmpty();
    assertThat(erased.pending())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.extracts()).isPositive());
    assertThat(shop.rows("select count(*) from deliver.withdrawals where problem is not null"))
        .containsExactly(String.valueOf(erased.pending().size()));
  }

  private NightjarProcess.Result nightjar(Shop shop, String... arguments)
      throws InterruptedException {
    var environment = new HashMap<>(NightjarProcess.environment(shop.database()));
    environment.put("NIGHTJAR_PRIVACY_SECRET", AwkwardShop.SECRET);
    var all =
        Stream.concat(Stream.of(arguments), settings.stream().map(each -> "--set=" + each))
            .toArray(String[]::new);
    return NightjarProcess.start(environment, shop.folder(), all).await();
  }
}
