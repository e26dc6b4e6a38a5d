package dev.nightjar.cli;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.operations.NightServer;
import dev.nightjar.operations.Schedule;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Runs every night by the schedule. */
@Command(
    name = "serve",
    description = {
      "Run every night by the schedule of the settings, and catch up missed ones, until stopped.",
      "Any number can serve a database: one runs the night, and another takes over if it dies."
    })
final class ServeCommand implements Callable<Integer> {
  @ParentCommand private NightjarCommand nightjar;

  @Override
  public Integer call() throws InterruptedException {
    try (var session = nightjar.open()) {
      if (!session.part(Schedule.class).isSet()) {
        throw new Failure(
            FailureCode.BAD_SETTINGS,
            "schedule.cron is not set.%nNext: set it in config/nightjar.yaml, such as cron: 30 2 * * *"
                .formatted());
      }
      session.nights().refuseProblems();
      session.migrate();
      var server = session.part(NightServer.class);
      var nights = new ChildProcess(nightjar.options());
      nightjar.stoppedBy(
          () -> {
            server.stop();
            nights.stop();
            return true;
          });
      server.serve(nights, System.out::println);
      return 0;
    }
  }
}
