package dev.nightjar.publish;

import dev.nightjar.pipeline.Checked;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the extracts go, and what is delivered there.
 *
 * @param destination name of the profile that the extracts are written in, and the first folder of
 *     their paths
 * @param folder below which extracts are delivered
 * @param outbox folder in which they are written
 * @param files the kinds of files of an extract, by destination; the full one alone where a
 *     destination is not named
 * @param guard changes that are not delivered without an approval
 */
@ConfigurationProperties("publish")
record PublishSettings(
    @DefaultValue("generic-csv")
        @Pattern(regexp = PublishSettings.NAME, message = "must be of a-z, 0-9 and -")
        String destination,
    @DefaultValue("extracts") Path folder,
    @DefaultValue("var/outbox") Path outbox,
    @DefaultValue Map<String, List<Mode>> files,
    @DefaultValue @Valid ChangeGuard guard)
    implements Checked {
  private static final String NAME = "[a-z0-9-]+";

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    files.forEach(
        (name, modes) -> {
          if (modes.isEmpty()) {
            problems.add("files." + name + ": is empty; leave it out for the full file alone");
          }
        });
    return problems;
  }

  @Override
  public List<String> problems(Map<String, Object> others) {
    var problems = new ArrayList<String>();
    if (others.get("destinations") instanceof Map<?, ?> destinations
        && destinations.get("profiles") instanceof Map<?, ?> profiles
        && !profiles.isEmpty()) {
      if (destination.matches(NAME)) {
        addUnknown(problems, "destination", destination, profiles);
      }
      files.keySet().forEach(name -> addUnknown(problems, "files", name, profiles));
    }
    return problems;
  }

  private static void addUnknown(
      List<String> problems, String key, String name, Map<?, ?> profiles) {
    if (!profiles.containsKey(name)) {
      problems.add(
          "%s: there is no profile %s; nightjar destinations lists those there are"
              .formatted(key, name));
    }
  }
}
