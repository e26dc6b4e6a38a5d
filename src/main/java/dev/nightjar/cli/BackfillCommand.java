package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import dev.nightjar.operations.Backfill;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the nights of a period, oldest first. */
@Command(
    name = "backfill",
    description = {
      "Run the nights of a period that are not finished, oldest first.",
      "Missing nights are run, failed and interrupted ones resumed. The first night that fails ends",
      "the command; the same command goes on."
    })
final class BackfillCommand implements Callable<Integer> {
  @ParentCommand private NightjarCommand nightjar;
  @Spec private CommandSpec spec;

  @Option(names = "--from", paramLabel = "DATE", required = true, description = "The first night.")
  private LocalDate from = LocalDate.MIN;

  @Option(names = "--to", paramLabel = "DATE", required = true, description = "The last night.")
  private LocalDate to = LocalDate.MAX;

  @Option(
      names = "--only",
      paramLabel = "WHICH",
      description =
          "Only nights that are missing, or failed; or all, which repeats finished ones too.")
  private Backfill.@Nullable Only only;

  @Option(names = "--json", description = "Print JSON; progress goes to the error output.")
  private boolean json;

  /**
   * What was done to a night.
   *
   * @param deed run, resume or run-again
   * @param failure its code; null if the night is finished
   */
  private record Done(
      LocalDate night,
      String deed,
      @Nullable Integer revision,
      double seconds,
      @Nullable String failure) {}

  /**
   * What was done.
   *
   * @param left nights that are still to do
   */
  private record Result(List<Done> nights, List<LocalDate> left) {}

  @Override
  public Integer call() {
    if (from.isAfter(to)) {
      throw new ParameterException(
          spec.commandLine(), "--from %s is after --to %s".formatted(from, to));
    }
    var screen = json ? System.err : System.out;
    try (var session = nightjar.open(screen)) {
      RunCommand.refuseToCome(to, session.dateOr(null).plusDays(1));
      session.nights().refuseProblems();
      session.migrate();
      var plan = session.backfill().plan(from, to, only);
      var done = new ArrayList<Done>();
      try {
        return run(plan, done, session, screen);
      } finally {
        var left = plan.subList(done.size() - (hasFailed(done) ? 1 : 0), plan.size());
        screen.printf(
            "%s done, %d left.%n", Counted.of(plan.size() - left.size(), "night"), left.size());
        if (json) {
          Json.print(new Result(done, left));
        }
      }
    }
  }

  private static boolean hasFailed(List<Done> done) {
    return !done.isEmpty() && done.get(done.size() - 1).failure() != null;
  }

  /**
   * Runs nights until one fails.
   *
   * @return the highest exit code of what the nights leave to do
   */
  private static int run(
      List<LocalDate> plan, List<Done> done, Session session, PrintStream screen) {
    var usual = session.backfill().usual();
    int exitCode = 0;
    long start = System.nanoTime();
    for (var night : plan) {
      var each =
          done.isEmpty()
              ? usual
              : Optional.of(Duration.ofNanos(System.nanoTime() - start).dividedBy(done.size()));
      screen.printf(
          "Night %s, %d of %d%s%n",
          night,
          done.size() + 1,
          plan.size(),
          each.map(
                  it ->
                      ", about %s left".formatted(text(it.multipliedBy(plan.size() - done.size()))))
              .orElse(""));
      exitCode = Math.max(exitCode, run(night, done, session, screen));
    }
    return exitCode;
  }

  private static int run(LocalDate night, List<Done> done, Session session, PrintStream screen) {
    var deed = session.backfill().deed(night).name().toLowerCase(Locale.ROOT).replace('_', '-');
    long start = System.nanoTime();
    try {
      var finished =
          session.watch(night, () -> Optional.of(session.backfill().run(night))).orElseThrow();
      done.add(new Done(night, deed, finished.revision(), seconds(start), null));
      return RunCommand.printWarnings(session, finished, screen);
    } catch (Failure e) {
      done.add(new Done(night, deed, null, seconds(start), e.code().name()));
      throw e;
    }
  }

  private static double seconds(long start) {
    return Math.round((System.nanoTime() - start) / 1e8) / 10.0;
  }

  private static String text(Duration time) {
    return time.toMinutes() < 2
        ? time.toSeconds() + " s"
        : time.toHours() < 2 ? time.toMinutes() + " min" : time.toHours() + " h";
  }
}
