package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.guess.GuessSettings;
import dev.nightjar.home.Home;
import dev.nightjar.home.SettingsLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The presets that ship name fields as the feeds do. */
class PresetFieldsTest {
  @Test
  void everyFieldOfAPresetIsAFieldOfItsFeed() {
    var folder = Path.of("").toAbsolutePath();
    var home = new Home(folder, folder, List.of());
    var presets = SettingsLoader.section(home, GuessSettings.class).presets();
    assertThat(presets).hasSizeGreaterThan(15);
    presets.forEach(
        (name, preset) -> {
          var feed =
              Arrays.stream(Feed.values())
                  .filter(each -> Source.key(each).equals(preset.feed()))
                  .findFirst();
          assertThat(feed).as(name).isPresent();
          var fields = feed.get().fields().stream().map(FeedField::name).toList();
          var named =
              Stream.of(
                      preset.columns().keySet(),
                      preset.constants().keySet(),
                      preset.fillDown(),
                      preset.oncePerOrder(),
                      preset.joined())
                  .flatMap(each -> each.stream())
                  .filter(field -> feed.get().purpose(field) == null);
          assertThat(named).as(name).isSubsetOf(fields);
          assertThat(preset.header()).as(name).isNotEmpty();
        });
  }
}
