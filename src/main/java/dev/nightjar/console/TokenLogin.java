package dev.nightjar.console;

import dev.nightjar.console.accounts.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request with a token do what the role of the token can, so often in a minute. */
final class TokenLogin extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Tokens tokens;
  private final RequestRate rate;

  TokenLogin(Tokens tokens, RequestRate rate) {
    this.tokens = tokens;
    this.rate = rate;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var given = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION));
    boolean isBearer = given.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    var token = isBearer ? tokens.valid(given.substring(SCHEME.length()).strip()) : null;
    if (token != null && token.isPresent()) {
      long wait = rate.count(token.get().name());
      if (wait > 0) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        return;
      }
      logIn(token.get());
    }
    chain.doFilter(request, response);
  }

  private static void logIn(Tokens.Token token) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            token.principal(), null, AuthorityUtils.createAuthorityList("ROLE_" + token.role())));
    SecurityContextHolder.setContext(context);
  }
}
