package dev.nightjar.console.api;

import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** Lists that are answered in parts. */
final class Pages {
  /** Entries of a part, unless the request says how many. */
  static final String LIMIT = "50";

  private static final int MOST = 500;

  private Pages() {}

  /**
   * The first entries of a list; the header {@code Link} has the address of the next part if there
   * is one.
   *
   * @param limit number of entries
   * @param next the address after a last entry, with a parameter but without a limit
   * @throws ResponseStatusException with 400 if the limit is not between 1 and 500
   */
  static <T> ResponseEntity<List<T>> of(List<T> all, int limit, Function<T, String> next) {
    if (limit < 1 || limit > MOST) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    if (all.size() <= limit) {
      return ResponseEntity.ok(all);
    }
    var part = all.subList(0, limit);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.LINK,
            "<%s&limit=%d>; rel=\"next\"".formatted(next.apply(part.get(limit - 1)), limit))
        .body(part);
  }
}
