package dev.nightjar.publish;

import dev.nightjar.pipeline.Checked;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the extracts go.
 *
 * @param destination name of the profile that the extracts are written in, and the first folder of
 *     their paths
 * @param folder below which extracts are delivered
 * @param outbox folder in which they are written
 */
@ConfigurationProperties("publish")
record PublishSettings(
    @DefaultValue("generic-csv")
        @Pattern(regexp = PublishSettings.NAME, message = "must be of a-z, 0-9 and -")
        String destination,
    @DefaultValue("extracts") Path folder,
    @DefaultValue("var/outbox") Path outbox)
    implements Checked {
  private static final String NAME = "[a-z0-9-]+";

  @Override
  public List<String> problems() {
    return List.of();
  }

  @Override
  public List<String> problems(Map<String, Object> others) {
    return others.get("destinations") instanceof Map<?, ?> destinations
            && destinations.get("profiles") instanceof Map<?, ?> profiles
            && !profiles.isEmpty()
            && destination.matches(NAME)
            && !profiles.containsKey(destination)
        ? List.of(
            "destination: there is no profile %s; nightjar destinations lists those there are"
                .formatted(destination))
        : List.of();
  }
}
