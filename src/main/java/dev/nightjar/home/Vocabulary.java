package dev.nightjar.home;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

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

  /** The kinds of the sources' feeds, as settings spell them, by name of the source. */
  public Map<String, String> feeds() {
    return find(Offers.Sources.class).map(Offers.Sources::feeds).orElse(Map.of());
  }

  /** The hint for an unknown word: the most similar known word, or all of them. */
  public static String like(String word, Set<String> words) {
    return SettingsShape.didYouMean(word, words.stream().sorted().toList());
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
        .flatMap(each -> Stream.concat(Stream.ofNullable(each.purpose()), each.consents().stream()))
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

  /**
   * The destinations by audience, an empty list for the default one. If no audience is declared,
   * each segment is one.
   */
  public Map<String, List<String>> audiences() {
    var declared =
        find(Offers.Audiences.class).map(Offers.Audiences::destinations).orElse(Map.of());
    if (!declared.isEmpty()) {
      return declared;
    }
    var ofSegments = new TreeMap<String, List<String>>();
    segments().forEach(segment -> ofSegments.put(audienceOf(segment), List.of()));
    return ofSegments;
  }

  /** The name of the audience of a segment, if none is declared. */
  public static String audienceOf(String segment) {
    return segment.replaceAll("[^a-zA-Z0-9]+", "-").toLowerCase(Locale.ROOT);
  }

  /** The destination of audiences that do not declare one. */
  public String defaultDestination() {
    return find(Offers.DefaultDestination.class).orElseThrow().name();
  }

  private <T extends Offers> Optional<T> find(Class<T> kind) {
    return offers.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
