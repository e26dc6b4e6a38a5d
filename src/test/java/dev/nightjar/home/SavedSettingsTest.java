package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of settings that people save without an editor. */
class SavedSettingsTest {
  private static final String NAME = "audience-vip.yaml";

  @TempDir private Path folder;
  private Path config;
  private Path file;
  private Home home;

  @BeforeEach
  void aHome() throws IOException {
    config = Files.createDirectories(folder.resolve("config"));
    file = config.resolve(NAME);
    home = new Home(folder, folder.resolve("installation"), List.of());
  }

  private void save(String yaml) throws IOException {
    SavedSettings.save(home, NAME, yaml, text -> List.of());
  }

  @Test
  void replacesWhatItSavedItself() throws IOException {
    save("a: 1\n");
    save("a: 2\n");
    assertThat(file).content().startsWith("# Saved by the console").endsWith("\na: 2\n");
    assertThat(config).isDirectoryContaining(each -> each.equals(file));
    assertThat(files()).containsExactly(NAME);
  }

  @Test
  void leavesAFileAloneThatWasChangedByHand() throws IOException {
    save("a: 1\n");
    var changed = Files.readString(file).replace("a: 1", "a: 3");
    Files.writeString(file, changed);
    assertRefused();
    assertThat(file).hasContent(changed);
    assertThat(files()).containsExactly(NAME);
  }

  @Test
  void leavesAFileAloneThatSomebodyWrote() throws IOException {
    Files.writeString(file, "a: 4\n");
    assertRefused();
    assertThat(file).hasContent("a: 4");
  }

  @Test
  void leavesAFileAloneThatCameWhileTheTextWasChecked() throws IOException {
    assertThatThrownBy(
            () ->
                SavedSettings.save(
                    home,
                    NAME,
                    "a: 2\n",
                    text -> {
                      try {
                        Files.writeString(file, "a: 4\n");
                      } catch (IOException e) {
                        throw new AssertionError(e);
                      }
                      return List.of();
                    }))
        .isInstanceOf(Failure.class);
    assertThat(file).hasContent("a: 4");
    assertThat(files()).containsExactly(NAME);
  }

  @Test
  void followsNoLink() throws IOException {
    var other = Files.writeString(folder.resolve("other"), "mine\n");
    Files.createSymbolicLink(file, other);
    assertRefused();
    assertThat(other).hasContent("mine");
    Files.delete(file);
    Files.createSymbolicLink(file, folder.resolve("nowhere"));
    assertRefused();
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void savesNothingWithAProblem() throws IOException {
    var seen = new ArrayList<String>();
    assertThatThrownBy(
            () ->
                SavedSettings.save(
                    home,
                    NAME,
                    "a: 1\n",
                    text -> {
                      seen.add(text.getFileName().toString());
                      return List.of("a: is wrong");
                    }))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("a: is wrong");
    assertThat(seen).singleElement().asString().doesNotEndWith(".yaml");
    assertThat(files()).isEmpty();
  }

  @Test
  void staysInTheFolder() {
    for (var name :
        List.of("../evil.yaml", "a/b.yaml", "..yaml", ".yaml", "evil", "A.yaml", "a\0.yaml")) {
      assertThatThrownBy(() -> SavedSettings.save(home, name, "a: 1\n", text -> List.of()))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(folder.resolve("evil.yaml")).doesNotExist();
  }

  @Test
  void doesNotTouchTheSettingsThatShip() throws IOException {
    Files.delete(config);
    Files.createDirectories(folder.resolve("installation/config"));
    assertRefused();
    assertThat(folder.resolve("installation/config")).isEmptyDirectory();
  }

  private void assertRefused() {
    assertThatThrownBy(() -> save("a: 2\n"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("Next: ");
  }

  private List<String> files() throws IOException {
    try (var all = Files.list(config)) {
      return all.map(each -> each.getFileName().toString()).toList();
    }
  }
}
