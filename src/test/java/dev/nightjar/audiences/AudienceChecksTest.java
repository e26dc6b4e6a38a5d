package dev.nightjar.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checks of the night notice what is wrong with the members of audiences. */
@DatabaseTest
class AudienceChecksTest {
  private static final String NIGHT = "2025-01-31";

  @BeforeEach
  void aNightWithAReasonForEach(Shop shop) {
    AnAudience.in(shop)
        .suppressions("no")
        .declare("all", "select.orders.at-least=0", "channel=email", "exclusive-group=one")
        .declare("all", "holdout.percent=50", "holdout.salt=2026-global")
        .declare("best", "select.attributes.country=FR", "exclusive-group=one", "priority=1");
    shop.deliver(
            "customers-1.csv",
            "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out",
            "A,2025-01-01 00:00:00,,,a@example.com,,GB,,yes,yes",
            "B,2025-01-01 00:00:00,,,b@example.com,,GB,,yes,no",
            "C,2025-01-01 00:00:00,,,c@example.com,,GB,,no,no",
            // 43.15 and 80.20: the first is held out at 50 %
            "C000002,2025-01-01 00:00:00,,,d@example.com,,GB,,yes,no",
            "C000001,2025-01-01 00:00:00,,,e@example.com,,FR,,yes,no",
            "C000003,2025-01-01 00:00:00,,,f@example.com,,GB,,yes,no")
        .deliver("suppressions-1.csv", "key,mail,tel,by", "B,,,email")
        .run(NIGHT);
    assertThat(
            shop.rows(
                "select customer_key, exclusion from audiences.members where audience = 'all' order by 1"))
        .containsExactly(
            "A|opted-out",
            "B|channel-opted-out",
            "C|no-consent",
            "C000001|lower-priority",
            "C000002|holdout",
            "C000003|");
  }

  @Test
  void anOptedOutCustomer(Shop shop) {
    assertThat(broken(shop, "no_opted_out_customer_is_published")).isEmpty();
    publish(shop, "opted-out");
    publish(shop, "channel-opted-out");
    assertThat(broken(shop, "no_opted_out_customer_is_published"))
        .containsExactlyInAnyOrder("all|generic-csv|A", "all|generic-csv|B");
  }

  @Test
  void aCustomerWithoutConsent(Shop shop) {
    assertThat(broken(shop, "no_contact_without_consent")).isEmpty();
    publish(shop, "no-consent");
    assertThat(broken(shop, "no_contact_without_consent")).containsExactly("all|generic-csv|C");
  }

  @Test
  void aHeldOutCustomer(Shop shop) {
    assertThat(broken(shop, "no_held_out_customer_is_published")).isEmpty();
    publish(shop, "holdout");
    assertThat(broken(shop, "no_held_out_customer_is_published")).containsExactly("all|C000002");
  }

  @Test
  void aCustomerInTwoExclusiveAudiences(Shop shop) {
    assertThat(broken(shop, "no_customer_is_in_two_exclusive_audiences")).isEmpty();
    publish(shop, "lower-priority");
    assertThat(broken(shop, "no_customer_is_in_two_exclusive_audiences"))
        .containsExactly("all|C000001|best");
  }

  @Test
  void countsThatDoNotAddUp(Shop shop) {
    assertThat(broken(shop, "audience_counts_add_up")).isEmpty();
    publish(shop, "holdout");
    assertThat(broken(shop, "audience_counts_add_up")).containsExactly("all|6|1|5|6|2");
    shop.query(db -> db.execute("delete from audiences.exclusions where audience = 'best'"));
    assertThat(broken(shop, "audience_counts_add_up"))
        .as("no reason is told, and none is needed")
        .hasSize(1);
    shop.query(db -> db.execute("delete from audiences.members where audience = 'best'"));
    assertThat(broken(shop, "audience_counts_add_up")).hasSize(2);
  }

  private static void publish(Shop shop, String excluded) {
    shop.query(
        db ->
            db.execute(
                "update audiences.members set exclusion = null where exclusion = '%s'"
                    .formatted(excluded)));
  }

  private static List<String> broken(Shop shop, String check) {
    try {
      var sql = Files.readString(Path.of("db/checks", check + ".sql"));
      return shop.rows(sql.replace(":night", "date '" + NIGHT + "'"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
