package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.GeneratedPage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
  private static final Path SOURCES = Path.of("src/main/java");

  @Test
  void thePageIsWhatTheRecordsSay() throws Exception {
    var page = SettingsPage.of(SettingsLoader.SECTIONS, SourceComments.of(SOURCES));
    GeneratedPage.hasBelowItsMark(Path.of("docs/settings.md"), getClass(), page);
  }

  @Test
  void aRowHasKeyTypeDefaultAndMeaning() throws Exception {
    assertThat(SettingsPage.of(SettingsLoader.SECTIONS, SourceComments.of(SOURCES)))
        .contains("## `business`\n")
        .containsPattern("\\| `zone` \\| time zone \\| `UTC` \\| [a-z]")
        .containsPattern("\\| `min-k` \\| whole number, at least 2 \\| `3` \\| [a-z]")
        .contains("[`ingest.sources.NAME`](#ingestsourcesname)");
  }

  @Test
  void everySettingHasAMeaning() throws Exception {
    assertThat(SettingsPage.of(SettingsLoader.SECTIONS, SourceComments.of(SOURCES)).lines())
        .noneMatch(line -> line.endsWith("|  |"));
  }
}
