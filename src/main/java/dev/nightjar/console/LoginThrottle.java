package dev.nightjar.console;

import dev.nightjar.console.accounts.Audit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses logins after too many that failed, and records those that succeed. */
final class LoginThrottle extends OncePerRequestFilter {
  private static final String NAME = "username";
  private static final int LONGEST = 64;

  private final LoginAttempts attempts;
  private final Audit audit;

  LoginThrottle(Clock clock, Audit audit) {
    this.attempts = new LoginAttempts(clock);
    this.audit = audit;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getMethod().equals("POST")
        && request.getServletPath().equals("/login")
        && attempts.areTooMany(name(request), request.getRemoteAddr())) {
      response.sendRedirect(request.getContextPath() + "/login?wait");
    } else {
      chain.doFilter(request, response);
    }
  }

  AuthenticationFailureHandler failure() {
    return (request, response, thrown) -> {
      if (thrown instanceof AuthenticationServiceException) {
        // the accounts cannot be asked, which says nothing about the password
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return;
      }
      attempts.failed(name(request), request.getRemoteAddr());
      response.sendRedirect(request.getContextPath() + "/login?error");
    };
  }

  AuthenticationSuccessHandler success() {
    var next = new SavedRequestAwareAuthenticationSuccessHandler();
    next.setDefaultTargetUrl("/nights");
    return (request, response, login) -> {
      attempts.succeeded(name(request), request.getRemoteAddr());
      audit.did(login.getName(), "login", "", null);
      next.onAuthenticationSuccess(request, response, login);
    };
  }

  private static String name(HttpServletRequest request) {
    var name = request.getParameter(NAME);
    return name == null ? "" : name.substring(0, Math.min(name.length(), LONGEST));
  }
}
