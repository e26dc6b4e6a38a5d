package dev.nightjar.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.kit.ABrowser;
import dev.nightjar.kit.AConsole;
import dev.nightjar.kit.ADemo;
import dev.nightjar.kit.AKeyboard;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Segments, customers, audiences and data without a mouse. */
@DatabaseTest
class KeyboardBrowserTest {
  private static final int CUSTOMERS = 600;
  private static final String NIGHT = ADemo.LAST.toString();
  private static final String BEFORE = ADemo.LAST.minusDays(1).toString();
  private static final List<String> PAGES =
      List.of(
          "/nights",
          "/nights/" + NIGHT,
          "/segments/" + NIGHT,
          "/moves/%s/%s".formatted(BEFORE, NIGHT),
          "/customers/moved/%s/%s?to=Promising".formatted(BEFORE, NIGHT),
          "/clusters/" + NIGHT,
          "/customers",
          "/audiences/" + NIGHT,
          "/audiences/%s/champions".formatted(NIGHT),
          "/builder?name=good-ones&select.segments=Champions&destinations=klaviyo&identifiers=email",
          "/data/" + NIGHT);

  @Test
  void marketingWorksWithoutAMouse(Shop shop) {
    ADemo.in(shop, CUSTOMERS);
    AConsole.of(
        shop.with("console.save-drafts=true"),
        console -> {
          var password = console.account("mara", Role.OPS);
          try (var browser = ABrowser.on(console)) {
            browser.open("/login");
            var keys = AKeyboard.of(browser).type("mara", Keys.TAB, password, Keys.ENTER);
            keys.waitFor("Newest first");
            anAudienceIsBuilt(browser, keys);
            anExtractIsDownloaded(shop, browser, keys);
            // all of them, to see at once what is to be mended
            SoftAssertions.assertSoftly(
                each -> PAGES.forEach(page -> each.check(() -> keys.skipTo(page).walk(page))));
            browser.assertQuiet();
          }
        });
  }

  private static void anAudienceIsBuilt(ABrowser browser, AKeyboard keys) {
    keys.tabTo("Audiences").type(Keys.ENTER);
    keys.waitFor("Draft a new audience").tabTo("Draft a new audience").type(Keys.ENTER);
    keys.waitFor("Fill in who is in it").tabTo("Name").type("good-ones");
    keys.tabTo("Champions").type(Keys.SPACE).waitFor("would be published");
    keys.tabTo("klaviyo").type(Keys.SPACE).waitFor("klaviyo does not recognise people by");
    keys.tabTo("email").type(Keys.SPACE).waitFor("Added at klaviyo");
    keys.tabTo("audiences: declared: good-ones:");
    assertThat(browser.driver().getCurrentUrl())
        .contains("name=good-ones", "select.segments=Champions", "destinations=klaviyo");
    keys.tabTo("Save …").type(Keys.SPACE).tabTo("Save to config/").type(Keys.ENTER);
    keys.waitFor("config/audience-good-ones.yaml is saved");
    browser.examineHere("builder-saved");
  }

  private static void anExtractIsDownloaded(Shop shop, ABrowser browser, AKeyboard keys) {
    var known =
        shop.rows(
                "select path, content_hash from deliver.exports where audience = 'champions' and night = '%s' order by export_id limit 1"
                    .formatted(NIGHT))
            .get(0)
            .split("\\|");
    var folder = shop.folder().resolve("saved");
    browser.savesTo(folder);
    keys.tabTo("Audiences").type(Keys.ENTER);
    keys.waitFor("Draft a new audience").tabTo("champions").type(Keys.ENTER);
    keys.waitFor("Delivered files").tabTo(known[0]).type(Keys.ENTER);
    var file = browser.waitForFile(folder, known[0].substring(known[0].lastIndexOf('/') + 1));
    assertThat(sha256(file)).isEqualTo(known[1]);
  }

  private static String sha256(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
