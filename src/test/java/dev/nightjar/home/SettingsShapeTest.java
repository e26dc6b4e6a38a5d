package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Name;

class SettingsShapeTest {
  private record Inner(int minAge) {}

  private record Outer(
      String window,
      Inner folder,
      Map<String, Inner> sources,
      @Name("else") String otherwise,
      List<Inner> rest) {}

  @Test
  void aKeyThatIsAWordOfJavaIsNamedBesideTheComponent() {
    assertThat(SettingsShape.unknown(Outer.class, List.of("else"))).isEmpty();
    assertThat(SettingsShape.unknown(Outer.class, List.of("otherwise"))).isNotEmpty();
    assertThat(SettingsShape.isVariable(Outer.class, "ELSE")).isTrue();
    assertThat(SettingsShape.effective(new Outer("", new Inner(1), Map.of(), "x", List.of())))
        .asInstanceOf(MAP)
        .containsEntry("else", "x");
  }

  @Test
  void aListHasNumbers() {
    assertThat(SettingsShape.unknown(Outer.class, List.of("rest", "0", "min-age"))).isEmpty();
    assertThat(SettingsShape.unknown(Outer.class, List.of("rest", "min-age")))
        .hasValueSatisfying(problem -> assertThat(problem).contains("rest is a list"));
  }

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
