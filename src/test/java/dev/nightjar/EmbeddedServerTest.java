package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.NightjarProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server that comes along, as the commands use it. */
@Tag("slow")
class EmbeddedServerTest {
  private static final Map<String, String> NOTHING = Map.of();

  @TempDir private Path home;

  @AfterEach
  void stop() throws InterruptedException {
    // it can be stopped while the settings are wrong
    assertThat(nightjar("db", "stop", "--set=rfm.windw=all").output()).contains("Stopped.");
    assertThat(nightjar("db", "stop").output()).contains("No embedded PostgreSQL runs");
  }

  @Test
  void outlivesAKilledProcessAndServesTheNextCommand() throws Exception {
    var killed = NightjarProcess.start(NOTHING, home, "run", "--date", "2025-01-31");
    while (!killed.printed().contains("ingest")) {
      assertThat(killed.isAlive()).as(killed::printed).isTrue();
      Thread.sleep(20);
    }
    killed.kill();
    assertThat(nightjar("status").output()).contains("interrupted", "nightjar resume");
    var resumed = nightjar("resume");
    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertThat(resumed.output()).contains("Night 2025-01-31 is finished.");

    var url = nightjar("db", "url").output().strip();
    assertThat(url).matches("postgresql://nightjar@localhost:\\d+/nightjar\\?passfile=.*pgpass");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.resolve("var/postgres/pgpass"))))
        .isEqualTo("rw-------");
    assertNobodyEntersWithoutThePassword(url);
  }

  private void assertNobodyEntersWithoutThePassword(String url) throws SQLException {
    var address = url.substring(url.indexOf('@') + 1, url.indexOf('?'));
    for (var user : new String[] {"nightjar", "postgres"}) {
      try (var connection =
          DriverManager.getConnection("jdbc:postgresql://" + address, user, "guessed")) {
        throw new AssertionError(user + " came in");
      } catch (SQLException refused) {
        assertThat(refused.getSQLState()).isEqualTo("28P01");
      }
    }
  }

  private NightjarProcess.Result nightjar(String... arguments) throws InterruptedException {
    return NightjarProcess.start(NOTHING, home, arguments).await();
  }
}
