package dev.nightjar.console;

import dev.nightjar.console.accounts.Accounts;
import dev.nightjar.database.DatabaseFault;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that have lasted too long, and those of accounts that were removed or changed since
 * the login.
 */
final class SessionEnd extends OncePerRequestFilter {
  private final Accounts accounts;
  private final ConsoleSettings settings;
  private final Clock clock;

  SessionEnd(Accounts accounts, ConsoleSettings settings, Clock clock) {
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var login = SecurityContextHolder.getContext().getAuthentication();
    try {
      if (login != null && isOver(login.getPrincipal())) {
        end(login, request, response);
      }
    } catch (DataAccessException e) {
      if (!DatabaseFault.isAway(e)) {
        throw e;
      }
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean isOver(@Nullable Object principal) {
    if (principal instanceof OidcPerson person) {
      return isTooLong(person.loggedInAt());
    }
    return principal instanceof Person person
        && (isTooLong(person.loggedInAt())
            || accounts.named(person.getUsername()).filter(person::isStill).isEmpty());
  }

  private boolean isTooLong(Instant loggedInAt) {
    return loggedInAt.plus(settings.longest()).isBefore(clock.instant());
  }

  private static void end(
      Authentication login, HttpServletRequest request, HttpServletResponse response) {
    new SecurityContextLogoutHandler().logout(request, response, login);
  }
}
