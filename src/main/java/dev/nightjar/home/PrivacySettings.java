package dev.nightjar.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings for the erasure of people.
 *
 * @param secret key of the HMAC that recognises erased people, usually set with the environment
 *     variable {@code NIGHTJAR_PRIVACY_SECRET}; none while nobody is erased
 */
@ConfigurationProperties("privacy")
public record PrivacySettings(@Nullable String secret) implements Checked {
  private static final int LEAST = 16;

  @Override
  public List<String> problems() {
    return secret == null || secret.length() >= LEAST
        ? List.of()
        : List.of(
            "secret: has fewer than %d characters; openssl rand -hex 32 generates one"
                .formatted(LEAST));
  }
}
