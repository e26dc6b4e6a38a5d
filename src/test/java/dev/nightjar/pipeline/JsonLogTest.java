package dev.nightjar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Installation;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The log of a night in a process of its own, as programs read it. */
@DatabaseTest
class JsonLogTest {
  @Test
  void everyLineOfANightNamesNightRevisionAndStage(TestDatabase database, @TempDir Path home)
      throws Exception {
    runAndResume(database, home);
    var lines =
        Files.readAllLines(home.resolve("var/nightjar.log")).stream()
            .map(JsonMapper.shared()::readTree)
            .toList();
    assertThat(lines)
        .filteredOn(line -> line.has("stage"))
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(
            line -> {
              assertThat(line.get("night").asString()).isEqualTo("2025-01-31");
              assertThat(line.get("revision").asInt()).isOne();
            })
        .extracting(line -> line.get("stage").asString())
        .contains("ingest", "orders", "deliver");
    assertThat(lines)
        .filteredOn(line -> line.get("message").asString().startsWith("2025-01-31 "))
        .isNotEmpty()
        .allMatch(line -> line.has("stage"));
    assertThat(lines)
        .filteredOn(line -> line.has("exception"))
        .anySatisfy(
            line -> assertThat(line.get("exception").asString()).contains("StageFailed", "\tat "));
  }

  /** A night that lacks a file logs a stack trace; then it goes on without it. */
  private static void runAndResume(TestDatabase database, Path home) throws Exception {
    Installation.configure(home);
    Files.createDirectories(home.resolve("inbox"));
    Files.writeString(
        home.resolve("inbox/orders-1.csv"),
        ANight.header() + "\n1,2025-01-10 12:00:00,A,P,1,10.00,completed\n");
    var environment = new HashMap<>(NightjarProcess.environment(database));
    environment.put("NIGHTJAR_LOG", "json");
    var source = "--set=ingest.sources.shop-orders.expect.";
    var age = "--set=ingest.folder.min-age=0s";
    String[] run = {
      "run", "--date=2025-01-31", age, source + "min-files=2", source + "required=true"
    };
    var failed = NightjarProcess.start(environment, home, run).await();
    assertThat(failed.exitCode()).as(failed.output()).isEqualTo(1);
    var resumed = NightjarProcess.start(environment, home, "resume", age).await();
    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
  }
}
