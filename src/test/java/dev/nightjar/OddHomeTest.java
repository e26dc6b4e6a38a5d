package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.NightjarProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings and the log in homes whose names mean something to shells and to configurations. */
class OddHomeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"100% shop", "${user.home}", "a{}b$c", "\"quoted\" `id` (x)", "a:-b}", "%d-%i"})
  void settingsAreReadAndProblemsAreLoggedThere(String name) throws Exception {
    var home = Files.createDirectory(folder.resolve(name));
    assertThat(lint(home).output()).endsWith("No problems.\n");

    var wrong = lint(home, "--set", "rfm.bins=11");
    assertThat(wrong.exitCode()).isEqualTo(3);
    assertThat(wrong.output()).startsWith("2 problems").doesNotContain("logback");
    assertThat(Files.readString(home.resolve("var/nightjar.log")))
        .contains("BAD_SETTINGS: 2 problems", "rfm.bins");
    try (var found = Files.list(folder)) {
      assertThat(found).containsExactly(home);
    }
  }

  @Test
  void aWrongSettingIsLoggedWithoutAStackTrace() throws Exception {
    lint(folder, "--set", "rfm.bins=11");
    assertThat(folder.resolve("var/nightjar.log"))
        .content()
        .contains("BAD_SETTINGS")
        .doesNotContain("\tat ", "WARN");
  }

  private static NightjarProcess.Result lint(Path home, String... arguments) throws Exception {
    var all = new String[arguments.length + 1];
    all[0] = "lint";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return NightjarProcess.start(Map.of(), home, all).await();
  }
}
