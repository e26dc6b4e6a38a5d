package dev.nightjar.destinations;

import dev.nightjar.destinations.pgp.Encryption;
import dev.nightjar.destinations.pgp.SigningKey;
import dev.nightjar.home.Home;
import dev.nightjar.home.Vocabulary;
import dev.nightjar.pipeline.StagePath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The configured destinations. */
@Component
public final class Destinations {
  private static final Logger LOG = LoggerFactory.getLogger("nightjar");

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
                problems.add(setting(name) + ": " + e.getMessage());
              }
            });
    return problems;
  }

  /** The private keys that sign. */
  public List<StagePath> paths() {
    var paths = new ArrayList<StagePath>();
    profiles()
        .forEach(
            (name, profile) -> {
              var key = profile.encryption().signingKey();
              if (key != null) {
                paths.add(StagePath.secret(setting(name) + ".signing-key", home.resolve(key)));
              }
            });
    return paths;
  }

  /**
   * When the first of the keys of a profile expires, by its setting. Profiles without an end are
   * left out, and so are those that {@link #problems} names.
   */
  public Map<String, Instant> expiries() {
    var expiries = new TreeMap<String, Instant>();
    profiles()
        .forEach(
            (name, profile) -> {
              try {
                var encryption = encryption(profile);
                if (encryption != null) {
                  encryption.expires().ifPresent(end -> expiries.put(setting(name), end));
                }
              } catch (IOException e) {
                LOG.debug("the keys of {} cannot be used", name, e);
              }
            });
    return expiries;
  }

  private static String setting(String profile) {
    return "destinations.profiles.%s.encryption".formatted(profile);
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
