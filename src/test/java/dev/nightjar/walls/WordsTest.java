package dev.nightjar.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "src/main/java, .java",
    "src/bench/java, .java",
    "config, .yaml",
    "routes, .yaml",
    "db, .sql",
    "ops, .md",
    "docs, .md",
    "README.md, .md",
    "CONTRIBUTING.md, .md",
    "CHANGELOG.md, .md",
    "SECURITY.md, .md",
    "nightjar, nightjar"
  })
  void aReaderStumblesOverNoWord(Path path, String ending) throws IOException {
    assertThat(Words.habits(path, ending)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what they are told",
        "Whoever holds the lock",
        "tables made anew",
        "beside the customers",
        "held against scikit-learn",
        "'x' is no date, as 2026-06-30",
        "a period, as P90D",
        "1 files loaded"
      })
  void aHabitIsNamed(String text, @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("page.md"), "# A page\n" + text + "\n");
    assertThat(Words.habits(folder, ".md"))
        .isNotEmpty()
        .allSatisfy(habit -> assertThat(habit).contains("page.md:2: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 file loaded", "11 files", "besides", "there is no such file"})
  void plainWordsPass(String text, @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("page.md"), text);
    assertThat(Words.habits(folder, ".md")).isEmpty();
  }
}
