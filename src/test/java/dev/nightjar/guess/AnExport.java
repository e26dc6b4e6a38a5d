package dev.nightjar.guess;

import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Home;
import dev.nightjar.home.SettingsLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A file in words, of which a guess is made with the presets that ship.
 *
 * @param name of the file
 * @param text all of it
 */
record AnExport(String name, String text) {
  private static final Home SHIPPED =
      new Home(Path.of("").toAbsolutePath(), Path.of("").toAbsolutePath(), List.of());

  /** A file of a header and sixty lines. */
  static AnExport of(String header, IntFunction<String> line) {
    var text = new StringBuilder(header).append('\n');
    for (int i = 0; i < 60; i++) {
      text.append(line.apply(i)).append('\n');
    }
    return new AnExport("export-2026-06-26.csv", text.toString());
  }

  AnExport called(String other) {
    return new AnExport(other, text);
  }

  /** The draft. */
  String guess() {
    return guess(null);
  }

  /** The draft for a system. */
  String guess(@Nullable String system) {
    return guess(StandardCharsets.UTF_8, null, system);
  }

  /** The draft of the file in an encoding, with that of {@code --encoding}. */
  String guess(Charset written, @Nullable Charset declared, @Nullable String system) {
    try {
      var file = Files.createTempDirectory("export").resolve(name);
      Files.writeString(file, text, written);
      return of(file, declared, system);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The draft of a file. */
  static String of(Path file, @Nullable Charset declared, @Nullable String system) {
    try {
      var presets = SettingsLoader.section(SHIPPED, GuessSettings.class);
      var business = SettingsLoader.section(SHIPPED, BusinessSettings.class);
      return new Guess(presets, business).yaml(file, system, declared);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
