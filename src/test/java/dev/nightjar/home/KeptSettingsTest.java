package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSettingsTest {
  @TempDir Path folder;

  @Test
  void areLoadedAgainWhereAFileOrAnOptionChanged() {
    write("rfm: {window: P1D}");
    var first = KeptSettings.of(home());
    assertThat(KeptSettings.of(home())).isSameAs(first);
    assertThat(window(KeptSettings.of(home("rfm.window=P9D")))).isEqualTo("P9D");
    write("rfm: {window: P2D}");
    assertThat(window(KeptSettings.of(home()))).isEqualTo("P2D");
    AHome.in(folder).with("zz.yaml", "clustering: {min-k: 2}");
    assertThat(KeptSettings.of(home()).effective().get("clustering").toString())
        .contains("min-k=2");
  }

  @Test
  void areNotKeptWhereTheyAreWrong() {
    write("rfm: {windwo: P1D}");
    assertThatThrownBy(() -> KeptSettings.of(home())).isInstanceOf(BadSettings.class);
    assertThatThrownBy(() -> KeptSettings.of(home())).isInstanceOf(BadSettings.class);
    write("rfm: {window: P1D}");
    assertThat(window(KeptSettings.of(home()))).isEqualTo("P1D");
  }

  private void write(String yaml) {
    AHome.in(folder).with(yaml);
  }

  private Home home(String... overrides) {
    return new Home(folder, folder, List.of(overrides));
  }

  private static String window(Settings settings) {
    return settings.effective().get("rfm").toString().replaceAll(".*window=([^,}]*).*", "$1");
  }
}
