package dev.nightjar.publish;

import dev.nightjar.pipeline.Checked;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
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
 * @param retention how long extracts are kept, here and where they were delivered
 * @param deliveries how the extracts of a destination are delivered, by its name; to the folder
 *     where nothing is said
 */
@ConfigurationProperties("publish")
record PublishSettings(
    @DefaultValue("generic-csv")
        @Pattern(regexp = PublishSettings.NAME, message = "must be of a-z, 0-9 and -")
        String destination,
    @DefaultValue("extracts") Path folder,
    @DefaultValue("var/outbox") Path outbox,
    @DefaultValue("P90D") Period retention,
    @DefaultValue Map<String, @Valid DeliverySettings> deliveries)
    implements Checked {
  private static final String NAME = "[a-z0-9-]+";

  /** How the extracts of a destination are delivered. */
  DeliverySettings delivery(String name) {
    return deliveries.getOrDefault(name, DeliverySettings.NONE);
  }

  /** The first day on which a purge removes the extracts that a night made for a destination. */
  LocalDate expiresOn(String name, LocalDate night) {
    var own = delivery(name).retention();
    return night.plus(own == null ? retention : own);
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (!DeliverySettings.isPositive(retention)) {
      problems.add("retention: looks ahead or nowhere; it must be positive, as P90D");
    }
    deliveries.forEach(
        (name, each) ->
            each.problems().forEach(problem -> problems.add("deliveries." + name + "." + problem)));
    return problems;
  }

  @Override
  public List<String> problems(Map<String, Object> others) {
    if (!(others.get("destinations") instanceof Map<?, ?> destinations)
        || !(destinations.get("profiles") instanceof Map<?, ?> profiles)
        || profiles.isEmpty()) {
      return List.of();
    }
    var problems = new ArrayList<String>();
    if (destination.matches(NAME) && !profiles.containsKey(destination)) {
      problems.add(unknown("destination", destination));
    }
    deliveries.keySet().stream()
        .filter(name -> !profiles.containsKey(name))
        .forEach(name -> problems.add(unknown("deliveries." + name, name)));
    return problems;
  }

  private static String unknown(String key, String name) {
    return "%s: there is no profile %s; nightjar destinations lists those there are"
        .formatted(key, name);
  }
}
