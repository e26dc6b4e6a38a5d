package dev.nightjar.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@DatabaseTest
class HoldoutTest {
  @Test
  void bucketsAreThoseOfTheSpecification(Shop shop) {
    migrate(shop);
    assertThat(bucket(shop, "2026-global", "C000001")).isEqualTo("8020");
    assertThat(bucket(shop, "2026-global", "C000002")).isEqualTo("4315");
    assertThat(bucket(shop, "2026-global", "C000003")).isEqualTo("5163");
    assertThat(bucket(shop, "vip-winback-2026q1", "C000001")).isEqualTo("6981");
    assertThat(bucket(shop, "vip-winback-2026q1", "C000002")).isEqualTo("7905");
  }

  @Test
  void bucketsAreSpreadEvenly(Shop shop) {
    migrate(shop);
    var tenths =
        shop.rows(
            "select count(*) from generate_series(1, 20000) i group by audiences.bucket('s', 'C' || i) / 1000");
    assertThat(tenths).hasSize(10);
    // 2,000 in each, with a standard deviation of 42: six of them are not left by chance
    assertThat(tenths).allSatisfy(each -> assertThat(Integer.parseInt(each)).isBetween(1745, 2255));
  }

  @Test
  void aHigherPercentageOnlyAddsPeopleAndALowerOneReleasesThem(Shop shop) {
    AnAudience.in(shop).consentForContacts("all", "select.orders.at-least=1");
    shop.with("audiences.declared.all.holdout.percent=20");
    ANight.in(shop, "2025-01-30").withOrders(orders()).run();
    var some = heldOut(shop);
    shop.with("audiences.declared.all.holdout.percent=45.5");
    ANight.in(shop, "2025-01-31").run();
    var more = heldOut(shop);
    assertThat(some).isNotEmpty();
    assertThat(more).containsAll(some).hasSizeGreaterThan(some.size()).hasSizeLessThan(60);
    assertThat(
            shop.rows("select held_since, count(*) from audiences.holdouts group by 1 order by 1"))
        .containsExactly("2025-01-30|" + some.size(), "2025-01-31|" + (more.size() - some.size()));
    shop.with("audiences.declared.all.holdout.percent=20");
    ANight.in(shop, "2025-02-01").run();
    assertThat(heldOut(shop)).isEqualTo(some);
    shop.with("audiences.declared.all.holdout.salt=another");
    ANight.in(shop, "2025-02-02").run();
    assertThat(heldOut(shop)).isNotEmpty().isNotEqualTo(some);
  }

  @Test
  void whoeverIsHeldOutIsHeldOutUnderEveryKey(Shop shop) {
    AnAudience.in(shop).declare("all", "select.orders.at-least=1");
    shop.with("audiences.holdout.percent=50").with("audiences.holdout.salt=2026");
    var header = "customer_id,updated_at,first_name,last_name,email,phone,country,city";
    var customers = new ArrayList<>(List.of(header + ",email_consent,opted_out"));
    var orders = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      customers.add("A%d,2025-01-01 00:00:00,,,person%d@gmail.com,,,,yes,no".formatted(i, i));
      customers.add("B%d,2025-01-01 00:00:00,,,p.erson%d@gmail.com,,,,yes,no".formatted(i, i));
      orders.addAll(List.of("A" + i + " 1 days ago 9.00", "B" + i + " 1 days ago 9.00"));
    }
    shop.deliver("customers-1.csv", customers.toArray(String[]::new));
    ANight.in(shop, "2025-01-31").withOrders(orders.toArray(String[]::new)).run();
    var published =
        shop.rows("select customer_key from audiences.members where exclusion is null order by 1");
    assertThat(published).hasSizeBetween(4, 40);
    for (var key : published) {
      assertThat(published).contains((key.startsWith("A") ? "B" : "A") + key.substring(1));
    }
  }

  @Test
  void whoIsHeldOutFromAllIsInNone(Shop shop) {
    AnAudience.in(shop)
        .consentForContacts("one", "select.orders.at-least=1")
        .consentForContacts("two", "select.orders.at-least=1", "holdout.percent=30");
    shop.with("audiences.holdout.percent=30").with("audiences.holdout.salt=2026-global");
    ANight.in(shop, "2025-01-31").withOrders(orders()).run();
    var everywhere = shop.rows("select customer_key from audiences.holdouts where scope = ''");
    assertThat(everywhere).isNotEmpty();
    assertThat(
            shop.rows(
                "select audience from audiences.members where exclusion is null and customer_key in (select customer_key from audiences.holdouts where scope in ('', audience))"))
        .isEmpty();
    assertThat(
            shop.rows(
                "select count(*) from audiences.members where audience = 'one' and exclusion = 'holdout'"))
        .containsExactly(String.valueOf(everywhere.size()));
  }

  private static String[] orders() {
    return IntStream.rangeClosed(1, 60)
        .mapToObj(i -> "C%06d 1 day ago 10.00".formatted(i))
        .toArray(String[]::new);
  }

  private static List<String> heldOut(Shop shop) {
    return shop.rows(
        "select customer_key from audiences.members where exclusion = 'holdout' and valid_to is null order by 1");
  }

  private static void migrate(Shop shop) {
    shop.stages(open -> {});
  }

  private static String bucket(Shop shop, String salt, String key) {
    return shop.rows("select audiences.bucket('%s', '%s')".formatted(salt, key)).get(0);
  }
}
