package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.ports.ExtractPurger.Purged;
import dev.nightjar.ports.ExtractWithdrawals.Pending;
import dev.nightjar.ports.ExtractWithdrawals.Withdrawn;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Removes expired extracts. */
@Command(
    name = "purge",
    description = {
      "Remove expired extracts from the outbox and from their destinations.",
      "Extracts that contain an erased person are withdrawn. Every night does both.",
      "Files that Nightjar did not deliver stay."
    })
final class PurgeCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description =
          "Remove extracts that expire on this day or earlier (default: the last day that is over).")
  private @Nullable LocalDate date;

  @Option(names = "--dry-run", description = "Remove nothing; show what would be removed.")
  private boolean isDryRun;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      session.database().migrate();
      if (!isDryRun) {
        session.refuseDuringANight();
      }
      var today = session.dateOr(date);
      var withdrawn =
          isDryRun
              ? new Withdrawn(new TreeSet<>(), session.withdrawals().pending())
              : session.withdrawals().withdraw();
      var purged = session.purger().purge(today, isDryRun);
      if (json) {
        Json.print(purged);
      } else {
        print(withdrawn, isDryRun);
        print(purged, today);
      }
      refuseWhatStays(purged);
      if (!isDryRun) {
        refusePending(withdrawn.pending());
      }
    }
  }

  private void print(List<Purged> purged, LocalDate today) {
    if (purged.isEmpty()) {
      System.out.printf("No extract is expired on %s.%n", today);
      return;
    }
    var table = new TextTable(2, "Destination", "Place", isDryRun ? "Expired" : "Removed", "Bytes");
    purged.forEach(
        each ->
            table.row(
                each.destination(),
                each.place(),
                "%,d".formatted(each.files()),
                "%,d".formatted(each.bytes())));
    System.out.print(table);
    if (isDryRun) {
      System.out.printf("Nothing was removed.%nNext: nightjar purge --date %s%n", today);
    }
  }

  private static void print(Withdrawn withdrawn, boolean isDryRun) {
    if (!withdrawn.extracts().isEmpty()) {
      System.out.printf(
          "%s withdrawn because of an erased person.%n",
          Counted.of(withdrawn.extracts().size(), "extract was", "extracts were"));
    }
    if (isDryRun) {
      Pending.lines(withdrawn.pending()).forEach(System.out::println);
    }
  }

  /**
   * Fails if extracts with an erased person are still at their destinations.
   *
   * @throws Failure {@link FailureCode#DELIVERY_FAILED}
   */
  static void refusePending(List<Pending> pending) {
    if (!pending.isEmpty()) {
      throw new Failure(
          FailureCode.DELIVERY_FAILED,
          "Delivered extracts still contain an erased person.\n%s\nNext: nightjar purge (tries again, as every night does)"
              .formatted(String.join("\n", Pending.lines(pending))));
    }
  }

  private static void refuseWhatStays(List<Purged> purged) {
    var problems =
        purged.stream()
            .filter(each -> each.problem() != null)
            .map(
                each ->
                    "Expired files of %s stay: %s".formatted(each.destination(), each.problem()))
            .collect(Collectors.joining("\n"));
    if (!problems.isEmpty()) {
      throw new Failure(
          FailureCode.DELIVERY_FAILED, problems + "\nNext: fix this, then nightjar purge");
    }
  }
}
