package dev.nightjar.audiences;

import dev.nightjar.home.Settings;
import dev.nightjar.ports.AudienceLinter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks at the names that travel with the files. */
@Component
final class AudienceReports implements AudienceLinter {
  private final AudiencesSettings settings;
  private final Settings all;

  AudienceReports(AudiencesSettings settings, Settings all) {
    this.settings = settings;
    this.all = all;
  }

  @Override
  public List<String> warnings() {
    var warnings = new ArrayList<String>();
    settings.declared().keySet().forEach(name -> add(warnings, "audience", name));
    new Surroundings(all.effective()).segments().forEach(name -> add(warnings, "segment", name));
    return warnings;
  }

  private static void add(List<String> warnings, String what, String name) {
    SensitiveNames.told(name)
        .forEach(
            kind ->
                warnings.add(
                    "%s %s: the name may tell of %s, and it travels to platforms; give it another"
                        .formatted(what, name, kind)));
  }
}
