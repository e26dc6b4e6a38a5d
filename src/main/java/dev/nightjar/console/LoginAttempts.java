package dev.nightjar.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Failed logins of the last quarter of an hour, by name and by address. Names without an account
 * count like others, so that nobody learns which have one.
 */
final class LoginAttempts {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST_OF_BOTH = 5;
  private static final int MOST_OF_ONE = 30;
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  LoginAttempts(Clock clock) {
    this.clock = clock;
  }

  private record Failures(Instant since, int count) {}

  /** Whether a login is to be refused without a look at the password. */
  synchronized boolean areTooMany(String name, String address) {
    return count(both(name, address)) >= MOST_OF_BOTH
        || count(ofName(name)) >= MOST_OF_ONE
        || count(address) >= MOST_OF_ONE;
  }

  synchronized void failed(String name, String address) {
    add(both(name, address));
    add(ofName(name));
    add(address);
  }

  synchronized void succeeded(String name, String address) {
    failures.remove(both(name, address));
  }

  private int count(String key) {
    var known = failures.get(key);
    return known == null || known.since.plus(WINDOW).isBefore(clock.instant()) ? 0 : known.count;
  }

  private void add(String key) {
    int before = count(key);
    failures.put(
        key,
        before == 0
            ? new Failures(clock.instant(), 1)
            : new Failures(failures.get(key).since, before + 1));
  }

  private static String both(String name, String address) {
    return ofName(name) + " " + address;
  }

  private static String ofName(String name) {
    return "name " + name.toLowerCase(Locale.ROOT);
  }
}
