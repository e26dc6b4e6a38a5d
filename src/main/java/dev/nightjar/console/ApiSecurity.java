package dev.nightjar.console;

import dev.nightjar.console.accounts.Role;
import dev.nightjar.console.accounts.Tokens;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Who can ask the JSON API for what. It knows tokens and no sessions, as the pages know sessions
 * and no tokens. So no page of somebody else can make a browser ask it: browsers add cookies to a
 * request by themselves, and never a token.
 */
@Configuration
class ApiSecurity {

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, Tokens tokens, ConsoleSettings settings, Clock clock)
      throws Exception {
    // not beans: the server would put each of them before the pages, too
    var rate = new RequestRate(settings.apiRequests(), clock);
    var tags = new ShallowEtagHeaderFilter();
    tags.setWriteWeakETag(true); // answers can be packed
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(ApiSecurity::allow)
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            none ->
                none.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                    // a browser's session of the pages stays as it is
                    .sessionFixation(fixation -> fixation.none()))
        .exceptionHandling(
            unknown ->
                unknown.authenticationEntryPoint(
                    (request, response, thrown) -> {
                      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                      response.sendError(HttpStatus.UNAUTHORIZED.value());
                    }))
        .headers(
            headers ->
                headers
                    .cacheControl(cache -> cache.disable())
                    .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'")))
        .addFilterAfter(new ApiProblems(), HeaderWriterFilter.class)
        .addFilterAfter(tags, ApiProblems.class)
        .addFilterBefore(new TokenLogin(tokens, rate), AnonymousAuthenticationFilter.class)
        .build();
  }

  private static void allow(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .requestMatchers(HttpMethod.GET, "/api/v1/openapi.yaml")
        .permitAll()
        .requestMatchers("/api/v1/customers/**")
        .hasRole(Role.MARKETING.toString())
        .requestMatchers(HttpMethod.GET)
        .hasRole(Role.VIEWER.toString())
        .anyRequest()
        .hasRole(Role.OPS.toString());
  }
}
