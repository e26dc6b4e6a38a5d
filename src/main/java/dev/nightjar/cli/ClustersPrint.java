package dev.nightjar.cli;

import dev.nightjar.home.Counted;
import dev.nightjar.views.Clusters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the clusters of a night. */
final class ClustersPrint {
  private ClustersPrint() {}

  static void print(Clusters clusters, boolean isQualityWanted, boolean isProfileWanted) {
    System.out.println(headline(clusters));
    if (!clusters.clusters().isEmpty()) {
      System.out.print(table(clusters));
      facts(clusters).forEach(System.out::println);
    }
    if (isProfileWanted) {
      clusters.clusters().forEach(each -> printProfile(each, clusters));
    }
    if (isQualityWanted) {
      printQuality(clusters.quality());
    }
    if (clusters.proposed() != null) {
      printProposed(clusters, isQualityWanted);
    }
  }

  private static String headline(Clusters clusters) {
    if (clusters.fittedOn() == null) {
      return "Night %s has no clusters: no two of its customers differ."
          .formatted(clusters.night());
    }
    var index =
        clusters.adjustedRandIndex() == null
            ? ""
            : "; adjusted Rand index %s with the model before, on the same customers"
                .formatted(decimal(clusters.adjustedRandIndex(), 3));
    return "Clusters of %s, by the model of %s (%s)%s"
        .formatted(clusters.night(), clusters.fittedOn(), clusters.decision(), index);
  }

  /** What the clusters are worth, who moved and who has none, one line each. */
  private static List<String> facts(Clusters clusters) {
    var facts = new ArrayList<String>();
    if (clusters.structure() != null) {
      facts.add(structure(clusters));
    }
    if (clusters.comparedCustomers() != null) {
      facts.add(
          "%,d of %,d customers are in another cluster than the night before."
              .formatted(clusters.movedCustomers(), clusters.comparedCustomers()));
    }
    if (clusters.otherCustomers() > 0) {
      boolean isOfBuyers = "buyers".equals(clusters.population());
      facts.add(
          "%s without a cluster: %s."
              .formatted(
                  Counted.of(
                      clusters.otherCustomers(), isOfBuyers ? "lapsed customer" : "customer"),
                  isOfBuyers
                      ? "no order in the window"
                      : "not in the population " + clusters.population()));
    }
    return facts;
  }

  private static String structure(Clusters clusters) {
    if (clusters.clusters().size() == 1) {
      return "No structure: more clusters stand out no further from evenly spread customers than a"
          + " single one.";
    }
    var verdict =
        switch (clusters.structure()) {
          case "no" -> "No substantial structure";
          case "weak" -> "Weak structure, which can be artificial";
          case "reasonable" -> "Reasonable structure";
          default -> "Strong structure";
        };
    return clusters.silhouette() == null
        ? verdict + "."
        : "%s (silhouette %s).".formatted(verdict, decimal(clusters.silhouette(), 3));
  }

  private static TextTable table(Clusters clusters) {
    var header =
        new ArrayList<>(List.of("Cluster", "Tier", "Customers", "Share", "Revenue", "Share"));
    var features = clusters.clusters().get(0).features();
    features.forEach(each -> header.add(each.feature()));
    var table = new TextTable(2, header.toArray(String[]::new));
    table.bars(
        clusters.clusters().stream().map(each -> each.customersShare().doubleValue()).toList());
    for (var cluster : clusters.clusters()) {
      var row =
          new ArrayList<>(
              List.of(
                  cluster.label(),
                  cluster.tier() == null ? "–" : cluster.tier(),
                  String.format(Locale.ROOT, "%,d", cluster.customers()),
                  percent(cluster.customersShare()),
                  decimal(cluster.revenue().doubleValue(), 0),
                  percent(cluster.revenueShare())));
      cluster.features().forEach(each -> row.add(number(each.median())));
      table.row(row.toArray(String[]::new));
    }
    return table;
  }

  private static void printProfile(Clusters.Cluster cluster, Clusters clusters) {
    System.out.printf("%n%s%n", cluster.label());
    clusters.clusters().stream()
        .filter(each -> Integer.valueOf(each.cluster()).equals(cluster.nearestCluster()))
        .forEach(
            nearest ->
                System.out.printf(
                    "  Nearest: %s (%s in scaled features)%n",
                    nearest.label(), decimal(cluster.nearestDistance(), 2)));
    if (!cluster.typicalCustomers().isEmpty()) {
      System.out.printf("  Typical: %s%n", String.join(", ", cluster.typicalCustomers()));
    }
    var features = new TextTable(1, "Feature", "Mean", "Median");
    cluster
        .features()
        .forEach(each -> features.row(each.feature(), number(each.mean()), number(each.median())));
    System.out.print(features);
    if (!cluster.attributes().isEmpty()) {
      var attributes = new TextTable(2, "Attribute", "Value", "Customers", "Share", "Index");
      for (var each : cluster.attributes()) {
        attributes.row(
            each.attribute(),
            each.value(),
            String.format(Locale.ROOT, "%,d", each.customers()),
            percent(each.share()),
            decimal(each.index().doubleValue(), 0));
      }
      System.out.print(attributes);
    }
  }

  private static void printQuality(List<Clusters.Quality> quality) {
    if (quality.isEmpty()) {
      System.out.println("\nThe fit of other numbers of clusters is past its retention.");
      return;
    }
    System.out.printf(
        "%nNumbers of clusters tried on %s; silhouette of %s%n",
        quality.get(0).night(), Counted.of(quality.get(0).sample(), "customer"));
    var table =
        new TextTable(
            1,
            "",
            "k",
            "Inertia",
            "Simplified silhouette",
            "Silhouette",
            "Davies-Bouldin",
            "Calinski-Harabasz",
            "BIC",
            "Elbow",
            "Gap");
    for (var each : quality) {
      table.row(
          each.isChosen() ? "chosen" : "",
          String.valueOf(each.k()),
          decimal(each.inertia(), 2),
          decimal(each.simplifiedSilhouette(), 3),
          decimal(each.silhouette(), 3),
          decimal(each.daviesBouldin(), 3),
          decimal(each.calinskiHarabasz(), 1),
          decimal(each.bic(), 0),
          decimal(each.elbow(), 3),
          gap(each));
    }
    System.out.print(table);
  }

  private static String gap(Clusters.Quality quality) {
    return quality.gapError() == null
        ? decimal(quality.gap(), 3)
        : "%s ± %s".formatted(decimal(quality.gap(), 3), decimal(quality.gapError(), 3));
  }

  private static void printProposed(Clusters clusters, boolean isQualityWanted) {
    var proposed = clusters.proposed();
    var index =
        proposed.adjustedRandIndex() == null
            ? ""
            : ", adjusted Rand index %s with the model in force, on the same customers"
                .formatted(decimal(proposed.adjustedRandIndex(), 3));
    System.out.printf(
        "%nA new model is proposed: %s in place of %d%s%n",
        Counted.of(proposed.k(), "cluster"), clusters.clusters().size(), index);
    if (isQualityWanted) {
      var table = new TextTable(2, "Cluster", "Tier", "Customers");
      for (var each : proposed.clusters()) {
        table.row(
            each.cluster() + ", " + each.name(),
            each.tier() == null ? "–" : each.tier(),
            String.format(Locale.ROOT, "%,d", each.customers()));
      }
      System.out.print(table);
    }
    System.out.printf("Next: nightjar clusters accept --date %s%n", clusters.night());
  }

  private static String percent(BigDecimal share) {
    return Screen.FIGURES.percent(share.doubleValue());
  }

  private static String decimal(@Nullable Double value, int decimals) {
    return value == null ? "–" : Screen.FIGURES.decimal(value, decimals);
  }

  /** A number with as many decimals as its size needs. */
  private static String number(@Nullable Double value) {
    return decimal(
        value, value == null || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
  }
}
