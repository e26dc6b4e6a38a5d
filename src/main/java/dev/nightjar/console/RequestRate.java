package dev.nightjar.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts the requests of each token, minute by minute. */
final class RequestRate {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int most;
  private final Clock clock;
  private final Map<String, Minute> minutes = new HashMap<>();

  /**
   * @param most requests of a token in a minute
   */
  RequestRate(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  private record Minute(Instant end, int requests) {}

  /**
   * Counts a request.
   *
   * @param token name of a token that exists, so that there are not many
   * @return seconds to wait if it is one too many; 0 if it is not
   */
  synchronized long count(String token) {
    var now = clock.instant();
    var before = minutes.get(token);
    var minute =
        before == null || !before.end.isAfter(now)
            ? new Minute(now.plus(WINDOW), 1)
            : new Minute(before.end, before.requests + 1);
    minutes.put(token, minute);
    return minute.requests > most ? Duration.between(now, minute.end).toSeconds() + 1 : 0;
  }
}
