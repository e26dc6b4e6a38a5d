package dev.nightjar.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.home.Failure;
import dev.nightjar.kit.ABrowser;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.AKeyboard;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** People with a real browser. */
@DatabaseTest
class BrowserTest {
  private static final String FAILED = "/nights/2025-01-31";

  /** One night that is finished, and the next without the file that it needs. */
  @BeforeEach
  void aNightFails(Shop shop) {
    shop.with("ingest.sources.shop-orders.expect.required=true").at("2025-01-31T02:30:00Z");
    ANight.in(shop, "2025-01-30")
        .withOrders("A 10 days ago 120.00", "B 3 days ago 80.00", "B 40 days ago -20.00")
        .run();
    shop.at("2025-02-01T02:30:00Z");
    try {
      shop.run("2025-01-31");
    } catch (Failure e) {
      return;
    }
    throw new AssertionError("the night did not fail");
  }

  private static int command(Shop shop, List<String> command) {
    assertThat(command).containsExactly("resume", "--date", "2025-01-31");
    return shop.resume(LocalDate.parse(command.get(2)).toString()).isPresent() ? 0 : 1;
  }

  @Test
  void opsSeesAFailedNightReadsWhyResumesItAndWatchesItFinish(Shop shop) {
    AConsole.of(
        shop,
        command -> command(shop, command),
        console -> {
          var password = console.account("ada", Role.OPS);
          try (var browser = ABrowser.on(console)) {
            browser.open("/login").assertQuiet();
            browser.examine("/login", "login");
            browser.logIn("ada", password).waitFor("failed");
            browser.examine("/nights", "nights");
            browser.examine(FAILED, "night-failed");
            browser.open(FAILED).waitFor("0 of 1 required").press("What the runbook says");
            browser.waitFor("nightjar resume");
            ANight.in(shop, "2025-01-31").withOrders("A 1 days ago 30.00").deliver();
            browser.press("Resume …").press("Resume night 2025-01-31");
            browser.waitFor("finished revision 1");
            assertThat(browser.text()).doesNotContain("Why it failed", "Resume");
            browser.examine(FAILED, "night-finished");
            browser.examine("/nights/2025-02-01", "night-missing");
            browser.press("Log out").waitFor("You are logged out.").assertQuiet();
          }
        });
    assertThat(shop.rows("select account, action, night from console.audit order by audit_id"))
        .containsExactly("ada|login|", "ada|Resume|2025-01-31");
  }

  @Test
  void everythingCanBeDoneWithTheKeyboard(Shop shop) {
    AConsole.of(
        shop,
        command -> command(shop, command),
        console -> {
          var password = console.account("ada", Role.OPS);
          try (var browser = ABrowser.on(console)) {
            browser.open("/login");
            var keys = AKeyboard.of(browser).type("ada", Keys.TAB, password, Keys.ENTER);
            keys.waitFor("Newest first").tabTo("Jan 31, 2025, failed").type(Keys.ENTER);
            keys.waitFor("0 of 1 required").tabTo("What the runbook says").type(Keys.SPACE);
            keys.waitFor("nightjar resume");
            ANight.in(shop, "2025-01-31").withOrders("A 1 days ago 30.00").deliver();
            keys.tabTo("Resume …").type(Keys.SPACE).tabTo("Resume night").type(Keys.ENTER);
            keys.waitFor("finished revision 1").tabTo("Log out").type(Keys.ENTER);
            keys.waitFor("You are logged out.");
            browser.assertQuiet();
          }
        });
  }

  @Test
  void aViewerCanNeitherPressNorDownload(Shop shop) {
    AConsole.of(
        shop,
        console -> {
          var password = console.account("vera", Role.VIEWER);
          try (var browser = ABrowser.on(console)) {
            browser.logIn("vera", password).waitFor("failed");
            browser.open(FAILED).waitFor("Someone with the role ops can do that.");
            assertThat(browser.driver().findElements(By.cssSelector("main button, main form")))
                .isEmpty();
            browser.assertQuiet();
          }
        });
  }
}
