package dev.nightjar.console.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.SettableClock;
import dev.nightjar.kit.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class AuditTest {

  private static void look(Shop shop) {
    shop.query(
        db -> {
          new Audit(db, new SettableClock()).sawCustomer("ada", "A");
          return true;
        });
  }

  @Test
  void anErasedPersonIsAPseudonymInIt(Shop shop) {
    shop.with("privacy.secret=0123456789abcdef0123456789abcdef");
    ANight.in(shop, "2025-01-31").withOrders("A 10 days ago 120.00").run();
    look(shop);
    shop.erase("A");
    assertThat(shop.rows("select account, action, customer_key from console.audit"))
        .singleElement()
        .asString()
        .startsWith("ada|look|erased-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update console.audit set account = 'eve'",
        "update console.audit set customer_key = 'B', action = 'login'",
        "delete from console.audit",
        "truncate console.audit"
      })
  void nothingElseInItEverChanges(String change, Shop shop) {
    shop.stages(migrated -> {});
    look(shop);
    assertThatThrownBy(() -> shop.query(db -> db.execute(change)))
        .hasMessageContaining("append-only");
  }
}
