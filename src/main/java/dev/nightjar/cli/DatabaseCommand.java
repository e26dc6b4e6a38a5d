package dev.nightjar.cli;

import dev.nightjar.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows how to reach the database, or stops it. */
@Command(
    name = "db",
    description = "Reach or stop the database.",
    synopsisSubcommandLabel = "COMMAND")
final class DatabaseCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  /** Prints the connection. */
  @Command(
      name = "url",
      description = {
        "Print the URL for psql: psql \"$(nightjar db url)\".",
        "psql reads the embedded server's password from a file that the URL names,",
        "and another server's from PGPASSWORD or ~/.pgpass."
      })
  void url() {
    try (var session = nightjar.open()) {
      System.out.println(session.database().psqlUrl());
    }
  }

  /** Stops the embedded server. */
  @Command(name = "stop", description = "Stop the embedded PostgreSQL of this home.")
  int stop() {
    var stopped = Database.stop(nightjar.place());
    if (stopped.isEmpty()) {
      System.out.println("The embedded PostgreSQL of this home is not running.");
      return 0;
    }
    System.out.println(
        stopped.get() ? "Stopped." : "Still busy with other sessions; it stops when they end.");
    return stopped.get() ? 0 : 1;
  }
}
