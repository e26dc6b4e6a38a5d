package dev.nightjar.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address answered with a status that is not one of success. Its text is not kept: it can quote
 * what was sent.
 */
public final class HttpFault extends IOException {
  private static final Set<Integer> REFUSED_LOGINS = Set.of(401, 403, 407);
  private static final Set<Integer> MISSING = Set.of(404, 410);

  /** Time out, a request with the same key under way, too early, too many requests. */
  private static final Set<Integer> PASSING = Set.of(408, 409, 425, 429);

  private static final int SERVER_ERROR = 500;

  private final int status;
  private final transient @Nullable Duration retryAfter;

  /**
   * @param retryAfter how long the address asks to wait; null if it does not
   */
  public HttpFault(int status, @Nullable Duration retryAfter) {
    super(
        "HTTP status "
            + status
            + (retryAfter == null ? "" : ", to retry after " + retryAfter.toSeconds() + " s"));
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** How long the address behind an exception asks to wait; null if it does not. */
  public static @Nullable Duration retryAfter(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof HttpFault fault) {
        return fault.retryAfter;
      }
    }
    return null;
  }

  boolean isRefusedLogin() {
    return REFUSED_LOGINS.contains(status);
  }

  boolean isMissing() {
    return MISSING.contains(status);
  }

  /** Whether the request itself is at fault, so that it fails however often it is sent. */
  boolean isRefusedRequest() {
    return status < SERVER_ERROR && !PASSING.contains(status);
  }
}
