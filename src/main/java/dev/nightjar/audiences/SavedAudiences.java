package dev.nightjar.audiences;

import dev.nightjar.home.BadSettings;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.Home;
import dev.nightjar.home.SavedSettings;
import dev.nightjar.home.SettingsLoader;
import dev.nightjar.ports.AudienceDeclarations;
import dev.nightjar.ports.ConfigurationLinter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Saves declarations after they have passed the checks of every setting and stage. */
@Component
final class SavedAudiences implements AudienceDeclarations {
  private static final int LONGEST = 80;

  private final Home home;
  private final AudiencesSettings known;
  private final ConfigurationLinter linter;

  SavedAudiences(Home home, AudiencesSettings known, ConfigurationLinter linter) {
    this.home = home;
    this.known = known;
    this.linter = linter;
  }

  @Override
  public List<String> save(String audience, Map<String, String> settings, String yaml) {
    if (!audience.matches("[a-z0-9-]{1,%d}".formatted(LONGEST))) {
      throw new BadSettings(
          List.of("name: must be of a-z, 0-9 and -, up to %d of them".formatted(LONGEST)));
    }
    if (settings.values().stream().anyMatch(value -> value.contains("${"))) {
      // the value of a variable, such as a password, would come back in a problem
      throw new BadSettings(List.of("a value: must not have ${"));
    }
    var file = AudienceDeclarations.file(audience);
    var overrides = new ArrayList<String>();
    settings.forEach(
        (key, value) ->
            overrides.add("audiences.declared.%s.%s=%s".formatted(audience, key, value)));
    try {
      SavedSettings.save(home, file, yaml, text -> problems(file, text, overrides));
    } catch (IOException e) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "config/%s cannot be written: %s.%nNext: let the user of nightjar serve write into config, or copy the declaration"
              .formatted(file, e.getClass().getSimpleName()));
    }
    return notes(audience);
  }

  /** Problems of the text, then those that only stages see. */
  private List<String> problems(String file, Path text, List<String> overrides) {
    var problems = SettingsLoader.problems(home, file, text);
    return problems.isEmpty() ? linter.problems(overrides) : problems;
  }

  private List<String> notes(String audience) {
    var notes = new ArrayList<String>();
    if (known.declared().isEmpty()) {
      notes.add(
          "Until now, each segment was an audience. With this declaration, only declared audiences"
              + " are.");
    }
    SensitiveNames.revealed(audience)
        .forEach(
            kind ->
                notes.add(
                    "The name can reveal %s, and it travels to platforms; choose another."
                        .formatted(kind)));
    return notes;
  }
}
