package dev.nightjar.destinations;

import dev.nightjar.destinations.pgp.Encryption;
import dev.nightjar.destinations.pgp.SigningKey;
import dev.nightjar.home.Home;
import dev.nightjar.home.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The configured destinations. */
@Component
public final class Destinations {
  private final DestinationsSettings settings;
  private final Vocabulary vocabulary;
  private final Home home;
  private final Clock clock;

  Destinations(DestinationsSettings settings, Vocabulary vocabulary, Home home, Clock clock) {
    this.settings = settings;
    this.vocabulary = vocabulary;
    this.home = home;
    this.clock = clock;
  }

  /** Every profile by its name, in the order of the names. */
  public Map<String, Profile> profiles() {
    var profiles = new TreeMap<String, Profile>();
    settings.profiles().forEach((name, profile) -> profiles.put(name, profile.complete()));
    return profiles;
  }

  /** The profile of a name. */
  public Optional<Profile> profile(String name) {
    return Optional.ofNullable(settings.profiles().get(name)).map(Profile::complete);
  }

  /** The destinations by audience, an empty list for the default one. */
  public Map<String, List<String>> audiences() {
    return vocabulary.audiences();
  }

  /** One line for each key, of a recipient or to sign, that cannot be used. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    profiles()
        .forEach(
            (name, profile) -> {
              try {
                encryption(profile);
              } catch (IOException e) {
                problems.add(
                    "destinations.profiles.%s.encryption: %s".formatted(name, e.getMessage()));
              }
            });
    return problems;
  }

  /**
   * Begins the files of an audience.
   *
   * @param folder in which they are made
   * @param name of the first one, without what the format adds
   * @throws IOException where a key, of a recipient or to sign, cannot be used
   */
  public Extraction extraction(Profile profile, Path folder, String name, String audience)
      throws IOException {
    return new Extraction(profile, encryption(profile), folder, name, audience);
  }

  private @Nullable Encryption encryption(Profile profile) throws IOException {
    var settings = profile.encryption();
    if (!settings.isOn()) {
      return null;
    }
    var encryption =
        Encryption.to(settings.recipients().stream().map(home::resolve).toList(), clock.instant())
            .armored(settings.armor());
    return settings.signingKey() == null
        ? encryption
        : encryption.signed(
            SigningKey.in(home.resolve(settings.signingKey()), settings.passphrase()));
  }
}
