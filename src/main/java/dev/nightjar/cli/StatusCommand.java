package dev.nightjar.cli;

import dev.nightjar.pipeline.Ledger;
import dev.nightjar.ports.ExtractWithdrawals.Pending;
import dev.nightjar.views.SourceStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tells how a night stands. */
@Command(name = "status", description = "Show how a night stands, stage by stage.")
final class StatusCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The business date (default: the running night, else the newest).")
  private @Nullable LocalDate date;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var ledger = session.ledger();
      var night = date == null ? newest(ledger, session) : ledger.lastRevision(date);
      if (night.isEmpty()) {
        System.out.println(
            json ? "null" : "No night%s has run yet.".formatted(date == null ? "" : " " + date));
        return;
      }
      var status = NightsCommand.status(night.get(), session);
      var stages = ledger.stages(night.get().asNight());
      var arrivals = session.arrivals(night.get().night());
      var withdrawals = session.withdrawals().pending();
      if (json) {
        printJson(night.get(), status, stages, arrivals, withdrawals);
      } else {
        print(night.get(), status, stages);
        printNext(night.get(), status, ledger);
        print(withdrawals);
        print(arrivals, night.get().night());
      }
    }
  }

  /** The night that is running, else the newest. */
  private static Optional<Ledger.Entry> newest(Ledger ledger, Session session) {
    return ledger.nights().stream()
        .filter(night -> NightsCommand.status(night, session).equals(NightsCommand.RUNNING))
        .findFirst()
        .or(ledger::newest);
  }

  private static void print(Ledger.Entry night, String status, List<Ledger.StageEntry> stages) {
    System.out.printf("Night %s, revision %d: %s%n", night.night(), night.revision(), status);
    var failed = Optional.<Ledger.StageEntry>empty();
    for (var stage : stages) {
      var isFailed = stage.failureCode() != null;
      System.out.printf(
          "  %-10s %8s  %s%n",
          stage.stage(), seconds(stage), isFailed ? stage.failureCode() : summary(stage, status));
      failed = isFailed ? Optional.of(stage) : failed;
    }
    failed.ifPresent(stage -> System.out.println(stage.summary()));
  }

  private static void printNext(Ledger.Entry night, String status, Ledger ledger) {
    if (status.equals(NightsCommand.INTERRUPTED)) {
      System.out.printf(
          ledger.isOvertaken(night.asNight())
              ? "Next: nightjar run --date %s --again (another night has run since)%n"
              : "Next: nightjar resume --date %s%n",
          night.night());
    }
  }

  private static void print(SourceStatus arrivals, LocalDate night) {
    System.out.printf("%n%s", SourceTables.of(arrivals.freshness()));
    var rejects = arrivals.rejects();
    if (!rejects.isEmpty()) {
      System.out.printf(
          "%n%s%s%n", SourceTables.ofRejects(rejects), SourceStatus.next(rejects, night));
    }
  }

  private static void print(List<Pending> withdrawals) {
    if (!withdrawals.isEmpty()) {
      System.out.printf("%nA person who was erased is still in delivered extracts.%n");
      Pending.lines(withdrawals).forEach(System.out::println);
      System.out.println("Next: nightjar purge (tries again, as every night does)");
    }
  }

  private static String summary(Ledger.StageEntry stage, String nightStatus) {
    if (stage.status().equals("running")) {
      return nightStatus;
    }
    return String.valueOf(stage.summary());
  }

  private static String seconds(Ledger.StageEntry stage) {
    return stage.finishedAt() == null
        ? ""
        : "%.1f s"
            .formatted(Duration.between(stage.startedAt(), stage.finishedAt()).toMillis() / 1e3);
  }

  private static void printJson(
      Ledger.Entry night,
      String status,
      List<Ledger.StageEntry> stages,
      SourceStatus arrivals,
      List<Pending> withdrawals) {
    var out = new LinkedHashMap<String, Object>();
    out.put("night", night.night());
    out.put("revision", night.revision());
    out.put("status", status);
    out.put("startedAt", night.startedAt());
    out.put("finishedAt", night.finishedAt());
    out.put("stages", stages);
    out.put("sources", arrivals.freshness());
    out.put("rejects", arrivals.rejects());
    out.put("withdrawals", withdrawals);
    Json.print(out);
  }
}
