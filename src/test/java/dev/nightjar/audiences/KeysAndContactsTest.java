package dev.nightjar.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers whose key is their address, and customers of whom only the key is known. */
@DatabaseTest
class KeysAndContactsTest {
  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";
  private static final String SUPPRESSED = "key,mail,tel,by,at";

  @BeforeEach
  void declare(Shop shop) {
    AnAudience.in(shop)
        .suppressions("no")
        .declare("all", "select.orders.at-least=0", "consent=for-contacts");
    shop.with("ingest.sources.no.columns.suppressed-at=at")
        .with("audiences.suppressions.max-shrink=1")
        .with("privacy.secret=a secret of the tests");
  }

  @Test
  void aKeyThatIsAnAddressOrANumberIsRefusedByIt(Shop shop) {
    order(
        shop,
        "orders-1.csv",
        "u1@k.example",
        "ann.b+zz@gmail.com",
        "020 7946 0005",
        "+442079460001",
        "C7",
        "u2@k.example",
        "u3@k.example");
    shop.deliver(
            "suppressions-1.csv",
            SUPPRESSED,
            ",U1@k.example,,,",
            ",annb@gmail.com,,,",
            ",,+44 20 7946 0005,,",
            ",,0044 20 7946 0001,,",
            "<u2@K.example>,,,,")
        .run("2025-01-31");
    assertThat(published(shop, "2025-01-31")).containsExactly("C7", "u3@k.example");

    shop.erase(List.of(), List.of("U3@k.example"));
    var named = "select customer_key from orders.customers where customer_key ~ 'u3|u4|smith'";
    assertThat(shop.rows(named)).isEmpty();

    shop.erase(List.of(), List.of("j.smith@gmail.com"));
    order(shop, "orders-2.csv", "j.smith+new@googlemail.com", " U3@k.example", "u4@k.example");
    shop.runAgain("2025-01-31");
    assertThat(shop.rows(named)).containsExactly("u4@k.example");
  }

  @Test
  void whoCannotBeContactedAnyMoreNeedsNoConsentOfTheOtherKey(Shop shop) {
    order(shop, "orders-1.csv", "A", "A2", "B", "B2");
    shop.deliver("suppressions-1.csv", SUPPRESSED, "NOBODY,,,,")
        .deliver(
            "customers-1.csv",
            CUSTOMERS,
            "A,2025-01-01 00:00:00,N,N,ann@x.example,,GB,,no,no",
            "A2,2025-01-01 00:00:00,N,N,ann@x.example,,GB,,no,no",
            "B,2025-01-01 00:00:00,N,N,bob@x.example,,GB,,no,no",
            "B2,2025-01-01 00:00:00,N,N,bob@x.example,,GB,,yes,no")
        .run("2025-01-30");
    assertThat(published(shop, "2025-01-30")).isEmpty();
    shop.deliver(
            "customers-2.csv",
            CUSTOMERS,
            "A,2025-01-30 00:00:00,,,,,GB,,,",
            "A2,2025-01-30 00:00:00,,,,,GB,,,",
            "B2,2025-01-30 00:00:00,,,,,GB,,,")
        .run("2025-01-31");
    assertThat(published(shop, "2025-01-31")).containsExactly("A", "A2", "B2");
  }

  private static void order(Shop shop, String file, String... customers) {
    var lines = new ArrayList<>(List.of(ANight.header()));
    for (var key : customers) {
      lines.add("%s-%s,2025-01-10 12:00:00,%2$s,P,1,10.00,completed".formatted(file, key));
    }
    shop.deliver(file, lines.toArray(String[]::new));
  }

  private static List<String> published(Shop shop, String night) {
    return shop.rows(
        """
        select customer_key from audiences.members
        where audience = 'all' and exclusion is null
          and valid_from <= '%1$s' and (valid_to is null or valid_to > '%1$s')
        order by customer_key collate "C"
        """
            .formatted(night));
  }
}
