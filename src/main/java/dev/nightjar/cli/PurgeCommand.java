package dev.nightjar.cli;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.ports.ExtractPurger.Purged;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Removes extracts whose time is over. */
@Command(
    name = "purge",
    description = {
      "Remove extracts whose time is over from the outbox and from where they were delivered.",
      "Every night does so by itself. What Nightjar did not deliver stays."
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
      var purged = session.purger().purge(today, isRehearsal);
      if (json) {
        Json.print(purged);
      } else {
        print(purged, today);
      }
      refuseWhatStays(purged);
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
