package dev.nightjar.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The company's login service, by OpenID Connect.
 *
 * @param issuer address of the service, which describes itself at {@code
 *     /.well-known/openid-configuration} below; none for accounts of the console alone
 * @param clientId name of Nightjar at the service
 * @param clientSecret its password there, best as {@code NIGHTJAR_CONSOLE_OIDC_CLIENT_SECRET}
 * @param nameClaim claim with the name that pages and the audit show
 * @param roleClaim claim with groups, of which {@code nightjar-viewer}, {@code nightjar-marketing}
 *     and {@code nightjar-ops} give roles; without one of them, nobody is let in
 */
record Oidc(
    @Nullable URI issuer,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @DefaultValue("preferred_username") String nameClaim,
    @DefaultValue("groups") String roleClaim) {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Whether there is such a service. */
  boolean isWanted() {
    return issuer != null;
  }

  /** Problems by their keys in the section {@code console}. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (issuer == null) {
      return problems;
    }
    boolean isHere =
        "http".equals(issuer.getScheme()) && HERE.contains(String.valueOf(issuer.getHost()));
    if (!"https".equals(issuer.getScheme()) && !isHere) {
      problems.add(
          "oidc.issuer: is not an address with https (expected: https://login.example.com)");
    }
    if (clientId == null || clientId.isBlank()) {
      problems.add("oidc.client-id: is missing, although issuer is set");
    }
    if (clientSecret == null || clientSecret.isBlank()) {
      problems.add(
          "oidc.client-secret: is missing, although issuer is set; set"
              + " NIGHTJAR_CONSOLE_OIDC_CLIENT_SECRET");
    }
    return problems;
  }
}
