package dev.nightjar.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.kit.ABrowser;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.ADemo;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.LinkedHashMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Segments, customers, audiences and data in a real browser. */
@DatabaseTest
class MarketingBrowserTest {
  private static final int CUSTOMERS = 3000;
  private static final String NIGHT = ADemo.LAST.toString();
  private static final String BEFORE = ADemo.LAST.minusDays(1).toString();

  @Test
  void everyPageCanBeReadOnEveryScreen(Shop shop) {
    ADemo.in(shop, CUSTOMERS);
    var pages = new LinkedHashMap<String, String>();
    pages.put("segments", "/segments/" + NIGHT);
    pages.put("segments-revenue", "/segments/%s?by=revenue".formatted(NIGHT));
    pages.put("moves", "/moves/%s/%s".formatted(BEFORE, NIGHT));
    pages.put("movers", "/customers/moved/%s/%s?to=Promising".formatted(BEFORE, NIGHT));
    pages.put("clusters", "/clusters/" + NIGHT);
    pages.put("customers", "/customers");
    pages.put("audiences", "/audiences/" + NIGHT);
    pages.put("audience", "/audiences/%s/champions".formatted(NIGHT));
    pages.put("audience-effect", "/audiences/%s/win-back?from=%s".formatted(NIGHT, BEFORE));
    pages.put("builder-empty", "/builder");
    pages.put(
        "builder",
        "/builder?name=good-ones&select.segments=Champions&select.orders.at-least=3&destinations=klaviyo&identifiers=email");
    pages.put("data", "/data/" + NIGHT);
    var sent = shop.rows("select customer_key from deliver.sent_rows order by 1 limit 1").get(0);
    AConsole.of(
        shop,
        console -> {
          var password = console.account("ops", Role.OPS);
          try (var browser = ABrowser.on(console)) {
            browser.logIn("ops", password).waitFor("Nights");
            // all of them, to see at once what is to be mended
            SoftAssertions.assertSoftly(
                each -> {
                  pages.forEach((name, path) -> each.check(() -> browser.examine(path, name)));
                  each.check(() -> aRefusal(browser));
                  each.check(() -> aDraft(browser));
                  each.check(() -> aCustomer(browser, sent));
                });
          }
        });
  }

  private static void aCustomer(ABrowser browser, String customer) {
    browser.open("/customers").type("who", customer).press("Show").waitFor("Consent and refusals");
    assertThat(browser.driver().getCurrentUrl()).doesNotContain(customer);
    assertThat(browser.driver().getTitle()).doesNotContain(customer);
    browser.examineHere("customer");
  }

  private static void aRefusal(ABrowser browser) {
    browser.open("/segments/2020-01-01");
    assertThat(browser.log()).singleElement().asString().contains("status of 409");
    browser.examineHere("refused");
  }

  private static void aDraft(ABrowser browser) {
    browser.open("/builder");
    browser
        .driver()
        .findElement(By.cssSelector("input[name='select.segments'][value='Champions']"))
        .click();
    browser.waitFor("would be published").waitFor("segments: [Champions]");
    assertThat(browser.driver().getCurrentUrl()).contains("select.segments=Champions");
    browser.assertQuiet();
  }
}
