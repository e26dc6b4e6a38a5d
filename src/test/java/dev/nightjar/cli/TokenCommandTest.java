package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import org.junit.jupiter.api.Test;

/** Tokens by command. */
@DatabaseTest
class TokenCommandTest {
  private static final String TOKEN = "nightjar_[A-Za-z0-9_-]{43}";

  @Test
  void tokensAreCreatedListedAndRemoved(Shop shop) {
    assertThat(nightjar(shop, "token", "list").output()).contains("There is no token yet.");
    var created = nightjar(shop, "token", "create", "--role", "ops", "--name", "ci");
    assertThat(created.exitCode()).isZero();
    assertThat(created.output())
        .matches("Token ci \\(ops\\), valid for 90 days \\(shown only now\\):\n" + TOKEN + "\n");
    for (int number = 1; number <= 2; number++) {
      assertThat(nightjar(shop, "token", "create", "--role", "viewer", "--days", "1").output())
          .contains("Token viewer-%d (viewer), valid for 1 day ".formatted(number));
    }
    assertThat(nightjar(shop, "token", "list").output())
        .containsPattern("(?m)^ *ci +ops +\\S+ \\S+ UTC +\\S+ \\S+ UTC")
        .containsPattern("(?m)^ *viewer-2 +viewer ")
        .doesNotContainPattern(TOKEN);
    var again = nightjar(shop, "token", "create", "--role", "ops", "--name", "ci");
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.output()).contains("nightjar token remove ci");
    assertThat(nightjar(shop, "token", "remove", "ci").output()).contains("is removed");
    assertThat(nightjar(shop, "token", "remove", "ci").exitCode()).isEqualTo(2);
  }

  @Test
  void aTokenIsStoredAsItsHashOnly(Shop shop) {
    var secret = nightjar(shop, "token", "create", "--role", "ops").output().lines().toList();
    assertThat(shop.rows("select token_hash from console.tokens"))
        .singleElement()
        .asString()
        .matches("[0-9a-f]{64}");
    assertThat(shop.rows("select t::text from console.tokens t").get(0))
        .doesNotContain(secret.get(1).substring(10));
  }

  @Test
  void namesRolesAndDaysThatAreNoneAreRefused(Shop shop) {
    for (var wrong :
        new String[][] {
          {"--role", "admin"},
          {"--role", "ops", "--name", "My token"},
          {"--role", "ops", "--days", "0"},
          {"--role", "ops", "--days", "367"},
          {}
        }) {
      var command = new String[wrong.length + 2];
      command[0] = "token";
      command[1] = "create";
      System.arraycopy(wrong, 0, command, 2, wrong.length);
      assertThat(nightjar(shop, command).exitCode()).isEqualTo(2);
    }
  }
}
