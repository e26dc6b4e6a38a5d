package dev.nightjar.transport.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An address of your own that takes rows in batches.
 *
 * @param url to which each batch is posted
 * @param secret by which batches are signed, in Base64, usually a variable: {@code
 *     ${CRM_SIGNING_SECRET}}; {@code openssl rand -base64 32} makes one
 * @param token sent as a bearer token; none for no token
 * @param batchRows rows of a batch at most
 */
public record HttpsEndpoint(
    @Nullable URI url,
    @Nullable String secret,
    @Nullable String token,
    @Min(1) @Max(10000) @DefaultValue("1000") int batchRows) {
  private static final String PREFIX = "whsec_";
  private static final int LEAST_BYTES = 24;
  private static final long MOST_BYTES_OF_A_BATCH = 4_000_000;

  /** Where the rows go. */
  public String place() {
    return String.valueOf(url);
  }

  /** What is wrong, one line each, beginning with the key that goes on from this one's. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    HttpCalls.addProblems(problems, url);
    if (secret == null) {
      problems.add(".secret: is missing; openssl rand -base64 32 makes one");
    } else if (key(secret) == null) {
      problems.add(
          ".secret: is not Base64 of at least %d bytes, or its variable is not set; openssl rand -base64 32 makes one"
              .formatted(LEAST_BYTES));
    }
    return problems;
  }

  /** How large a batch can be. */
  public RowsFile.Limits limits() {
    return new RowsFile.Limits(batchRows, MOST_BYTES_OF_A_BATCH);
  }

  /** The key to sign with. */
  byte[] key() {
    var key = secret == null ? null : key(secret);
    if (key == null) {
      throw new IllegalStateException("there is no secret to sign with");
    }
    return key;
  }

  private static byte @Nullable [] key(String secret) {
    try {
      var text = secret.strip();
      var bytes =
          Base64.getDecoder()
              .decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
      return bytes.length < LEAST_BYTES ? null : bytes;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
