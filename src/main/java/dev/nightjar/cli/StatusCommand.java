package dev.nightjar.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.operations.Schedule;
import dev.nightjar.pipeline.Ledger;
import dev.nightjar.ports.DeliveryApprovals.Stop;
import dev.nightjar.ports.ExtractWithdrawals.Pending;
import dev.nightjar.views.NightRecord;
import dev.nightjar.views.NightStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the state of a night. */
@Command(name = "status", description = "Show the state of a night, stage by stage.")
final class StatusCommand implements Runnable {
  private static final int MOST_NAMED = 5;

  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The business date (default: the running night, or the newest).")
  private @Nullable LocalDate date;

  @Option(
      names = "--full",
      description = "Also show the night's settings, input files, cut points and seeds.")
  private boolean full;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var found =
          NightStatus.of(
              date,
              session.zone(),
              session.ledger(),
              session.lock(),
              session.published(),
              session.withdrawals().pending());
      if (found.isEmpty() && date != null) {
        throw noSuchNight(date, session.ledger().nights());
      }
      var record =
          found
              .filter(status -> full)
              .map(
                  status ->
                      NightRecord.of(status.summary(), session.ledger(), session.published()));
      var next = session.part(Schedule.class).next(session.clock());
      if (json) {
        Json.print(
            found
                .map(status -> new Shown(status, record.orElse(null), next.orElse(null)))
                .orElse(null));
        return;
      }
      found.ifPresentOrElse(
          StatusCommand::print, () -> System.out.println("No night has run yet."));
      record.ifPresent(NightRecordPrint::print);
      next.ifPresent(run -> System.out.println(run.text()));
    }
  }

  /**
   * @param made only with {@code --full}
   * @param nextRun of the schedule; left out if {@code schedule.cron} is not set
   */
  private record Shown(
      @JsonUnwrapped NightStatus status,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NightRecord made,
      @JsonInclude(JsonInclude.Include.NON_NULL) Schedule.@Nullable Run nextRun) {}

  private static Failure noSuchNight(LocalDate date, List<Ledger.Entry> nights) {
    var newest =
        nights.stream().map(each -> each.night().toString()).distinct().limit(MOST_NAMED).toList();
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        newest.isEmpty()
            ? "Night %1$s has not run yet, and no other has.%nNext: nightjar run --date %1$s"
                .formatted(date)
            : "Night %s has not run yet. Newest nights: %s.%nNext: nightjar nights (lists all)"
                .formatted(date, String.join(", ", newest)));
  }

  private static void print(NightStatus status) {
    var night = status.summary();
    System.out.printf(
        "Night %s, revision %d: %s%n", night.night(), night.revision(), night.status());
    for (var stage : status.stages()) {
      System.out.println(
          StageLines.of(stage.stage(), seconds(stage), summary(stage, night.status())));
    }
    status.failed().ifPresent(stage -> System.out.println(stage.summary()));
    // a database that stores nothing does not know why either
    boolean isUnexplained = night.status().equals("failed") && status.failed().isEmpty();
    if (night.isInterrupted() || isUnexplained) {
      System.out.printf(
          status.isOvertaken()
              ? "Next: nightjar run --date %s --again (another night has run since)%n"
              : "Next: nightjar resume --date %s%n",
          night.night());
    }
    Stop.lines(status.waiting()).forEach(System.out::println);
    GateTables.print(status.gates(), night.night());
    print(status.withdrawals());
    System.out.printf("%n%s", SourceTables.of(status.sources()));
    if (!status.leftOutStatuses().statuses().isEmpty()) {
      System.out.printf("%n%s", SourceTables.of(status.leftOutStatuses()));
    }
    if (!status.rejects().rejects().isEmpty()) {
      System.out.println();
      SourceTables.print(status.rejects(), night.night());
    }
    if (night.status().equals("finished") && status.hasUnexplainedQuarantine()) {
      System.out.printf(
          "Next: put a corrected file of the same name into the inbox, then"
              + " nightjar run --date %s --again%n",
          night.night());
    }
  }

  private static void print(List<Pending> withdrawals) {
    if (!withdrawals.isEmpty()) {
      System.out.printf("%nDelivered extracts still contain an erased person.%n");
      Pending.lines(withdrawals).forEach(System.out::println);
      System.out.println("Next: nightjar purge (tries again, as every night does)");
    }
  }

  private static String summary(Ledger.StageEntry stage, String nightStatus) {
    if (stage.failureCode() != null) {
      return stage.failureCode();
    }
    return stage.status().equals("running") ? nightStatus : String.valueOf(stage.summary());
  }

  private static String seconds(Ledger.StageEntry stage) {
    return stage.finishedAt() == null
        ? ""
        : StageLines.seconds(
            Duration.between(stage.startedAt(), stage.finishedAt()).toMillis() / 1e3);
  }
}
