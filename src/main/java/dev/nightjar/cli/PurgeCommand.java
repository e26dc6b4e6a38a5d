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

/** Removes extracts whose time is over. */
@Command(
    name = "purge",
    description = {
      "Remove extracts whose time is over from the outbox and from where they were delivered,",
      "and withdraw those with a person who was erased. Every night does both.",
      "What Nightjar did not deliver stays."
    })
final class PurgeCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "Remove what expires up to this day (default: the last one that is over).")
  private @Nullable LocalDate date;

  @Option(names = "--dry-run", description = "Remove nothing; show what would be removed.")
  private boolean isRehearsal;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      session.database().migrate();
      if (!isRehearsal) {
        session.refuseBesideANight();
      }
      var today = session.dateOr(date);
      var withdrawn =
          isRehearsal
              ? new Withdrawn(new TreeSet<>(), session.withdrawals().pending())
              : session.withdrawals().withdraw();
      var purged = session.purger().purge(today, isRehearsal);
      if (json) {
        Json.print(purged);
      } else {
        print(withdrawn, isRehearsal);
        print(purged, today);
      }
      refuseWhatStays(purged);
      if (!isRehearsal) {
        refusePending(withdrawn.pending());
      }
    }
  }

  private void print(List<Purged> purged, LocalDate today) {
    if (purged.isEmpty()) {
      System.out.printf("Nothing is expired on %s.%n", today);
      return;
    }
    var table =
        new TextTable(2, "Destination", "Place", isRehearsal ? "Expired" : "Removed", "Bytes");
    purged.forEach(
        each ->
            table.row(
                each.destination(),
                each.place(),
                "%,d".formatted(each.files()),
                "%,d".formatted(each.bytes())));
    System.out.print(table);
    if (isRehearsal) {
      System.out.printf("Nothing was removed.%nNext: nightjar purge --date %s%n", today);
    }
  }

  private static void print(Withdrawn withdrawn, boolean isRehearsal) {
    if (!withdrawn.extracts().isEmpty()) {
      System.out.printf(
          "%s withdrawn, as a person in them was erased.%n",
          Counted.of(withdrawn.extracts().size(), "extract was", "extracts were"));
    }
    if (isRehearsal) {
      Pending.lines(withdrawn.pending()).forEach(System.out::println);
    }
  }

  /**
   * Ends a command that left extracts with an erased person where they were delivered.
   *
   * @throws Failure {@link FailureCode#DELIVERY_FAILED}
   */
  static void refusePending(List<Pending> pending) {
    if (!pending.isEmpty()) {
      throw new Failure(
          FailureCode.DELIVERY_FAILED,
          "A person who was erased is still in delivered extracts.\n%s\nNext: nightjar purge (tries again, as every night does)"
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
          FailureCode.DELIVERY_FAILED, problems + "\nNext: nightjar purge, when that is mended");
    }
  }
}
