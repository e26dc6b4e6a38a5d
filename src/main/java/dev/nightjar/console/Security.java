package dev.nightjar.console;

import dev.nightjar.console.accounts.Accounts;
import dev.nightjar.console.accounts.Audit;
import dev.nightjar.console.accounts.Role;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who can ask for what. */
@Configuration
class Security {
  /** Every script, style and picture is a file of the console; nothing is inside a page. */
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
          + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String LOGIN = "/login";

  /** What everybody can have, such as the page on which people log in. */
  private static final String[] OPEN = {
    LOGIN, "/console.css", "/favicon.svg", "/webjars/**", "/health", "/metrics", "/error"
  };

  /** Pages with people, and extracts. */
  private static final String[] MARKETING = {
    "/customers/**", "/audiences/*/files/**", "/builder/**"
  };

  /** Lines of files, which are of people too, and what only works with them. */
  private static final String[] OPS = {"/nights/*/rejects/**", "/data/preview/**"};

  @Bean
  SecurityFilterChain pages(
      HttpSecurity http,
      Accounts accounts,
      Audit audit,
      ConsoleSettings settings,
      OidcLogin oidc,
      Clock clock)
      throws Exception {
    // not beans: the server would put each of them before the login, too
    var throttle = new LoginThrottle(clock, audit);
    var sessions = new SessionEnd(accounts, settings, clock);
    oidc.configure(http);
    return http.authorizeHttpRequests(Security::allow)
        .formLogin(
            form ->
                form.loginPage(LOGIN)
                    .successHandler(throttle.success())
                    .failureHandler(throttle.failure()))
        .exceptionHandling(unknown -> unknown.authenticationEntryPoint(Security::askForALogin))
        .logout(out -> out.logoutSuccessUrl("/login?out"))
        .addFilterBefore(throttle, UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(sessions, AuthorizationFilter.class)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  /** A part of a page that can no longer be shown loads the whole page, which shows the form. */
  private static void askForALogin(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
      throws IOException, ServletException {
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Refresh", "true");
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      new LoginUrlAuthenticationEntryPoint(LOGIN).commence(request, response, thrown);
    }
  }

  private static void allow(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .requestMatchers(OPEN)
        .permitAll()
        .requestMatchers(OPS)
        .hasRole(Role.OPS.toString())
        .requestMatchers(HttpMethod.POST, "/builder")
        .hasRole(Role.OPS.toString())
        .requestMatchers(MARKETING)
        .hasRole(Role.MARKETING.toString())
        .requestMatchers(HttpMethod.GET)
        .hasRole(Role.VIEWER.toString())
        .anyRequest()
        .hasRole(Role.OPS.toString());
  }

  @Bean
  RoleHierarchy roles() {
    return RoleHierarchyImpl.withDefaultRolePrefix()
        .role(Role.OPS.toString())
        .implies(Role.MARKETING.toString())
        .role(Role.MARKETING.toString())
        .implies(Role.VIEWER.toString())
        .build();
  }

  @Bean
  PasswordEncoder passwords() {
    return Accounts.passwords();
  }

  @Bean
  UserDetailsService people(Accounts accounts, Clock clock) {
    return name ->
        accounts
            .named(name)
            .map(account -> Person.of(account, clock.instant()))
            .orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }
}
