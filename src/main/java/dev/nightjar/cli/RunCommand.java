package dev.nightjar.cli;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs a night. */
@Command(name = "run", description = "Run a night: ingest, score, cluster, segment, publish.")
final class RunCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The business date, such as 2026-06-30 (default: the last one that is over).")
  private @Nullable LocalDate date;

  @Option(names = "--again", description = "Run the night again if it has run already.")
  private boolean again;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var night = session.dateOr(date);
      refuseToCome(night, session.dateOr(null).plusDays(1));
      var nights = session.nights();
      nights.refuseProblems();
      session.migrate();
      nights.unfinishedBefore(night).forEach(RunCommand::warnOf);
      System.out.println("Night " + night);
      if (nights.run(night, again).isEmpty()) {
        System.out.printf(
            "Night %s is finished already; nothing was done.%n"
                + "Next: nightjar segments --date %s, or nightjar run --date %s --again%n",
            night, night, night);
      } else {
        System.out.printf("Next: nightjar segments --date %s%n", night);
      }
    }
  }

  /** A night cannot be resumed once another night has run. */
  private static void warnOf(LocalDate unfinished) {
    System.out.printf(
        "Night %s is still unfinished. Next: nightjar run --date %s --again%n",
        unfinished, unfinished);
  }

  /** With a mistyped year, all customers would count as lost and all extracts as expired. */
  private static void refuseToCome(LocalDate night, LocalDate today) {
    if (night.isAfter(today)) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "Night %s is in the future; today is %s.%nNext: nightjar run --date %s"
              .formatted(night, today, today.minusDays(1)));
    }
  }
}
