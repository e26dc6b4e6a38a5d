package dev.nightjar.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings that were loaded last, by their sources. Without them, a process that opens the
 * pipeline repeatedly would spend most of each start on loading them.
 */
public final class KeptSettings {
  private static final int MOST = 16;

  private static final Map<Written, Settings> LAST =
      Collections.synchronizedMap(
          new LinkedHashMap<>(MOST, 1, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Written, Settings> eldest) {
              return size() > MOST;
            }
          });

  private KeptSettings() {}

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
    var settings = LAST.get(written);
    if (settings == null) {
      settings = SettingsLoader.load(home);
      LAST.put(written, settings);
    }
    return settings;
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
