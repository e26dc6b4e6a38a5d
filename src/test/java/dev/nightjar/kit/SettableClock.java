package dev.nightjar.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved on, by a second each time it is read. */
public final class SettableClock extends Clock {
  private volatile Instant now = Instant.parse("2030-01-01T01:00:00Z");

  /** Sets the clock. */
  public void set(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    now = now.plus(Duration.ofSeconds(1));
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
