package dev.nightjar.console;

import dev.nightjar.database.DatabaseFault;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers whatever goes wrong in the API as a {@link Problem}, wherever it goes wrong: in a filter,
 * in the dispatcher or in an answer. It also says how long answers hold, and refuses long requests.
 */
final class ApiProblems extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger("nightjar");
  private static final long LONGEST_BODY = 16 * 1024;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean isGet = HttpMethod.GET.matches(request.getMethod());
    response.setHeader(HttpHeaders.CACHE_CONTROL, isGet ? "private, no-cache" : "no-store");
    var answer = new Answer(response);
    if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      answer.sendError(HttpStatus.LENGTH_REQUIRED.value());
    } else if (request.getContentLengthLong() > LONGEST_BODY) {
      answer.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    } else {
      try {
        chain.doFilter(request, answer);
      } catch (ServletException e) {
        answer.send(problem(e.getCause() == null ? e : e.getCause(), isGet));
      } catch (RuntimeException e) {
        answer.send(problem(e, isGet));
      }
    }
  }

  private static Problem problem(Throwable thrown, boolean isGet) {
    if (thrown instanceof Failure failure) {
      return Problem.of(failure, status(failure.code(), isGet));
    }
    if (thrown instanceof DataAccessException fault && DatabaseFault.isAway(fault)) {
      return Problem.of(
          new Failure(
              FailureCode.DATABASE_AWAY,
              "The database cannot be reached. Next: try again, or nightjar doctor"),
          HttpStatus.SERVICE_UNAVAILABLE);
    }
    if (thrown instanceof RequestRejectedException) { // by the firewall, for a value of a parameter
      return Problem.of(HttpStatus.BAD_REQUEST);
    }
    LOG.error("the API could not answer", thrown);
    return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR);
  }

  private static HttpStatus status(FailureCode code, boolean isGet) {
    return switch (code) {
      case DATABASE_AWAY, DATABASE_FULL -> HttpStatus.SERVICE_UNAVAILABLE;
      case NIGHT_REFUSED -> isGet ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
      default -> HttpStatus.CONFLICT;
    };
  }

  /** What the server would send as a page of its own is a problem. */
  private static final class Answer extends HttpServletResponseWrapper {
    private Answer(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
      send(Problem.of(HttpStatus.valueOf(status)));
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      sendError(status);
    }

    private void send(Problem problem) throws IOException {
      resetBuffer();
      setStatus(problem.status());
      setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      getOutputStream().write(JsonMapper.shared().writeValueAsBytes(problem));
      flushBuffer();
    }
  }
}
