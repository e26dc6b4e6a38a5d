package dev.nightjar.cli;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.operations.DryFolders;
import dev.nightjar.operations.DryNight;
import dev.nightjar.pipeline.Night;
import dev.nightjar.ports.LandingFolder;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Optional;
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

  @Option(
      names = "--dry",
      description = {
        "Show what the night would change, up to its publication, and keep nothing. Files of SFTP",
        "servers and S3 buckets are not read."
      })
  private boolean isDry;

  @Option(names = "--json", description = "With --dry: print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    return isDry ? preview() : runNight();
  }

  private int preview() {
    try (var session = nightjar.open();
        var folders = DryFolders.of(session.home(), session.part(LandingFolder.class));
        var dry = nightjar.open(folders.settings(), json)) {
      var night = dry.dateOr(date);
      refuseToCome(night, dry.dateOr(null).plusDays(1));
      dry.nights().refuseProblems();
      var preview = dry.part(DryNight.class).preview(night);
      if (json) {
        Json.print(preview);
      } else {
        DryRunPrint.print(preview);
      }
      return 0;
    }
  }

  private int runNight() {
    try (var session = nightjar.openForNights()) {
      var night = session.dateOr(date);
      var done = session.watch(night, () -> run(session, night));
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

  private Optional<Night> run(Session session, LocalDate night) {
    refuseToCome(night, session.dateOr(null).plusDays(1));
    var nights = session.nights();
    nights.refuseProblems();
    session.migrate();
    if (!session.lock().isTaken()) {
      nights.unfinishedBefore(night).forEach(RunCommand::warnOf);
    }
    System.out.println("Night " + night);
    return nights.run(night, again);
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
