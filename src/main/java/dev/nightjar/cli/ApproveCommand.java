package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.views.PendingApprovals;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Approves a change that the change guard stopped. */
@Command(
    name = "approve",
    description = {
      "Approve a change that the change guard stopped because of its size.",
      "An approval is valid for that night and its counts only. To deliver the change, run the",
      "night again. People who refused or were erased are removed without one."
    })
final class ApproveCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @ArgGroup(multiplicity = "1")
  private Which which;

  private static final class Which {
    @Parameters(paramLabel = "AUDIENCE", description = "Name of the audience.")
    private @Nullable String audience;

    @Option(
        names = "--undeclared",
        description = "All audiences that are no longer in the settings, at all destinations.")
    private boolean isUndeclared;
  }

  @Option(
      names = "--destination",
      paramLabel = "NAME",
      description = "Destination of the change (default: all).")
  private @Nullable String destination;

  @Option(
      names = {"-d", "--date", "--night"},
      paramLabel = "DATE",
      description = "Night of the change (default: the newest with a stopped change).")
  private @Nullable LocalDate date;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Name of the approver (default: ${DEFAULT-VALUE}).")
  private String by;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var db = session.published();
      session.refuseDuringANight();
      var pending = PendingApprovals.of(db);
      var approved =
          which.audience == null
              ? pending.undeclared(date)
              : pending.named(which.audience, destination, date);
      session.approvals().approve(approved, by);
      if (json) {
        Json.print(approved);
        return;
      }
      for (var stop : approved) {
        System.out.printf(
            "%s at %s, night %s: approved by %s. %,d added, %,d changed, %,d removed; %s"
                + " %,d.%n",
            stop.audience(),
            stop.destination(),
            stop.night(),
            by,
            stop.added(),
            stop.changed(),
            stop.leaving(),
            Counted.of(stop.canStay(), "customer becomes", "customers become"),
            stop.customers());
      }
      System.out.printf("Next: nightjar run --date %s --again%n", approved.get(0).night());
    }
  }
}
