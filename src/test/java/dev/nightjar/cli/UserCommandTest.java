package dev.nightjar.cli;

import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Installation;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Shop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Accounts by command, and the first one that serve makes. */
@DatabaseTest
class UserCommandTest {
  private static final String PASSWORD = "(?:[a-z2-9]{4}-){4}[a-z2-9]{4}";

  @Test
  void accountsAreAddedListedAndRemoved(Shop shop) {
    assertThat(nightjar(shop, "user", "list").output()).contains("There is no account yet.");
    var added = nightjar(shop, "user", "add", "ada", "--role", "marketing");
    assertThat(added.exitCode()).isZero();
    assertThat(added.output())
        .containsPattern("^Account ada \\(marketing\\), password " + PASSWORD + " ");
    assertThat(nightjar(shop, "user", "add", "ada", "--role", "ops").output())
        .as("another password")
        .isNotEqualTo(added.output());
    assertThat(nightjar(shop, "user", "list").output()).containsPattern("(?m)^ *ada +ops");
    assertThat(shop.rows("select password_hash from console.accounts"))
        .singleElement()
        .asString()
        .startsWith("$argon2id$");
    assertThat(nightjar(shop, "user", "remove", "ada").output()).contains("is removed");
    assertThat(nightjar(shop, "user", "remove", "ada").exitCode()).isEqualTo(2);
    assertThat(nightjar(shop, "user", "add", "Ada Lovelace", "--role", "ops").exitCode())
        .isEqualTo(2);
    assertThat(nightjar(shop, "user", "add", "ada", "--role", "admin").exitCode()).isEqualTo(2);
  }

  @Test
  void serveWithoutAScheduleShowsPagesAndPrintsNoPasswordWhereOutputIsKept(Shop shop)
      throws Exception {
    var server = NightjarProcess.start(shop, "serve", "--set", "console.port=0");
    var address = await(server, "Console: (http://127.0.0.1:\\d+)/").group(1);
    await(server, "schedule.cron is not set: nights run when somebody starts them");
    assertThat(get(address + "/health")).isEqualTo("up\n");
    server.terminate();
    assertThat(server.printed())
        .contains("nightjar user add ops --role ops")
        .doesNotContainPattern(PASSWORD);
    assertThat(shop.rows("select count(*) from console.accounts")).containsExactly("0");
  }

  @Test
  void theFirstStartOnATerminalShowsThePasswordOfOpsOnceAndLogsItNowhere(Shop shop)
      throws Exception {
    Installation.configure(shop.folder());
    var nothing = Files.createFile(shop.folder().resolve("typed"));
    var database = shop.database();
    String[] serve = {
      "serve",
      "--home",
      shop.folder().toString(),
      "--set",
      "console.port=0",
      "--set",
      "db.url=" + database.url(),
      "--set",
      "db.user=" + database.user(),
      "--set",
      "db.password=" + database.password()
    };
    var first = NightjarProcess.startOnATerminal(nothing, shop.folder(), serve);
    var password = await(first, "First account: name ops, password (" + PASSWORD + ")").group(1);
    first.kill();
    assertThat(Files.readString(shop.folder().resolve("var/nightjar.log")))
        .doesNotContain(password);
    var second = NightjarProcess.startOnATerminal(nothing, shop.folder(), serve);
    await(second, "Console: http://");
    await(second, "nights run when somebody starts them");
    assertThat(second.printed()).doesNotContain("First account");
    second.kill();
  }

  private static Matcher await(NightjarProcess process, String pattern)
      throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      var found = Pattern.compile(pattern).matcher(process.printed());
      if (found.find()) {
        return found;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError(pattern + " is not printed: " + process.printed());
  }

  private static String get(String address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
