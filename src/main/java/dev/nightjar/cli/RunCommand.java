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
      description = "The business date, as 2026-06-30 (default: the last one that is over).")
  private @Nullable LocalDate date;

  @Option(names = "--again", description = "Run it once more, though it was run already.")
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

  /** Resuming is over once another night has run. */
  private static void warnOf(LocalDate unfinished) {
    System.out.printf(
        "Night %s is still unfinished. Next: nightjar run --date %s --again%n",
        unfinished, unfinished);
  }

  /** A year mistyped would find everybody lost, and extracts whose time is over. */
  private static void refuseToCome(LocalDate night, LocalDate today) {
    if (night.isAfter(today)) {
      throw new Failure(
          FailureCode.NIGHT_REFUSED,
          "Night %s is still to come; today is %s.%nNext: nightjar run --date %s"
              .formatted(night, today, today.minusDays(1)));
    }
  }
}
