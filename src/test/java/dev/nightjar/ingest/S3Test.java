package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Rounds;
import dev.nightjar.kit.S3Store;
import dev.nightjar.kit.Shop;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest
class S3Test {
  private static final String NIGHT = "2025-01-31";
  private static final String FILES =
      "select verdict, count(*) from ingest.files group by 1 order by 1";

  /** A listing has a thousand at the most. */
  private static final int MANY = Rounds.of(1100, 2500);

  private static final int LISTINGS = Rounds.of(2, 3);

  private S3Store store;

  @BeforeEach
  void open() throws Exception {
    System.setProperty("aws.accessKeyId", S3Store.KEY_ID);
    System.setProperty("aws.secretAccessKey", S3Store.SECRET);
    store = new S3Store("shop");
  }

  @AfterEach
  void close() throws Exception {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    store.close();
  }

  @Test
  void thousandsOfObjectsLandOnceInAHandfulOfListings(Shop shop) {
    IntStream.range(0, MANY).forEach(this::putOrder);
    withBucket(shop).run(NIGHT);
    assertThat(shop.rows(FILES)).containsExactly("loaded|" + MANY);
    assertThat(shop.rows("select count(*) from orders.orders"))
        .containsExactly(String.valueOf(MANY));
    assertThat(store.keys("shop", "inbox/")).isEmpty();
    assertThat(store.keys("shop", "landed/")).hasSize(MANY).contains("landed/orders-0.csv");
    assertThat(store.line().requests("GET", "list-type=2")).isEqualTo(LISTINGS);
    assertThat(store.line().requests("GET /shop/")).isEqualTo(MANY);
  }

  @Test
  void aTaggedObjectStaysAndIsNotFetchedAgain(Shop shop) {
    IntStream.range(0, 3).forEach(this::putOrder);
    store.line().tag("/shop/inbox/orders-1.csv", "owner", "web");
    store.line().tag("/shop/inbox/orders-2.csv", "nightjar", "landed");
    withBucket(shop).with("ingest.s3.main.after=tag").run(NIGHT);
    shop.runAgain(NIGHT);
    assertThat(shop.rows(FILES)).containsExactly("loaded|2");
    assertThat(store.keys("shop", "")).hasSize(3).allMatch(key -> key.startsWith("inbox/"));
    assertThat(store.line().requests("GET /shop/inbox/", ".csv HTTP")).isEqualTo(2);
    assertThat(store.line().tags("/shop/inbox/orders-0.csv"))
        .contains("<Key>nightjar</Key><Value>landed</Value>");
    assertThat(store.line().tags("/shop/inbox/orders-1.csv"))
        .contains("<Key>nightjar</Key><Value>landed</Value>")
        .contains("<Key>owner</Key><Value>web</Value>");
  }

  @Test
  void aLandedObjectIsDeletedWhereTheSettingSaysSo(Shop shop) {
    IntStream.range(0, 3).forEach(this::putOrder);
    withBucket(shop).with("ingest.s3.main.after=delete").run(NIGHT);
    assertThat(shop.rows(FILES)).containsExactly("loaded|3");
    assertThat(store.keys("shop", "")).isEmpty();
    assertThat(store.line().requests("PUT")).isZero();
  }

  @Test
  void whatIsNotTheInboxesStaysAndIsNeverFetched(Shop shop) {
    putOrder(1);
    var others =
        new String[] {
          "inbox/",
          "inbox/aaa.txt",
          "inbox/orders-${bean:landing}.csv",
          "inbox/orders-%s.csv".formatted("x".repeat(200)),
          "inbox/sub/orders-2.csv",
          "inbox2/orders-3.csv",
          "orders-4.csv"
        };
    for (var other : others) {
      store.put("shop", other, ANight.header(), line(9));
    }
    withBucket(shop).run(NIGHT);
    assertThat(shop.rows("select name from ingest.files")).containsExactly("orders-1.csv");
    assertThat(shop.rows("select summary from pipeline.stages where stage = 'ingest'"))
        .singleElement()
        .asString()
        .contains("ingest.s3.main keeps orders-${bean:landing}.csv, its name is too long or has ${")
        .doesNotContain("aaa.txt", "orders-2.csv");
    assertThat(store.keys("shop", "inbox"))
        .contains("inbox/aaa.txt", "inbox/sub/orders-2.csv", "inbox2/orders-3.csv")
        .contains(others[2], others[3])
        .doesNotContain("inbox/orders-1.csv");
    assertThat(store.keys("shop", "landed/")).containsExactly("landed/orders-1.csv");
    assertThat(store.line().requests("GET /shop/")).isEqualTo(1);
  }

  @Test
  void namesOfEveryKindLand(Shop shop) {
    var names =
        new String[] {"orders-a+b &c=d%20.csv", "orders-\u00e4\u4e2d.csv", "orders-'\"#?.csv"};
    for (int i = 0; i < names.length; i++) {
      store.put("shop", "inbox/" + names[i], ANight.header(), line(i));
    }
    withBucket(shop).run(NIGHT);
    assertThat(shop.rows("select name from ingest.files")).containsExactlyInAnyOrder(names);
    assertThat(store.keys("shop", "inbox/")).isEmpty();
  }

  @Test
  void anObjectCutOffOnTheWayIsFetchedAgainAndLandsWhole(Shop shop) {
    store.put("shop", "inbox/orders-1.csv", lines(20_000));
    store.line().cut(2);
    withBucket(shop).run(NIGHT);
    assertThat(shop.rows("select verdict, lines_loaded from ingest.files"))
        .containsExactly("loaded|20000");
    assertThat(store.line().requests("GET /shop/")).isEqualTo(3);
  }

  @Test
  void anObjectReplacedWhileItLandsLandsInBothVersions(Shop shop) {
    store.put("shop", "inbox/orders-1.csv", ANight.header(), line(1));
    store
        .line()
        .before(
            once(
                "PUT /shop/landed/",
                () -> store.put("shop", "inbox/orders-1.csv", ANight.header(), line(2))));
    withBucket(shop).run(NIGHT);
    assertThat(shop.rows("select verdict from ingest.files order by file_id"))
        .containsExactly("replaced", "loaded");
    assertThat(shop.rows("select order_number from orders.orders")).containsExactly("2");
    assertThat(store.keys("shop", "")).containsExactly("landed/orders-1.csv");
  }

  @Test
  void anObjectThatAnotherTookIsPassedOver(Shop shop) {
    IntStream.range(0, 3).forEach(this::putOrder);
    store
        .line()
        .before(
            once("GET /shop/inbox/orders-1.csv", () -> store.remove("shop", "inbox/orders-1.csv")));
    withBucket(shop).run(NIGHT);
    assertThat(shop.rows("select name from ingest.files order by 1"))
        .containsExactly("orders-0.csv", "orders-2.csv");
  }

  @Test
  void aBusyStoreIsAskedAgain(Shop shop) {
    IntStream.range(0, 3).forEach(this::putOrder);
    store.line().refuse(4, "503 SlowDown");
    withBucket(shop).run(NIGHT);
    assertThat(shop.rows(FILES)).containsExactly("loaded|3");
  }

  @Test
  void aCrashBetweenLandingAndLeavingRepeatsATransferAndNoRow(Shop shop) {
    IntStream.range(0, 3).forEach(this::putOrder);
    store
        .line()
        .before(
            once(
                "PUT /shop/landed/orders-1.csv", () -> store.line().refuse(1, "403 AccessDenied")));
    withBucket(shop);
    assertFails(() -> shop.run(NIGHT), FailureCode.LOGIN_REFUSED);
    assertThat(shop.rows(FILES)).containsExactly("landed|2");
    shop.resume();
    assertThat(shop.rows(FILES)).containsExactly("loaded|3");
    assertThat(shop.rows("select count(*) from ingest.order_lines")).containsExactly("3");
    assertThat(store.keys("shop", "")).hasSize(3).allMatch(key -> key.startsWith("landed/"));
  }

  @Test
  void aMissingBucketAWrongSecretAndADeadStoreAreDistinguished(Shop shop) throws Exception {
    withBucket(shop).with("ingest.s3.main.bucket=shoq");
    assertFails(() -> shop.run(NIGHT), FailureCode.FOLDER_MISSING);
    shop.with("ingest.s3.main.bucket=shop");
    System.setProperty("aws.secretAccessKey", "wrong");
    assertFails(shop::resume, FailureCode.LOGIN_REFUSED);
    shop.with("ingest.s3.main.endpoint=http://127.0.0.1:1");
    assertFails(shop::resume, FailureCode.SOURCE_AWAY);
  }

  private Shop withBucket(Shop shop) {
    return shop.with("ingest.s3.main.bucket=shop")
        .with("ingest.s3.main.endpoint=" + store.endpoint());
  }

  private void putOrder(int number) {
    store.put("shop", "inbox/orders-" + number + ".csv", ANight.header(), line(number));
  }

  private static String line(int number) {
    return number + ",2025-01-10 12:00:00,C" + number + ",P,1,10.00,completed";
  }

  private static String[] lines(int count) {
    return IntStream.rangeClosed(0, count)
        .mapToObj(i -> i == 0 ? ANight.header() : line(i))
        .toArray(String[]::new);
  }

  private static void assertFails(ThrowingCallable night, FailureCode code) {
    assertThatThrownBy(night)
        .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining("ingest.s3.main");
  }

  private static Consumer<String> once(String request, Runnable act) {
    var times = new AtomicInteger();
    return each -> {
      if (each.startsWith(request) && times.getAndIncrement() == 0) {
        act.run();
      }
    };
  }
}
