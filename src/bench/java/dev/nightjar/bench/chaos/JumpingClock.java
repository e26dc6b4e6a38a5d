package dev.nightjar.bench.chaos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of the machine, until it jumps. */
final class JumpingClock extends Clock {
  private final Clock machine = Clock.systemUTC();
  private volatile Duration jump = Duration.ZERO;

  /** Jumps forwards, or backwards by a negative duration. */
  void jump(Duration by) {
    jump = by;
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(jump);
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
