package dev.nightjar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.GeneratedPage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsPageTest {
  private final CommandLine nightjar =
      NightjarCommand.commandLine(
          (home, progress, clock) -> {
            throw new AssertionError("a page needs no pipeline");
          });

  @Test
  void thePageIsWhatTheCommandsSay() throws Exception {
    GeneratedPage.hasBelowItsMark(
        Path.of("docs/commands.md"), getClass(), CommandsPage.of(nightjar));
  }

  @Test
  void everyCommandHasItsSynopsisAndOptions() {
    assertThat(CommandsPage.of(nightjar))
        .contains("## nightjar resume\n", "nightjar resume [", "### nightjar audiences preview\n")
        .contains("| [`nightjar run`](#nightjar-run) | ")
        .containsPattern("\\| `--set=KEY=VALUE` \\| [A-Z]")
        .contains("| 3 | the configuration is wrong");
  }
}
