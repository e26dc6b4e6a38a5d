package dev.nightjar.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import org.junit.jupiter.api.Test;

/** Who refused all marketing is in no extract, and while it is not known who did, nobody is. */
@DatabaseTest
class SuppressionsNightTest {
  private static final String NIGHT = "2025-01-31";
  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";
  private static final String SUPPRESSED = "key,mail,tel";

  /** A line that is not blank, and names nobody: there is a space of no width. */
  private static final String NOTHING = ",\u200b,";

  private static final String OPTED_OUT =
      "select customer_key from orders.customers where is_opted_out order by 1";

  @Test
  void aSuppressionHoldsByKeyByAddressAndByNumber(Shop shop) {
    withCustomers(shop)
        .deliver(
            "suppressions-1.csv",
            SUPPRESSED,
            "A,,",
            ",\" BOB@Example.COM \",",
            ",,+44 (0) 7700-900123",
            ",x@example.com,",
            "NOBODY,,",
            ",,no number",
            NOTHING)
        .run(NIGHT);
    assertThat(shop.rows(OPTED_OUT)).containsExactly("A", "B", "C");
    assertThat(shop.rows("select line_number, column_name, reason from ingest.rejects"))
        .containsExactly("8||empty");
    assertThat(shop.rows("select count(*) from orders.customers")).containsExactly("5");
    var extracts = String.join("\n", shop.extracts().values());
    assertThat(extracts).contains("dee@example.com", "Eve@example.com");
    assertThat(extracts)
        .doesNotContainIgnoringCase("ann@example.com")
        .doesNotContainIgnoringCase("bob@example.com")
        .doesNotContainIgnoringCase("cyd@example.com");
    assertThat(
            shop.rows(
                "select distinct customer_key from audiences.members"
                    + " where exclusion = 'opted-out' order by 1"))
        .containsExactly("A", "B", "C");
  }

  @Test
  void aSuppressionThatWasToldOnceHoldsWhateverFileReplacesIt(Shop shop) {
    withCustomers(shop).deliver("suppressions-1.csv", SUPPRESSED, "A,,").run("2025-01-30");
    assertThat(shop.rows(OPTED_OUT)).containsExactly("A");
    shop.deliver("suppressions-1.csv", SUPPRESSED, ",eve@example.com,").run(NIGHT);
    assertThat(shop.rows("select verdict from ingest.files where source = 'no' order by file_id"))
        .containsExactly("replaced", "loaded");
    assertThat(shop.rows(OPTED_OUT)).containsExactly("A", "E");
    shop.deliver(
            "customers-2.csv",
            CUSTOMERS,
            "A,2025-02-01 00:00:00,Ann,Ash,ann@example.com,,GB,,yes,no")
        .runAgain(NIGHT);
    assertThat(shop.rows(OPTED_OUT))
        .as("a later record that says otherwise takes no suppression back")
        .containsExactly("A", "E");
  }

  @Test
  void nothingIsPublishedUntilAQuarantinedFileIsMended(Shop shop) {
    withCustomers(shop).deliver("suppressions-1.csv", SUPPRESSED, "A,,", NOTHING, NOTHING);
    assertThatThrownBy(() -> shop.run(NIGHT))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.SUPPRESSIONS_IN_DOUBT));
    assertThat(shop.rows("select verdict from ingest.files where source = 'no'"))
        .containsExactly("quarantined");
    assertThat(shop.rows(OPTED_OUT)).isEmpty();
    assertThat(shop.rows("select * from publish.publications")).isEmpty();
    shop.deliver("suppressions-1.csv", SUPPRESSED, "A,,").runAgain(NIGHT);
    assertThat(shop.rows(OPTED_OUT)).containsExactly("A");
    assertThat(shop.rows("select night from publish.publications")).containsExactly(NIGHT);
  }

  @Test
  void aSuppressionOfAChannelHoldsForThatChannelOnly(Shop shop) {
    withCustomers(shop)
        .with("ingest.sources.no.columns.channel=by")
        .deliver(
            "suppressions-1.csv",
            SUPPRESSED + ",by",
            "A,,,post",
            "A,,,Email ",
            ",BOB@example.com,,email",
            ",,+44 (0) 7700-900123,ads",
            ",eve@example.com,,",
            "NOBODY,,,email")
        .run(NIGHT);
    assertThat(shop.rows(OPTED_OUT)).as("who refused all").containsExactly("E");
    var channels =
        "select customer_key, name from orders.refusals where kind = 'channel' order by 1, 2";
    assertThat(shop.rows(channels)).containsExactly("A|email", "A|post", "B|email", "C|ads");
    shop.runAgain(NIGHT);
    assertThat(shop.rows(channels)).hasSize(4);
  }

  @Test
  void aSuppressionHoldsForACustomerWhomOnlyOrdersName(Shop shop) {
    withSource(shop)
        .deliver("suppressions-1.csv", SUPPRESSED, "K,,")
        .deliver(
            "orders-1.csv",
            ANight.header(),
            "1,2025-01-10 12:00:00,K,P,1,10.00,completed",
            "2,2025-01-10 12:00:00,L,P,1,10.00,completed")
        .run(NIGHT);
    assertThat(shop.rows("select customer_key, is_opted_out from orders.customers order by 1"))
        .containsExactly("K|true", "L|false");
  }

  private static Shop withCustomers(Shop shop) {
    return withSource(shop)
        .deliver(
            "customers-1.csv",
            CUSTOMERS,
            "A,2025-01-01 00:00:00,Ann,Ash,ann@example.com,,GB,,yes,no",
            "B,2025-01-01 00:00:00,Bob,Bay,bob@example.com,,GB,,yes,no",
            "C,2025-01-01 00:00:00,Cyd,Cox,cyd@example.com,440 7700 900123,GB,,yes,no",
            "D,2025-01-01 00:00:00,Dee,Dun,dee@example.com,,GB,,yes,no",
            "E,2025-01-01 00:00:00,Eve,Elm, Eve@example.com,0 7700 900199,GB,,yes,no");
  }

  private static Shop withSource(Shop shop) {
    return shop.with("ingest.sources.no.feed=suppressions")
        .with("ingest.sources.no.files=suppressions-*.csv")
        .with("ingest.sources.no.columns.customer=key")
        .with("ingest.sources.no.columns.email=mail")
        .with("ingest.sources.no.columns.phone=tel")
        .with("ingest.sources.no.expect.max-reject-share=0.2");
  }
}
