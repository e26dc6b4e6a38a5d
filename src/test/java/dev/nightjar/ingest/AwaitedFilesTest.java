package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.Background;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.pipeline.Night;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A night that begins before its required file is late waits for it. */
@DatabaseTest
class AwaitedFilesTest {
  private static final String NIGHT = "2025-01-31";
  private static final String RUNNING =
      "select stage from pipeline.stages where status = 'running'";

  @Test
  void aNightWaitsForARequiredFileThatComesAnHourLater(Shop shop) throws Exception {
    var night = waiting(shop);

    shop.at("2025-02-01T03:30:00Z").deliver("orders-1.csv", file());

    assertThat(night.get()).isPresent();
    assertThat(shop.rows("select verdict from ingest.files")).containsExactly("loaded");
    assertThat(shop.rows("select max(revision), count(*) from pipeline.nights"))
        .containsExactly("1|1");
  }

  @Test
  void aNightFailsWhenTheFileIsLate(Shop shop) throws Exception {
    var night = waiting(shop);

    shop.at("2025-02-01T06:00:00Z");

    assertThatThrownBy(night::get)
        .cause()
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.FILE_MISSING))
        .hasMessageContaining("shop-orders: 0 of 1 required files came (expected by 06:00)");
    // a day later it is there
    shop.at("2025-02-02T02:30:00Z").deliver("orders-1.csv", file());
    assertThat(shop.resume()).isPresent();
  }

  @Test
  void aNightDoesNotWaitForAFileThatIsNotRequiredOrHasNoTime(Shop shop) {
    shop.at("2025-02-01T02:30:00Z").with("ingest.sources.shop-orders.expect.by=06:00");
    assertThat(shop.run(NIGHT)).isPresent();
    shop.at("2025-02-02T02:30:00Z").with("ingest.sources.shop-customers.expect.required=true");
    assertThatThrownBy(() -> shop.run("2025-02-01"))
        .hasMessageContaining("shop-customers: 0 of 1 required files came; none has ever come");
  }

  @Test
  void theTimeIsThatOfTheBusinessZone(Shop shop) {
    // 06:00 in Kiritimati was yesterday in UTC
    shop.at("2025-01-31T16:00:00Z")
        .with("business.zone=Pacific/Kiritimati")
        .with("ingest.sources.shop-orders.expect.required=true")
        .with("ingest.sources.shop-orders.expect.by=06:00");
    assertThatThrownBy(() -> shop.run(NIGHT)).hasMessageContaining("0 of 1 required files came");
  }

  @Test
  void nightsThatAreCaughtUpFindTheirFilesAmongThoseOfTheFirst(Shop shop) {
    shop.at("2025-02-03T09:00:00Z")
        .with("ingest.sources.shop-orders.expect.required=true")
        .deliver("orders-1.csv", file());
    assertThat(shop.run("2025-01-31")).isPresent();
    assertThat(shop.run("2025-02-01")).isPresent();
    assertThat(shop.run("2025-02-02")).isPresent();
    // its date was not over when the file came
    shop.at("2025-02-04T09:00:00Z");
    assertThatThrownBy(() -> shop.run("2025-02-03"))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.FILE_MISSING));
  }

  private static CompletableFuture<Optional<Night>> waiting(Shop shop) throws Exception {
    shop.at("2025-02-01T02:30:00Z")
        .with("ingest.poll=100ms")
        .with("ingest.sources.shop-orders.expect.required=true")
        .with("ingest.sources.shop-orders.expect.by=06:00");
    shop.stages(migrated -> {});
    var night = Background.start(() -> shop.run(NIGHT));
    while (shop.rows(RUNNING).isEmpty()) {
      assertThat(night).isNotDone();
      Thread.sleep(50);
    }
    Thread.sleep(1000);
    assertThat(night).isNotDone();
    return night;
  }

  private static String[] file() {
    return new String[] {ANight.header(), "1,2025-01-10 12:00:00,A,P,1,10.00,completed"};
  }
}
