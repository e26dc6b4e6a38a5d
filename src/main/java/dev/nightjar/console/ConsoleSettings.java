package dev.nightjar.console;

import dev.nightjar.home.Checked;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The web pages of {@code nightjar serve}.
 *
 * @param enabled whether {@code serve} has them
 * @param host address on which it listens; any but this machine's own needs a certificate or a
 *     proxy
 * @param port port on which it listens; 0 for any free port
 * @param behindProxy whether a proxy forwards requests and says in {@code X-Forwarded-For} and
 *     {@code X-Forwarded-Proto} where they come from; without it, these headers are ignored
 * @param certificate PEM file with the certificate chain; none for HTTP
 * @param key PEM file with the key of the certificate
 * @param idle a session ends after this time without a request
 * @param longest a session ends after this time in any case
 * @param metricsToken bearer token with which {@code /metrics} can be read from elsewhere; none for
 *     this machine only
 * @param saveDrafts whether people with the role ops can save the draft of an audience to a file of
 *     its own in {@code config}, from which the next night has it
 * @param apiRequests requests that a token of the API can make in a minute
 * @param oidc the company's login service, by OpenID Connect
 */
@ConfigurationProperties("console")
record ConsoleSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("127.0.0.1") String host,
    @DefaultValue("8480") int port,
    @DefaultValue("false") boolean behindProxy,
    @Nullable Path certificate,
    @Nullable Path key,
    @DefaultValue("PT30M") Duration idle,
    @DefaultValue("PT12H") Duration longest,
    @Nullable String metricsToken,
    @DefaultValue("false") boolean saveDrafts,
    @DefaultValue("600") int apiRequests,
    @DefaultValue Oidc oidc)
    implements Checked {
  private static final int HIGHEST_PORT = 65_535;
  private static final int SHORTEST_TOKEN = 16;

  boolean hasTls() {
    return certificate != null && key != null;
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (port < 0 || port > HIGHEST_PORT) {
      problems.add("port: is not a port (expected: 8480)");
    }
    if (certificate == null != (key == null)) {
      problems.add(
          certificate == null
              ? "certificate: is missing, although key is set"
              : "key: is missing, although certificate is set");
    }
    if (idle.isNegative() || idle.isZero()) {
      problems.add("idle: is not longer than nothing (expected: PT30M)");
    }
    if (longest.compareTo(idle) < 0) {
      problems.add("longest: is shorter than idle");
    }
    if (metricsToken != null && metricsToken.length() < SHORTEST_TOKEN) {
      problems.add("metrics-token: is shorter than %d characters".formatted(SHORTEST_TOKEN));
    }
    if (apiRequests < 1) {
      problems.add("api-requests: is %d (expected: at least 1)".formatted(apiRequests));
    }
    hostProblem(problems);
    problems.addAll(oidc.problems());
    return problems;
  }

  private void hostProblem(List<String> problems) {
    try {
      if (!InetAddress.getByName(host).isLoopbackAddress() && !hasTls() && !behindProxy) {
        problems.add(
            "host: can be reached from other machines, so passwords would be readable on the way"
                + " (expected: 127.0.0.1, a certificate, or behind-proxy: true)");
      }
    } catch (UnknownHostException e) {
      problems.add("host: is not an address (expected: 127.0.0.1)");
    }
  }
}
