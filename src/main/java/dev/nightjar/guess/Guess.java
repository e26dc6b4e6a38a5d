package dev.nightjar.guess;

import dev.nightjar.formats.BadFile;
import dev.nightjar.guess.GuessSettings.Preset;
import dev.nightjar.home.BusinessSettings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Drafts the description of a source from one of its files; writes nothing. */
public final class Guess {
  private final Map<String, Preset> presets;
  private final BusinessSettings business;

  public Guess(GuessSettings settings, BusinessSettings business) {
    this.presets = settings.presets();
    this.business = business;
  }

  /** The systems whose exports are known. */
  public List<String> systems() {
    var systems = new TreeSet<String>();
    presets.values().forEach(preset -> systems.add(preset.system()));
    return List.copyOf(systems);
  }

  /**
   * The draft.
   *
   * @param system whose export the file is, one of {@link #systems}; null to find it by the header
   * @param encoding of the file; null to find it
   * @return YAML for a file in {@code config/}, with a question mark and the reason for each value
   *     that the file does not decide
   * @throws BadFile if the file cannot be read
   */
  public String yaml(Path file, @Nullable String system, @Nullable Charset encoding)
      throws IOException {
    var sample = Sample.of(file, encoding);
    var roles =
        preset(sample, system)
            .map(each -> Roles.of(each.getKey(), each.getValue(), sample))
            .orElseGet(() -> RolesByValues.of(sample));
    if (roles.feed.equals("customers")) {
      new Answers(sample, roles).find();
    }
    roles.fillDown(sample);
    roles.keepFieldsOfFeed();
    roles.askForOrder();
    return SourceGuess.of(sample, roles, business);
  }

  /** The preset that the most columns of the header tell; of a system, the one that fits best. */
  private Optional<Map.Entry<String, Preset>> preset(Sample sample, @Nullable String system) {
    return presets.entrySet().stream()
        .filter(
            each ->
                system == null
                    ? isOf(each.getValue(), sample)
                    : each.getValue().system().equals(system))
        .max(
            Comparator.comparing(
                    (Map.Entry<String, Preset> each) -> shared(each.getValue(), sample))
                .thenComparing(each -> each.getValue().header().size())
                .thenComparing(Map.Entry.comparingByKey()));
  }

  private static boolean isOf(Preset preset, Sample sample) {
    return !preset.header().isEmpty()
        && sample.columns().containsAll(preset.header())
        && preset.without().stream().noneMatch(sample.columns()::contains);
  }

  /** The share of a preset's header that a file has. */
  private static double shared(Preset preset, Sample sample) {
    double there = preset.header().stream().filter(sample.columns()::contains).count();
    return there / Math.max(preset.header().size(), 1);
  }
}
