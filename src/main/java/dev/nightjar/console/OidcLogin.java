package dev.nightjar.console;

import dev.nightjar.console.accounts.Audit;
import dev.nightjar.console.accounts.Role;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Logs people in by the company's own login service, where the settings name one. */
@Component
final class OidcLogin {
  /** Names the service in addresses. */
  static final String SERVICE = "oidc";

  /** Groups of this name are roles: a group {@code ops} of everybody's is not meant. */
  private static final String PREFIX = "nightjar-";

  private static final Logger LOG = LoggerFactory.getLogger("nightjar");

  private final Oidc settings;
  private final Audit audit;
  private final Clock clock;

  OidcLogin(ConsoleSettings settings, Audit audit, Clock clock) {
    this.settings = settings.oidc();
    this.audit = audit;
    this.clock = clock;
  }

  void configure(HttpSecurity http) throws Exception {
    if (!settings.isWanted()) {
      return;
    }
    var next = new SavedRequestAwareAuthenticationSuccessHandler();
    next.setDefaultTargetUrl("/nights");
    AuthenticationFailureHandler refused =
        (request, response, thrown) -> {
          LOG.warn("somebody is not logged in by {}: {}", settings.issuer(), thrown.getMessage());
          response.sendRedirect(request.getContextPath() + "/login?refused");
        };
    http.oauth2Login(
        login ->
            login
                .loginPage("/login")
                .withObjectPostProcessor(
                    new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                      @Override
                      public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(
                          O filter) {
                        filter.setAuthenticationFailureHandler(refused);
                        return filter;
                      }
                    })
                // asked when somebody logs in: the console starts without the service
                .clientRegistrationRepository(
                    new SupplierClientRegistrationRepository(
                        () -> new InMemoryClientRegistrationRepository(registration())))
                .userInfoEndpoint(user -> user.oidcUserService(request -> person(request)))
                .successHandler(
                    (request, response, who) -> {
                      audit.did(who.getName(), "login", "", null);
                      next.onAuthenticationSuccess(request, response, who);
                    })
                .failureHandler(refused));
  }

  private ClientRegistration registration() {
    return ClientRegistrations.fromIssuerLocation(String.valueOf(settings.issuer()))
        .registrationId(SERVICE)
        .clientId(Objects.requireNonNull(settings.clientId()))
        .clientSecret(Objects.requireNonNull(settings.clientSecret()))
        .scope("openid", "profile")
        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
        .build();
  }

  private OidcUser person(OidcUserRequest request) {
    var user = new OidcUserService().loadUser(request);
    var role = role(user.getClaims().get(settings.roleClaim()));
    var name = user.getClaimAsString(settings.nameClaim());
    if (role == null || name == null || name.isBlank()) {
      throw new OAuth2AuthenticationException("access_denied");
    }
    List<GrantedAuthority> authorities = AuthorityUtils.createAuthorityList("ROLE_" + role);
    return new OidcPerson(authorities, user.getIdToken(), name.strip(), clock.instant());
  }

  /**
   * The highest role of a claim.
   *
   * @param claim a text or a list of texts; null for none
   * @return null if no role is among them
   */
  private static @Nullable Role role(@Nullable Object claim) {
    Collection<?> names = claim instanceof Collection<?> several ? several : Arrays.asList(claim);
    return Arrays.stream(Role.values())
        .filter(role -> names.stream().anyMatch(each -> Objects.equals(each, PREFIX + role)))
        .reduce((lower, higher) -> higher)
        .orElse(null);
  }
}
