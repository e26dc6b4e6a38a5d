package dev.nightjar.transport.api;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bean that the route to an address of your own calls. Batches are signed as Standard Webhooks
 * describes it (https://www.standardwebhooks.com), so that receivers can check them with its
 * libraries: HMAC-SHA-256 of key, time and body.
 */
public final class HttpsSteps {
  private static final String ALGORITHM = "HmacSHA256";

  private final HttpCalls calls = new HttpCalls();
  private final HttpsEndpoint endpoint;
  private final Clock clock;

  public HttpsSteps(HttpsEndpoint endpoint, Clock clock) {
    this.endpoint = endpoint;
    this.clock = clock;
  }

  /**
   * Posts a batch. The address confirms it with any status of success, for all rows.
   *
   * @return how many rows were refused: none
   */
  public long post(Batch batch) throws IOException, InterruptedException {
    var body = body(batch);
    var key = batch.key();
    long time = clock.instant().getEpochSecond();
    var request =
        HttpCalls.request(Objects.requireNonNull(endpoint.url()))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .header("webhook-id", key)
            .header("webhook-timestamp", Long.toString(time))
            .header("webhook-signature", "v1," + signature(key, time, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (endpoint.token() != null) {
      request.header("Authorization", "Bearer " + endpoint.token().strip());
    }
    calls.send(request.build());
    return 0;
  }

  private static byte[] body(Batch batch) {
    var of = batch.of();
    var body = JsonMapper.shared().createObjectNode();
    body.put("key", batch.key());
    body.put("destination", of.destination());
    body.put("audience", of.audience());
    body.put("night", of.night().toString());
    body.put("kind", of.kind());
    body.put("batch", batch.number());
    var parameters = body.putObject("parameters");
    of.parameters().forEach(parameters::put);
    body.putArray("rows").addAll(batch.rows());
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String signature(String key, long time, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(endpoint.key(), ALGORITHM));
      mac.update("%s.%d.".formatted(key, time).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
