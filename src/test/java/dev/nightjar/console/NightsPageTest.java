package dev.nightjar.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import org.junit.jupiter.api.Test;

@DatabaseTest
class NightsPageTest {

  @Test
  void nightsAreListedAfterTheLogin(Shop shop) {
    ANight.in(shop, "2025-01-31").withOrders("A 10 days ago 120.00").run();
    AConsole.of(
        shop,
        console -> {
          assertThat(console.visitor().get("/nights").headers().firstValue("Location"))
              .hasValueSatisfying(where -> assertThat(where).endsWith("/login"));
          assertThat(console.loggedIn(Role.VIEWER).get("/nights").body())
              .contains(
                  "<title>Nights – Nightjar</title>",
                  "/nights/2025-01-31",
                  "finished",
                  "/nights/2025-02-07",
                  "No night has run since.")
              .doesNotContain("/nights/2025-02-08");
        });
  }
}
