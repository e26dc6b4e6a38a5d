package dev.nightjar.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A cache of the last loaded settings, valid while their sources stay the same. Without it, a
 * process that opens the pipeline repeatedly would spend most of each start on loading them.
 */
public final class KeptSettings {
  private static final AtomicReference<@Nullable KeptSettings> LAST = new AtomicReference<>();

  private final Written written;
  private final Settings settings;

  private KeptSettings(Written written, Settings settings) {
    this.written = written;
    this.settings = settings;
  }

  /** The sources of settings, without the environment, which never changes in a process. */
  private record Written(List<String> overrides, Map<Path, String> files) {}

  /**
   * The settings of a home.
   *
   * @throws BadSettings with every problem of every section
   */
  public static Settings of(Home home) {
    Written written;
    try {
      written = new Written(List.copyOf(home.overrides()), files(home.config()));
    } catch (IOException e) {
      return SettingsLoader.load(home); // reports what cannot be read
    }
    var last = LAST.get();
    if (last == null || !last.written.equals(written)) {
      last = new KeptSettings(written, SettingsLoader.load(home));
      LAST.set(last);
    }
    return last.settings;
  }

  private static Map<Path, String> files(Path folder) throws IOException {
    var files = new TreeMap<Path, String>();
    try (var all = Files.list(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.readString(file));
      }
    }
    return files;
  }
}
