package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.Installation;
import dev.nightjar.kit.NightjarProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server that comes along, killed while a night waits for it. */
@Tag("slow")
class KilledServerTest {
  @TempDir private Path home;

  @AfterEach
  void stop() {
    assertThat(NightjarProcess.nightjar(home, "db", "stop").output()).contains("Stopped.");
  }

  @Test
  void theNightEndsSoonAndIsResumed() throws Exception {
    Installation.configure(home);
    NightjarProcess.nightjar(home, "nights");
    NightjarProcess night;
    try (var holder = DriverManager.getConnection(url(), "nightjar", password())) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("lock table rfm.scores in access exclusive mode");
      night = NightjarProcess.start(Map.of(), home, "run", "--date", "2025-01-31");
      while (!night.printed().contains("orders")) {
        assertThat(night.isAlive()).as(night::printed).isTrue();
        Thread.sleep(20);
      }
      var pid = Files.readAllLines(home.resolve("var/postgres/data/postmaster.pid")).get(0);
      ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }
    long start = System.nanoTime();
    assertThat(night.await().exitCode()).isEqualTo(5);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
    var resumed = NightjarProcess.nightjar(home, "resume");
    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
  }

  private String url() {
    var url = NightjarProcess.nightjar(home, "db", "url").output().strip();
    return "jdbc:postgresql://" + url.substring(url.indexOf('@') + 1, url.indexOf('?'));
  }

  private String password() throws Exception {
    return Files.readString(home.resolve("var/postgres/pgpass")).strip().substring(8);
  }
}
