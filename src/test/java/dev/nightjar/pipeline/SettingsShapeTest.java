package dev.nightjar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsShapeTest {
  private record Inner(int minAge) {}

  private record Outer(String window, Inner folder, Map<String, Inner> sources) {}

  @Test
  void variablesAreKnownByTheirKeys() {
    assertThat(SettingsShape.isVariable(Outer.class, "WINDOW")).isTrue();
    assertThat(SettingsShape.isVariable(Outer.class, "FOLDER_MIN_AGE")).isTrue();
    assertThat(SettingsShape.isVariable(Outer.class, "FOLDER_MINAGE")).isTrue();
    assertThat(SettingsShape.isVariable(Outer.class, "SOURCES_WEB_MINAGE")).isTrue();
    assertThat(SettingsShape.isVariable(Outer.class, "SOURCES_WEB_SHOP_MIN_AGE")).isTrue();
  }

  @Test
  void variablesWithATypingErrorAreNot() {
    assertThat(SettingsShape.isVariable(Outer.class, "WINDWO")).isFalse();
    assertThat(SettingsShape.isVariable(Outer.class, "WINDOW_DAYS")).isFalse();
    assertThat(SettingsShape.isVariable(Outer.class, "FOLDER_MIN_AGES")).isFalse();
    assertThat(SettingsShape.isVariable(Outer.class, "SOURCES_WEB_MIN_AGES")).isFalse();
    assertThat(SettingsShape.isVariable(Outer.class, "SOURCES_WEB")).isFalse();
  }
}
