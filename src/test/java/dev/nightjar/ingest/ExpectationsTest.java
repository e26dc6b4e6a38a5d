package dev.nightjar.ingest;

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
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class ExpectationsTest {
  private static final String EXPECT = "ingest.sources.shop-orders.expect.";
  private static final String LINE = "%d,2025-01-10 12:00:00,A,P,1,10.00,completed";

  @Test
  void aMissingRequiredFileFailsTheNightBeforeAnythingIsTouched(Shop shop) throws Exception {
    shop.at("2025-01-31T02:00:00Z");
    shop.deliver("orders-1.csv", ANight.header(), LINE.formatted(1)).run("2025-01-30");

    shop.at("2025-02-01T03:00:00Z")
        .with(EXPECT + "required=true")
        .with(EXPECT + "by=02:00")
        .deliver("orders-again.csv", ANight.header(), LINE.formatted(1))
        .deliver(
            "customers-1.csv",
            "customer_id,updated_at,first_name,last_name,email,phone,"
                + "country,city,email_consent,opted_out",
            "A,2025-01-01 00:00:00,,,,,GB,,yes,no");
    assertFails(() -> shop.run("2025-01-31"), FailureCode.FILE_MISSING)
        .hasMessageContaining(
            "shop-orders: 0 of 1 required files came (expected by 02:00); the last one,"
                + " orders-1.csv, came on ")
        .hasMessageContaining("Next: nightjar resume --date 2025-01-31");
    assertThat(shop.rows("select name, verdict from ingest.files order by file_id"))
        .containsExactly(
            "orders-1.csv|loaded", "customers-1.csv|landed", "orders-again.csv|duplicate");
    assertThat(shop.rows("select * from ingest.customer_records")).isEmpty();
    assertThat(status(shop)).contains("shop-orders|missing", "online-retail|");

    shop.deliver("orders-2.csv", ANight.header(), LINE.formatted(2));
    assertThat(shop.resume()).isPresent();
    assertThat(shop.rows("select count(*) from orders.orders")).containsExactly("2");
  }

  @Test
  void aSourceThatNeverSentIsMissingToo(Shop shop) {
    shop.with(EXPECT + "required=true");
    assertFails(() -> shop.run("2025-01-31"), FailureCode.FILE_MISSING)
        .hasMessageContaining("none has ever come");
    shop.with(EXPECT + "required=false");
    assertThat(shop.resume()).isPresent();
  }

  @Test
  void tooFewAndTooManyFilesFailTheNight(Shop shop) {
    shop.with(EXPECT + "min-files=2").deliver("orders-1.csv", ANight.header(), LINE.formatted(1));
    assertFails(() -> shop.run("2025-01-31"), FailureCode.FILE_MISSING)
        .hasMessageContaining("1 of 2 required files came");
    shop.with(EXPECT + "max-files=2")
        .deliver("orders-2.csv", ANight.header(), LINE.formatted(2))
        .deliver("orders-3.csv", ANight.header(), LINE.formatted(3));
    assertFails(shop::resume, FailureCode.TOO_MANY_FILES)
        .hasMessageContaining("shop-orders: 3 files came, but max-files is 2");
    assertThat(shop.rows("select * from ingest.order_lines")).isEmpty();
    shop.with(EXPECT + "max-files=3");
    assertThat(shop.resume()).isPresent();
    assertThat(shop.rows("select count(*) from orders.orders")).containsExactly("3");
  }

  @Test
  void statusShowsWhatCameAndWhatIsLate(Shop shop) throws Exception {
    // the test's clock stands in 2026, a year after the night
    shop.with(EXPECT + "by=02:00")
        .with("ingest.sources.shop-customers.expect.by=02:00")
        .deliver("orders-1.csv", ANight.header(), LINE.formatted(1), "2,nonsense")
        .with(EXPECT + "max-reject-share=1");
    shop.run("2025-01-31");
    assertThat(status(shop)).contains("shop-orders|late", "shop-customers|missing");
    var screen = NightjarProcess.nightjar(shop, "status").output();
    assertThat(screen).contains("orders-1.csv", "late", "column-count", "nightjar rejects --date");
  }

  private static java.util.List<String> status(Shop shop) throws Exception {
    var printed = NightjarProcess.nightjar(shop, "status", "--json").output();
    return JsonMapper.shared()
        .readTree(printed)
        .get("sources")
        .valueStream()
        .map(each -> each.get("source").asString() + "|" + each.get("state").asString())
        .toList();
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertFails(
      ThrowingCallable night, FailureCode code) {
    return assertThatThrownBy(night)
        .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
