package dev.nightjar.home;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of all sections. A section whose settings cannot be read has none. */
public final class Vocabulary {
  private final List<Offers> offers;

  public Vocabulary(List<Offers> offers) {
    this.offers = List.copyOf(offers);
  }

  /** Names of the segments of the map in use. */
  public Set<String> segments() {
    return new TreeSet<>(find(Offers.Segments.class).map(Offers.Segments::names).orElse(Set.of()));
  }

  /** Names of the tiers of clusters. */
  public Set<String> tiers() {
    return new TreeSet<>(find(Offers.Tiers.class).map(Offers.Tiers::names).orElse(Set.of()));
  }

  /** Names of the customer attributes, without contacts and scores. */
  public Set<String> attributes() {
    var names = new TreeSet<>(Set.of("country"));
    find(Offers.Sources.class).map(Offers.Sources::attributes).ifPresent(names::addAll);
    return names;
  }

  /** One line for each name that is not an attribute, with what could be meant. */
  public List<String> attributeProblems(Collection<String> names) {
    var known = List.copyOf(attributes());
    return names.stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .map(name -> "there is no attribute " + name + SettingsShape.didYouMean(name, known))
        .toList();
  }

  /** Names of the suppression sources. */
  public List<String> suppressionSources() {
    return find(Offers.Sources.class).map(Offers.Sources::suppressions).orElse(List.of());
  }

  /** The lowest score of a metric, as the map in use numbers them; 1 if it does not say. */
  public int lowestScore(String metric) {
    return find(Offers.LowestScores.class)
        .map(each -> each.lowest().getOrDefault(metric, 1))
        .orElse(1);
  }

  /** How customers are scored. */
  public Optional<Offers.Scores> scores() {
    return find(Offers.Scores.class);
  }

  /** The destinations by name. */
  public Map<String, Offers.Profile> profiles() {
    return find(Offers.Profiles.class).map(Offers.Profiles::byName).orElse(Map.of());
  }

  /**
   * The purposes of audiences and destinations, which alone ask for a consent; none if audiences or
   * destinations cannot be read.
   */
  public Set<String> purposes() {
    var ofAudiences = find(Offers.Purposes.class);
    if (ofAudiences.isEmpty() || profiles().isEmpty()) {
      return Set.of();
    }
    var purposes = new TreeSet<>(ofAudiences.get().names());
    profiles().values().stream()
        .map(Offers.Profile::purpose)
        .filter(Objects::nonNull)
        .forEach(purposes::add);
    return purposes;
  }

  /** The hint for an unknown purpose; a channel is taken for the purpose of its destinations. */
  public String purposesLike(String word) {
    var ofChannel =
        profiles().values().stream()
            .filter(each -> word.equals(each.channel()))
            .map(Offers.Profile::purpose)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    return ofChannel.isEmpty()
        ? SettingsShape.didYouMean(word, List.copyOf(purposes()))
        : "; did you mean " + String.join(" or ", ofChannel) + "?";
  }

  /** The destination of audiences that do not declare one. */
  public String defaultDestination() {
    return find(Offers.DefaultDestination.class).orElseThrow().name();
  }

  private <T extends Offers> Optional<T> find(Class<T> kind) {
    return offers.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
