package dev.nightjar.console;

import java.time.Instant;
import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody whom the company's login service has logged in. */
final class OidcPerson extends DefaultOidcUser {
  private static final long serialVersionUID = 1;

  /** No account has it in its name. */
  private static final String MARK = "oidc:";

  private final String name;
  private final Instant loggedInAt;

  OidcPerson(
      Collection<? extends GrantedAuthority> authorities,
      OidcIdToken token,
      String name,
      Instant loggedInAt) {
    super(authorities, token);
    this.name = MARK + name;
    this.loggedInAt = loggedInAt;
  }

  /** The name on pages and in the audit, which no account can have. */
  @Override
  public String getName() {
    return name;
  }

  Instant loggedInAt() {
    return loggedInAt;
  }
}
