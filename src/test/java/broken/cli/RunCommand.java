package broken.cli;

import java.time.Clock;

class RunCommand {
  Clock clock = Clock.systemUTC();
}
