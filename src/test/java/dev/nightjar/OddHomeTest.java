package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.NightjarProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings and the log in a home whose name means something to shells and to configurations. */
@Tag("slow")
class OddHomeTest {
  private static final String NAME = "100% ${user.home} a{}b$c \"q\" `id` (x)[1] a:-b} %d-%i";

  @TempDir Path folder;

  @Test
  void settingsAreReadAndProblemsAreLoggedThereWithoutAStackTrace() throws Exception {
    var home = Files.createDirectory(folder.resolve(NAME));
    var right = NightjarProcess.start(Map.of(), home, "lint").await();
    assertThat(right.output()).endsWith("No problems.\n");

    var wrong = NightjarProcess.start(Map.of(), home, "lint", "--set", "rfm.bins=11").await();
    assertThat(wrong.exitCode()).isEqualTo(3);
    assertThat(wrong.output()).startsWith("2 problems");
    assertThat(Files.readString(home.resolve("var/nightjar.log")))
        .contains("BAD_SETTINGS: 2 problems", "rfm.bins")
        .doesNotContain("\tat ", "WARN");
    try (var found = Files.list(folder)) {
      assertThat(found).containsExactly(home);
    }
  }
}
