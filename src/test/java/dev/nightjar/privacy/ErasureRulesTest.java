package dev.nightjar.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.database.SharedIdentities;
import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.ports.PersonalData.Named;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** When people are erased, and what is left of them. */
@DatabaseTest
class ErasureRulesTest {
  private static final String NIGHT = "2025-01-31";
  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";

  @Test
  void whatIsKeptIsADigestByTheSecret(Shop shop) throws Exception {
    shop(shop).erase("A");
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(AwkwardShop.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    for (var told :
        List.of(
            "customer:a", "email:ann@example.com", "phone:+447700900123", "number:7700900123")) {
      var digest = HexFormat.of().formatHex(mac.doFinal(told.getBytes(StandardCharsets.UTF_8)));
      var kind = told.substring(0, told.indexOf(':'));
      assertThat(shop.rows("select digest from privacy.identifiers where kind = '" + kind + "'"))
          .contains(digest);
    }
    assertThat(
            shop.rows("select count(*) from privacy.erasures where last_night = '" + NIGHT + "'"))
        .containsExactly("1");
  }

  @Test
  void erasingAgainChangesNothing(Shop shop) {
    shop(shop).erase("A");
    var audit = shop.rows("select * from privacy.erasures");
    var again = shop.erase("A");
    assertThat(again.pseudonyms()).isEmpty();
    assertThat(again.rows()).isEmpty();
    assertThat(again.landingFiles()).isZero();
    assertThat(again.extracts()).isEmpty();
    assertThat(shop.rows("select * from privacy.erasures")).isEqualTo(audit);
  }

  @Test
  void whoIsNotThereYetIsKeptOut(Shop shop) {
    shop(shop);
    assertThat(shop.erase("NEW").pseudonyms()).hasSize(1);
    assertThat(shop.erase("NEW").pseudonyms()).isEmpty();
    ANight.in(shop, "2025-02-01").withOrders("NEW 1 day ago 10.00").run();
    assertThat(shop.rows("select 1 from orders.customers where customer_key = 'NEW'")).isEmpty();
  }

  @Test
  void otherCustomersKeepWhatIsTheirs(Shop shop) {
    shop(shop);
    var before = shop.rows("select * from orders.customers where customer_key = 'B'");
    var done = shop.erase("A");
    assertThat(shop.rows("select * from orders.customers where customer_key = 'B'"))
        .isEqualTo(before);
    assertThat(done.sharing()).as("who has the same number").isEqualTo(1);
    assertThat(
            shop.rows(
                "select first_name, phone, country, is_erased from orders.customers where customer_key = 'C'"))
        .containsExactly("||GB|true");
    assertThat(shop.differences(NIGHT)).isEmpty();
    assertThat(AwkwardShop.broken(shop, NIGHT)).isEmpty();
  }

  @Test
  void anAddressOfManyIsNobodys(Shop shop) {
    AwkwardShop.set(shop);
    var lines = new java.util.ArrayList<>(List.of(CUSTOMERS));
    for (int i = 0; i <= SharedIdentities.MOST_WHO_SHARE; i++) {
      lines.add("K%d,2025-01-01 00:00:00,,,none@example.com,000,GB,,yes,no".formatted(i));
    }
    shop.deliver("customers-1.csv", lines.toArray(String[]::new)).run(NIGHT);
    assertThatThrownBy(
            () -> shop.people(p -> p.erase(new Named(List.of(), List.of("none@example.com")))))
        .isInstanceOfSatisfying(
            Failure.class,
            e -> {
              assertThat(e.code()).isEqualTo(FailureCode.NIGHT_REFUSED);
              assertThat(e)
                  .hasMessageContaining("to 11 customers")
                  .hasMessageNotContaining("none@");
            });
    assertThat(shop.erase("K1").sharing()).isZero();
    assertThat(shop.rows("select kind from privacy.identifiers")).containsExactly("customer");
    assertThat(shop.rows("select count(email) from orders.customers")).containsExactly("10");
  }

  @Test
  void nobodyIsErasedWhileANightRuns(Shop shop) throws SQLException {
    shop(shop);
    try (var night = shop.database().connect()) {
      night.setAutoCommit(false);
      night.createStatement().execute("lock table pipeline.night_lock in exclusive mode");
      assertThatThrownBy(() -> shop.erase("A"))
          .isInstanceOfSatisfying(
              Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.NIGHT_RUNNING));
    }
    assertThat(shop.rows("select first_name from orders.customers where customer_key = 'A'"))
        .containsExactly("Ann");
  }

  @Test
  void nobodyIsErasedWithoutASecret(Shop shop) {
    assertThatThrownBy(() -> shop.erase("A"))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("privacy.secret");
  }

  @Test
  void withAnotherSecretNothingIsLoaded(Shop shop) {
    shop(shop).erase("A");
    shop.with("privacy.secret=another secret than before");
    ANight.in(shop, "2025-02-01").withOrders("A 1 day ago 10.00").deliver();
    assertThatThrownBy(() -> shop.run("2025-02-01"))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.ERASURES_IN_DOUBT))
        .hasMessageEndingWith(
            "Next: set NIGHTJAR_PRIVACY_SECRET as it was then, then nightjar resume");
    assertThatThrownBy(() -> shop.erase("B"))
        .isInstanceOf(Failure.class)
        .hasMessageEndingWith("then the same command again");
    assertThat(shop.folder().resolve("inbox").toFile().list()).hasSize(1);
    shop.with("privacy.secret=" + AwkwardShop.SECRET).resume();
    assertThat(shop.rows("select 1 from orders.customers where customer_key = 'A'")).isEmpty();
  }

  @Test
  void filesThatAKilledErasureLeftAreRemovedByTheNext(Shop shop) {
    shop(shop);
    shop.query(
        db ->
            db.execute(
                """
                update ingest.files set is_withheld = true;
                insert into deliver.withdrawals
                select distinct destination, place, audience, night, night, 1000, 1
                from deliver.exports where audience = 'everybody'
                """));
    var done = shop.erase("NOBODY");
    assertThat(done.landingFiles()).isEqualTo(2);
    assertThat(done.extracts()).containsExactly("generic-csv/everybody/2025-01-31");
    assertThat(done.pending()).isEmpty();
    assertThat(shop.rows("select * from deliver.withdrawals")).isEmpty();
  }

  private static Shop shop(Shop shop) {
    AwkwardShop.set(shop)
        .deliver(
            "customers-1.csv",
            CUSTOMERS,
            "A,2025-01-01 00:00:00,Ann,Ash,Ann@example.com,07700 900123,GB,,yes,no",
            "B,2025-01-01 00:00:00,Bob,Bay,bob@example.com,,GB,,yes,no",
            "C,2025-01-01 00:00:00,Cyd,Ash,,+44 7700 900123,GB,,yes,no");
    ANight.in(shop, NIGHT)
        .withOrders("A 10 days ago 120.00", "B 20 days ago 50.00", "C 3 days ago 70.00")
        .run();
    return shop;
  }
}
