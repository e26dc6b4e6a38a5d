package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.views.Clusters;
import dev.nightjar.views.PublishedNights;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the clusters of a published night, and accepts proposed models. */
@Command(
    name = "clusters",
    description = {
      "Show the clusters of a published night; accept a proposed model.",
      "--svg draws their centres by two features; with --quality, how well each number fits."
    },
    synopsisSubcommandLabel = "[accept]")
final class ClustersCommand implements Runnable {
  @ParentCommand private NightjarCommand nightjar;

  @Option(
      names = {"-d", "--date"},
      paramLabel = "DATE",
      description = "The business date (default: the newest published night).")
  private @Nullable LocalDate date;

  @Option(
      names = "--quality",
      description = "Show how well each number of clusters fits, and the proposed model.")
  private boolean isQualityWanted;

  @Option(
      names = "--profiles",
      description = "Show each cluster's features, attributes and typical customers.")
  private boolean isProfileWanted;

  @Mixin private PictureFile picture;

  @Option(names = "--json", description = "Print JSON, with all details.")
  private boolean json;

  @Override
  public void run() {
    try (var session = nightjar.open()) {
      var db = session.published();
      var night = PublishedNights.of(db).named(date);
      var clusters = Clusters.of(night, db).orElseThrow(() -> unknown(night));
      picture.write(
          isQualityWanted
              ? PictureFile.CLUSTERS.quality(clusters)
              : PictureFile.CLUSTERS.clusters(clusters));
      if (json) {
        Json.print(clusters);
      } else {
        ClustersPrint.print(clusters, isQualityWanted, isProfileWanted);
      }
    }
  }

  private static Failure unknown(LocalDate night) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "The clusters of night %s are past their retention.%nNext: nightjar nights (lists them)"
            .formatted(night));
  }

  /** Accepts a proposed model. */
  @Command(
      name = "accept",
      description = {
        "Accept a proposed model: from the next night on, it replaces the model in force.",
        "Past nights keep their clusters, even if they are run again."
      })
  void accept(
      @Option(
              names = {"-d", "--date"},
              paramLabel = "DATE",
              description = "Night of the proposal (default: the newest with one).")
          @Nullable LocalDate proposedOn,
      @Option(names = "--json", description = "Print JSON.") boolean isJson) {
    try (var session = nightjar.open()) {
      session.migrate();
      session.refuseDuringANight();
      var accepted = session.models().accept(proposedOn);
      if (isJson) {
        Json.print(accepted);
      } else {
        System.out.printf(
            "The model that night %s proposed is accepted: %s in place of %d.%n"
                + "The first night after %s uses it.%nNext: nightjar run%n",
            accepted.proposedOn(),
            Counted.of(accepted.k(), "cluster"),
            accepted.kInForce(),
            accepted.lastNight());
      }
    }
  }
}
