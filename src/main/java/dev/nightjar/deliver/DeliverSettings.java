package dev.nightjar.deliver;

import dev.nightjar.destinations.Profile;
import dev.nightjar.destinations.names.ExtractNames;
import dev.nightjar.home.Checked;
import dev.nightjar.home.Offers;
import dev.nightjar.home.Vocabulary;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the extracts go, and what is delivered there.
 *
 * @param destination name of the profile that the extracts are written in, and the first folder of
 *     their paths
 * @param folder below which extracts are delivered
 * @param outbox folder in which they are written
 * @param files the kinds of files of an extract, by destination; the full one alone by default
 * @param guard changes that are not delivered without an approval
 * @param retention how long extracts are kept, here and where they were delivered
 * @param deliveries how the extracts of a destination are delivered, by its name; to the folder by
 *     default
 */
@ConfigurationProperties("deliver")
record DeliverSettings(
    @DefaultValue("generic-csv")
        @Pattern(regexp = DeliverSettings.NAME, message = "must be of a-z, 0-9 and -")
        String destination,
    @DefaultValue("extracts") Path folder,
    @DefaultValue("var/outbox") Path outbox,
    @DefaultValue Map<String, List<FileKind>> files,
    @DefaultValue @Valid ChangeGuard guard,
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

  /** A profile as it is for an audience at a destination. */
  Profile of(Profile profile, String name, String audience) {
    return profile.of(audience, delivery(name).parametersOf(audience));
  }

  /** What the files of an audience at a destination are called. */
  ExtractNames names(Profile profile, String name, String audience, LocalDate night) {
    var own = of(profile, name, audience);
    return ExtractNames.of(name, audience, night, own.layout(), own.extension());
  }

  @Override
  public List<Offers> offers() {
    return List.of(new Offers.DefaultDestination(destination));
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    files.forEach(
        (name, kinds) -> {
          if (kinds.isEmpty()) {
            problems.add("files." + name + ": is empty; leave it out for the full file alone");
          }
        });
    if (!DeliverySettings.isPositive(retention)) {
      problems.add("retention: must be a positive period, such as P90D");
    }
    deliveries.forEach(
        (name, each) ->
            each.problems().forEach(problem -> problems.add("deliveries." + name + "." + problem)));
    return problems;
  }

  @Override
  public List<String> problems(Vocabulary vocabulary) {
    var profiles = vocabulary.profiles();
    var problems = new ArrayList<String>();
    if (profiles.isEmpty()) {
      return problems;
    }
    namedDestinations()
        .forEach(
            (key, name) -> {
              if (!profiles.containsKey(name)) {
                problems.add(
                    "%s: there is no profile %s; nightjar destinations lists those there are"
                        .formatted(key, name));
              }
            });
    deliveries.forEach(
        (name, each) -> {
          if (profiles.containsKey(name)) {
            each.unknownParameters(profiles.get(name).parameters())
                .forEach(problem -> problems.add("deliveries." + name + "." + problem));
          }
        });
    files.forEach(
        (name, kinds) -> {
          if (profiles.containsKey(name)) {
            problems.addAll(kindProblems(name, kinds, profiles.get(name)));
          }
        });
    return problems;
  }

  /** One line for each kind of file that a destination cannot take, or that it lacks. */
  private List<String> kindProblems(String name, List<FileKind> kinds, Offers.Profile profile) {
    var problems = new ArrayList<String>();
    boolean hasOthers = !kinds.equals(List.of(FileKind.FULL));
    if (hasOthers && !profile.parameters().isEmpty() && delivery(name).parameters().isEmpty()) {
      problems.add(
          "files.%1$s: %1$s takes only a first full file until deliveries.%1$s.parameters.AUDIENCE gives %2$s"
              .formatted(name, String.join(", ", profile.parameters())));
    }
    kinds.stream()
        .map(FileKind::toString)
        .filter(kind -> !profile.kinds().contains(kind))
        .map(
            kind ->
                "files.%1$s: %1$s cannot take %2$s, only %3$s; people are removed there by: %4$s"
                    .formatted(name, kind, String.join(", ", profile.kinds()), profile.removal()))
        .forEach(problems::add);
    var telling = new TreeSet<>(profile.tellingKinds());
    var named = kinds.stream().map(FileKind::toString).toList();
    if (profile.kinds().containsAll(named)
        && !telling.isEmpty()
        && Collections.disjoint(telling, named)) {
      problems.add(
          "files.%1$s: %1$s would never learn who refused; add %2$s"
              .formatted(name, String.join(" or ", telling.descendingSet())));
    }
    return problems;
  }

  /** The destinations that the settings name, by key. */
  private Map<String, String> namedDestinations() {
    var named = new LinkedHashMap<String, String>();
    if (destination.matches(NAME)) {
      named.put("destination", destination);
    }
    files.keySet().forEach(name -> named.put("files." + name, name));
    deliveries.keySet().forEach(name -> named.put("deliveries." + name, name));
    return named;
  }
}
