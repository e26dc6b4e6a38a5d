package dev.nightjar.cli;

import dev.nightjar.console.Console;
import dev.nightjar.console.accounts.Accounts;
import dev.nightjar.console.accounts.Role;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.operations.NightServer;
import dev.nightjar.operations.Schedule;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Runs every night by the schedule, and shows the console. */
@Command(
    name = "serve",
    description = {
      "Run every night by the schedule of the settings, and catch up missed ones, until stopped.",
      "Any number can serve a database: one runs the night, and another takes over if it dies.",
      "Meanwhile, show the console: web pages on which people see nights, segments and audiences."
    })
final class ServeCommand implements Callable<Integer> {
  private static final String FIRST = "ops";

  @ParentCommand private NightjarCommand nightjar;

  @Override
  public Integer call() throws InterruptedException {
    try (var session = nightjar.open()) {
      boolean hasConsole = Console.isWanted(session.pipeline());
      if (!session.part(Schedule.class).isSet() && !hasConsole) {
        throw new Failure(
            FailureCode.BAD_SETTINGS,
            "schedule.cron is not set.%nNext: set it in config/nightjar.yaml, such as cron: 30 2 * * *"
                .formatted());
      }
      session.nights().refuseProblems();
      session.migrate();
      var nights = new ChildProcess(nightjar.options());
      if (!hasConsole) {
        return serve(session, nights);
      }
      try (var console = Console.start(session.pipeline(), nights, System.out::println)) {
        sayHowToLogIn(session);
        return serve(session, nights);
      }
    }
  }

  private int serve(Session session, ChildProcess nights) throws InterruptedException {
    var server = session.part(NightServer.class);
    nightjar.stoppedBy(
        () -> {
          server.stop();
          nights.stop();
          return true;
        });
    server.serve(nights, System.out::println);
    return 0;
  }

  /** What is printed elsewhere than on a terminal is kept, so a password is not printed there. */
  private static void sayHowToLogIn(Session session) {
    var accounts = new Accounts(session.published(), session.clock());
    if (!accounts.all().isEmpty()) {
      return;
    }
    System.out.println(
        InitCommand.isTerminal(1)
            ? "First account: name %s, password %s (shown only now)"
                .formatted(FIRST, accounts.put(FIRST, Role.OPS))
            : "The console has no account yet.%nNext, on a terminal: nightjar user add %s --role ops"
                .formatted(FIRST));
  }
}
