package dev.nightjar.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What erasing a person needs; the secret by its usual environment name {@code
 * NIGHTJAR_PRIVACY_SECRET}.
 *
 * @param secret by which erased people are recognised, and by nothing else; none while nobody is
 *     erased
 */
@ConfigurationProperties("privacy")
public record PrivacySettings(@Nullable String secret) implements Checked {
  private static final int LEAST = 16;

  @Override
  public List<String> problems() {
    return secret == null || secret.length() >= LEAST
        ? List.of()
        : List.of(
            "secret: has fewer than %d characters; openssl rand -hex 32 makes one"
                .formatted(LEAST));
  }
}
