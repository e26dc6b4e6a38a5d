package dev.nightjar.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What takes no refusal back: a file that no longer has it, and a time that cannot be right. */
@DatabaseTest
class KeptRefusalsTest {
  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";

  @BeforeEach
  void declare(Shop shop) {
    AnAudience.in(shop).suppressions("no").declare("all", "select.orders.at-least=0");
    shop.with("audiences.suppressions.max-shrink=1");
    shop.deliver("suppressions-1.csv", "key,mail,tel,by", "NOBODY,,,")
        .deliver(
            "orders-1.csv",
            ANight.header(),
            "1,2025-01-10 12:00:00,A,P,1,10.00,completed",
            "2,2025-01-10 12:00:00,A2,P,1,10.00,completed",
            "3,2025-01-10 12:00:00,B,P,1,10.00,completed");
  }

  @Test
  void aCorrectedFileWithoutTheLineTakesNoOptOutBack(Shop shop) {
    shop.deliver(
            "customers-2.csv",
            CUSTOMERS,
            "A2,2025-01-01 00:00:00,N,N,ann@x.example,,GB,,yes,no",
            "B,2025-01-01 00:00:00,N,N,bob@x.example,,GB,,yes,no")
        .deliver(
            "customers-1.csv", CUSTOMERS, "A,2025-01-01 00:00:00,N,N,ann@x.example,,GB,,yes,yes")
        .run("2025-01-29");
    assertThat(published(shop, "2025-01-29")).containsExactly("B");
    shop.deliver(
            "customers-1.csv", CUSTOMERS, "C,2025-01-01 00:00:00,N,N,cyd@x.example,,GB,,yes,no")
        .run("2025-01-30");
    assertThat(published(shop, "2025-01-30")).containsExactly("B", "C");
    shop.deliver(
            "customers-3.csv", CUSTOMERS, "A,2025-01-30 00:00:00,N,N,ann@x.example,,GB,,yes,no")
        .run("2025-01-31");
    assertThat(published(shop, "2025-01-31"))
        .as("a later record")
        .containsExactly("A", "A2", "B", "C");
  }

  @Test
  void aRecordOfTheFutureTakesNoRefusalBack(Shop shop) {
    shop.deliver(
            "customers-1.csv",
            CUSTOMERS,
            "A,2099-01-01 00:00:00,N,N,ann@x.example,,GB,,yes,no",
            "A,2025-01-20 00:00:00,N,N,ann@x.example,,GB,,yes,yes",
            "A2,2025-01-01 00:00:00,N,N,a2@x.example,,GB,,yes,no",
            "B,2025-01-01 00:00:00,N,N,bob@x.example,,GB,,yes,no")
        .run("2025-01-31");
    assertThat(published(shop, "2025-01-31")).containsExactly("A2", "B");
  }

  @Test
  void theErasureOfWhoRefusedBringsNobodyBack(Shop shop) {
    shop.with("privacy.secret=a secret of the tests");
    shop.deliver("suppressions-2.csv", "key,mail,tel,by", "A,,,")
        .deliver(
            "customers-1.csv",
            CUSTOMERS,
            "A,2025-01-01 00:00:00,N,N,ann@x.example,,GB,,yes,no",
            "A2,2025-01-01 00:00:00,N,N,ann@x.example,020 7946 0958,GB,,yes,no",
            "B,2025-01-01 00:00:00,N,N,bob@x.example,020 7946 0958,GB,,yes,no",
            "C,2025-01-01 00:00:00,N,N,cyd@x.example,,GB,,yes,no")
        .run("2025-01-30");
    assertThat(published(shop, "2025-01-30")).containsExactly("C");
    shop.erase("A");
    shop.run("2025-01-31");
    assertThat(published(shop, "2025-01-31")).containsExactly("C");
  }

  private static List<String> published(Shop shop, String night) {
    return shop.rows(
        """
        select customer_key from audiences.members
        where audience = 'all' and exclusion is null
          and valid_from <= '%s' and (valid_to is null or valid_to > '%1$s')
        order by customer_key collate "C"
        """
            .formatted(night));
  }
}
