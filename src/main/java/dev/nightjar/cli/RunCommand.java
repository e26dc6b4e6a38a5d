package dev.nightjar.cli;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.pipeline.Night;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs a night. */
@Command(name = "run", description = "Run a night: ingest, score, cluster, segment, publish.")
final class RunCommand implements Callable<Integer> {
  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The business date, such as 2026-06-30 (default: the last one that is over).")
  private @Nullable LocalDate date;

  @Option(names = "--again", description = "Run the night again if it has run already.")
  private boolean again;

  @Override
  public Integer call() {
    try (var session = nightjar.open()) {
      var night = session.dateOr(date);
      refuseToCome(night, session.dateOr(null).plusDays(1));
      var nights = session.nights();
      nights.refuseProblems();
      session.migrate();
      if (!session.lock().isTaken()) {
        nights.unfinishedBefore(night).forEach(RunCommand::warnOf);
      }
      System.out.println("Night " + night);
      var done = nights.run(night, again);
      if (done.isEmpty()) {
        System.out.printf(
            "Night %s is finished already; nothing was done.%n"
                + "Next: nightjar segments --date %s, or nightjar run --date %s --again%n",
            night, night, night);
        return 0;
      }
      System.out.printf("Next: nightjar segments --date %s%n", night);
      return printWarnings(session, done.get(), System.out);
    }
  }

  /**
   * Prints last what a finished night leaves to do.
   *
   * @return the exit code
   */
  static int printWarnings(Session session, Night night, PrintStream screen) {
    var warnings = session.nights().warnings(night);
    warnings.forEach(each -> screen.println(each.getMessage()));
    return warnings.stream().mapToInt(each -> each.code().exitCode()).max().orElse(0);
  }

  /** A night cannot be resumed once another night has run. */
  private static void warnOf(LocalDate unfinished) {
    System.out.printf(
        "Night %s is still unfinished. Next: nightjar run --date %s --again%n",
        unfinished, unfinished);
  }

  /** With a mistyped year, all customers would count as lost and all extracts as expired. */
  static void refuseToCome(LocalDate night, LocalDate today) {
    if (night.isAfter(today)) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "Night %s is in the future; today is %s.%nNext: nightjar run --date %s"
              .formatted(night, today, today.minusDays(1)));
    }
  }
}
