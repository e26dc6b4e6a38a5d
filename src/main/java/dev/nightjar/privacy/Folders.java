package dev.nightjar.privacy;

import dev.nightjar.pipeline.Home;
import dev.nightjar.pipeline.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where a home keeps files with people in them.
 *
 * @param extracts as they were written, and as they were delivered
 */
record Folders(LandingFiles landing, List<RetainedExtracts> extracts) {

  static Folders of(Home home, Settings settings) {
    var sections = settings.effective();
    return new Folders(
        new LandingFiles(folder(home, sections, "ingest", "landing")),
        List.of(
            new RetainedExtracts(folder(home, sections, "publish", "outbox")),
            new RetainedExtracts(folder(home, sections, "publish", "folder"))));
  }

  private static Path folder(Home home, Map<String, Object> sections, String section, String key) {
    if (!(sections.get(section) instanceof Map<?, ?> values) || values.get(key) == null) {
      throw new IllegalStateException("there is no setting " + section + "." + key);
    }
    return home.resolve(Path.of(String.valueOf(values.get(key))));
  }
}
