package broken.segments;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.TimeZone;
import java.util.function.Supplier;

class Today {
  LocalDate nowByItself() {
    return LocalDate.now();
  }

  Supplier<Instant> nowByReference() {
    return Instant::now;
  }

  LocalDate nowInSomeZone() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  long millis() {
    return System.currentTimeMillis();
  }

  ZoneId zone() {
    return ZoneId.systemDefault();
  }

  TimeZone oldZone() {
    return TimeZone.getDefault();
  }

  Clock localClock() {
    return Clock.systemDefaultZone();
  }

  Date oldDate() {
    return new Date();
  }

  Clock ownClock() {
    return Clock.systemUTC();
  }

  LocalDate given(Clock clock) {
    return LocalDate.now(clock);
  }

  long duration() {
    return System.nanoTime();
  }
}
