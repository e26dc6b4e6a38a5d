package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.ports.GateApprovals;
import dev.nightjar.views.PendingApprovals;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Approves a night that gates stopped, or a change that the change guard stopped. */
@Command(
    name = "approve",
    description = {
      "Approve a night that gates stopped, or a change of an audience that the change guard stopped",
      "because of its size. Without an audience, the night is approved, and needs a reason; resume it",
      "then. To deliver an approved change of an audience, run the night again.",
      "An approval is valid for that night and its figures only. People who refused or were erased",
      "are removed without one."
    })
final class ApproveCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @ArgGroup private @Nullable Which which;

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
      description = "The business date (default: the newest night with something to approve).")
  private @Nullable LocalDate date;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Name of the approver (default: ${DEFAULT-VALUE}).")
  private String by;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why the night can pass, for the record.")
  private @Nullable String reason;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private CommandSpec command;

  @Override
  public void run() {
    if (which == null && (reason == null || reason.isBlank())) {
      throw new ParameterException(
          command.commandLine(),
          "A night is approved with --reason \"…\"; a change with the name of its audience.");
    }
    try (var session = nightjar.open()) {
      session.migrate();
      session.refuseDuringANight();
      if (which == null) {
        approveNight(session, String.valueOf(reason));
      } else {
        approveChanges(session, which);
      }
    }
  }

  private void approveNight(Session session, String why) {
    var approved = session.part(GateApprovals.class).approve(date, why, by);
    if (json) {
      Json.print(approved);
      return;
    }
    approved.forEach(
        each ->
            System.out.printf(
                "%s%s, night %s: approved by %s. %s%n",
                each.gate(),
                each.subject().isEmpty() ? "" : " " + each.subject(),
                each.night(),
                by,
                each.finding()));
    System.out.printf("Next: nightjar resume --date %s%n", approved.get(0).night());
  }

  private void approveChanges(Session session, Which changes) {
    var pending = PendingApprovals.of(session.published());
    var approved =
        changes.audience == null
            ? pending.undeclared(date)
            : pending.named(changes.audience, destination, date);
    session.approvals().approve(approved, by, reason);
    if (json) {
      Json.print(approved);
      return;
    }
    for (var stop : approved) {
      System.out.printf(
          "%s at %s, night %s: approved by %s. %,d added, %,d changed, %,d removed; %s" + " %,d.%n",
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
