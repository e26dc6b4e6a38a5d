package dev.nightjar.audiences;

import dev.nightjar.home.Offers;
import dev.nightjar.home.Vocabulary;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an audience reaches its members at one of its destinations: the purpose to which they must
 * have agreed, and the channel that they must not have refused. What the audience does not say is
 * said by the destination.
 *
 * @param destination name of the destination
 * @param channel {@code any} if a refusal of any channel counts
 */
record Reach(String destination, String purpose, String channel) {
  /** Channels of destinations that say nothing of how people are reached. */
  static final Set<String> CHANNELS_THAT_FIT_ALL = Set.of(PeopleTable.ANY_CHANNEL, "people");

  /** The reaches of an audience, in the order of its destinations. */
  static List<Reach> of(AudienceSettings audience, Vocabulary vocabulary) {
    var names =
        audience.destinations().isEmpty()
            ? List.of(vocabulary.defaultDestination())
            : audience.destinations();
    return names.stream()
        .map(
            name ->
                new Reach(
                    name,
                    purpose(audience, vocabulary.profiles().get(name)),
                    channel(audience, vocabulary.profiles().get(name))))
        .toList();
  }

  private static String purpose(AudienceSettings audience, Offers.@Nullable Profile profile) {
    if (audience.purpose() != null) {
      return audience.purpose();
    }
    return profile == null || profile.purpose() == null
        ? AudienceSettings.DEFAULT_PURPOSE
        : profile.purpose();
  }

  private static String channel(AudienceSettings audience, Offers.@Nullable Profile profile) {
    if (audience.channel() != null) {
      return audience.channel();
    }
    return profile == null || CHANNELS_THAT_FIT_ALL.contains(profile.channel())
        ? PeopleTable.ANY_CHANNEL
        : profile.channel();
  }

  /** Whether others check the same. */
  boolean isAs(Reach other) {
    return purpose.equals(other.purpose) && channel.equals(other.channel);
  }
}
