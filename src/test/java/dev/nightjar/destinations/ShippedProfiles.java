package dev.nightjar.destinations;

import dev.nightjar.home.Home;
import dev.nightjar.home.SettingsLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The profiles of the configuration that ships. */
final class ShippedProfiles {
  static final Map<String, Profile> ALL = with();

  private ShippedProfiles() {}

  /** The same with some settings, as {@code profiles.braze.max-rows=3}. */
  static Map<String, Profile> with(String... settings) {
    var here = Path.of("").toAbsolutePath();
    var overrides = List.of(settings).stream().map("destinations."::concat).toList();
    return SettingsLoader.load(new Home(here, here, overrides)).records().stream()
        .filter(DestinationsSettings.class::isInstance)
        .map(each -> ((DestinationsSettings) each).profiles())
        .findFirst()
        .orElseThrow()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().complete()));
  }
}
