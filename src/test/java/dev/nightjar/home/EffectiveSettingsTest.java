package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveSettingsTest {
  @TempDir Path folder;

  @BeforeEach
  void theEnvironmentSaysNothing() {
    AHome.assumeAnEmptyEnvironment();
  }

  @Test
  void maskSecrets() {
    var effective = AHome.in(folder).with(EverySetting.YAML).load().effective();
    assertThat(effective.toString())
        .contains("password=***", "owner", "sftp.example")
        .doesNotContain("geheim", "pass1234", "phrase1234");
    assertThat(effective.get("db")).asInstanceOf(MAP).containsEntry("password", "***");
    assertThat(effective.get("ingest"))
        .asInstanceOf(MAP)
        .extractingByKey("sftp", MAP)
        .extractingByKey("shop", MAP)
        .containsEntry("password", "***")
        .containsEntry("passphrase", "***");
  }

  @Test
  void sayWordsAsFilesSpellThem() {
    var effective = AHome.in(folder).with(EverySetting.YAML).load().effective();
    assertThat(effective.get("rfm"))
        .asInstanceOf(MAP)
        .containsEntry("rule", "r-rfm")
        .containsEntry("direction", "1-is-best")
        .extractingByKey("monetary", MAP)
        .containsEntry("value", "mean-order");
    assertThat(effective.toString()).doesNotContainPattern("=[A-Z]+_[A-Z]+[,}]");
  }

  @Test
  void nameEveryProperty() {
    var settings = AHome.in(folder).load();
    assertThat(FlatSettings.flat(settings.effective()).keySet())
        .containsExactlyElementsOf(FlatSettings.flat(settings.sections()).keySet());
  }
}
