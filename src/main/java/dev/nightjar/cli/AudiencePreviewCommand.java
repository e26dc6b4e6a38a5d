package dev.nightjar.cli;

import dev.nightjar.ports.DeliveryApprovals.Stop;
import dev.nightjar.views.AudiencePreview;
import dev.nightjar.views.AudiencePreview.Change;
import dev.nightjar.views.AudiencePreview.Unknown;
import dev.nightjar.views.PublishedNights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows an audience as the current settings would select it. */
@Command(
    name = "preview",
    description = {
      "Show what an audience would add, change and remove tonight. Writes nothing.",
      "Nightjar selects it with the current settings, consents and opt-outs, and compares it with the",
      "published audience. Below that: what the newest night would add, change and remove at each",
      "destination, and the changes that wait for nightjar approve."
    })
final class AudiencePreviewCommand implements Runnable {
  @ParentCommand private AudiencesCommand audiences;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Name of the audience.")
  private String name;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "A published night (default: the newest).")
  private @Nullable LocalDate date;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    try (var session = audiences.nightjar().open()) {
      var db = session.published();
      var night = PublishedNights.of(db).named(date);
      var preview = AudiencePreview.of(name, night, session.dryRun(), db);
      if (json) {
        Json.print(preview);
      } else {
        print(preview);
      }
    } catch (Unknown e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private static void print(AudiencePreview preview) {
    System.out.printf("Audience %s in the night of %s%n", preview.audience(), preview.night());
    var table = new TextTable(1, "Members", "Are", "Would be", "Change");
    var standings = new ArrayList<>(List.of(AudiencePreview.PUBLISHED));
    standings.addAll(preview.reasons());
    for (var standing : standings) {
      long is = preview.are(standing);
      long wouldBe = preview.wouldBe(standing);
      table.row(
          AudiencesCommand.words(standing),
          AudiencesCommand.number(is),
          AudiencesCommand.number(wouldBe),
          "%+,d".formatted(wouldBe - is));
    }
    System.out.print(table);
    printChanges(preview.destinations());
    preview.waiting().forEach(AudiencePreviewCommand::printWaiting);
    System.out.printf(
        "%,d would be added, %,d removed, %,d left out for another reason. Nothing was changed.%n",
        preview.added(), preview.removed(), preview.leftOutOtherwise());
  }

  private static void printChanges(List<Change> changes) {
    if (changes.isEmpty()) {
      return; // an audience that is too small, or a night that is not the newest
    }
    var table = new TextTable(1, "Destination", "Has", "Would have", "Added", "Changed", "Removed");
    for (var each : changes) {
      table.row(
          each.destination(),
          AudiencesCommand.number(each.customersBefore()),
          AudiencesCommand.number(each.customers()),
          AudiencesCommand.number(each.added()),
          AudiencesCommand.number(each.changed()),
          AudiencesCommand.number(each.removed()));
    }
    System.out.print(table);
    changes.stream()
        .filter(each -> each.stoppedFor() != null)
        .forEach(
            each ->
                System.out.printf(
                    "%s would wait for nightjar approve: %s%n",
                    each.destination(), each.stoppedFor()));
  }

  private static void printWaiting(Stop stop) {
    System.out.printf(
        "%s has waited since the night of %s: %s; %,d would be added, %,d changed, %,d removed.%n"
            + "Next: nightjar approve %s --destination %s --date %s, then nightjar run --date %s"
            + " --again%n",
        stop.destination(),
        stop.night(),
        stop.reason(),
        stop.added(),
        stop.changed(),
        stop.leaving(),
        stop.audience(),
        stop.destination(),
        stop.night(),
        stop.night());
  }
}
