package dev.nightjar.privacy;

import dev.nightjar.home.Home;
import dev.nightjar.home.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a home keeps files with people in them, and who was told of them.
 *
 * @param extracts as they were written, and as they were delivered
 * @param told destinations that are told whom to remove, and do not get everybody anew alone
 */
record RetainedFiles(LandingFiles landing, List<RetainedExtracts> extracts, Set<String> told) {

  static RetainedFiles of(Home home, Settings settings) {
    var sections = settings.effective();
    return new RetainedFiles(
        new LandingFiles(folder(home, sections, "ingest", "landing")),
        List.of(
            new RetainedExtracts(folder(home, sections, "deliver", "outbox")),
            new RetainedExtracts(folder(home, sections, "deliver", "folder"))),
        told(sections));
  }

  private static Set<String> told(Map<String, Object> sections) {
    var told = new TreeSet<String>();
    if (sections.get("deliver") instanceof Map<?, ?> publish
        && publish.get("files") instanceof Map<?, ?> files) {
      files.forEach(
          (destination, kinds) -> {
            var named = String.valueOf(kinds).toLowerCase(Locale.ROOT);
            if (named.contains("removes") || named.contains("changes")) {
              told.add(String.valueOf(destination));
            }
          });
    }
    return told;
  }

  private static Path folder(Home home, Map<String, Object> sections, String section, String key) {
    if (!(sections.get(section) instanceof Map<?, ?> values) || values.get(key) == null) {
      throw new IllegalStateException("there is no setting " + section + "." + key);
    }
    return home.resolve(Path.of(String.valueOf(values.get(key))));
  }
}
