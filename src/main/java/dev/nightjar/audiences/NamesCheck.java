package dev.nightjar.audiences;

import dev.nightjar.home.Offers;
import dev.nightjar.home.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks that the names in an audience exist. */
final class NamesCheck {
  private final AudienceSettings audience;
  private final Vocabulary vocabulary;
  private final List<String> problems = new ArrayList<>();

  NamesCheck(AudienceSettings audience, Vocabulary vocabulary) {
    this.audience = audience;
    this.vocabulary = vocabulary;
  }

  /** Names that do not exist, one line each. */
  List<String> problems() {
    checkConditions("select", audience.select());
    checkConditions("except", audience.except());
    if (!vocabulary.profiles().isEmpty()) {
      audience.destinations().forEach(this::checkDestination);
    }
    return problems;
  }

  private void checkConditions(String part, Conditions conditions) {
    check(part, "segment", conditions.namedSegments(), vocabulary.segments());
    check(part, "tier", conditions.namedTiers(), vocabulary.tiers());
    vocabulary.attributeProblems(conditions.attributes().keySet()).stream()
        .map(problem -> part + ": " + problem)
        .forEach(problems::add);
  }

  private void check(String part, String what, Iterable<String> named, Set<String> known) {
    for (var name : named) {
      if (!known.contains(name)) {
        problems.add(
            "%s: there is no %s %s; there are: %s"
                .formatted(part, what, name, String.join(", ", known)));
      }
    }
  }

  private void checkDestination(String name) {
    var profile = vocabulary.profiles().get(name);
    if (profile == null) {
      problems.add(
          "destinations: there is no %s; there are: %s"
              .formatted(name, String.join(", ", new TreeSet<>(vocabulary.profiles().keySet()))));
      return;
    }
    checkPurposeAndChannel(name, profile);
    var known = profile.identifiers();
    audience.identifiers().stream()
        .map(AudienceSettings.Identifier::key)
        .filter(each -> !known.isEmpty() && !known.contains(each))
        .forEach(
            each ->
                problems.add(
                    "identifiers: %s does not recognise people by %s, only by %s"
                        .formatted(name, each, String.join(", ", known))));
  }

  /** Consents and opt-outs must be checked for the purpose and the channel of the destination. */
  private void checkPurposeAndChannel(String name, Offers.Profile profile) {
    if (profile.purpose() != null
        && audience.purpose() != null
        && !profile.purpose().equals(audience.purpose())) {
      problems.add(
          "purpose: is %s, and %s is for %s; leave it out for that of each destination"
              .formatted(audience.purpose(), name, profile.purpose()));
    }
    if (audience.channel() != null
        && !audience.channel().equals(PeopleTable.ANY_CHANNEL)
        && !Reach.CHANNELS_THAT_FIT_ALL.contains(profile.channel())
        && !audience.channel().equals(profile.channel())) {
      problems.add(
          "channel: is %s, and %s reaches people by %s; leave it out for that of each destination"
              .formatted(audience.channel(), name, profile.channel()));
    }
  }
}
