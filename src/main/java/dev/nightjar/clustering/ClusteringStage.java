package dev.nightjar.clustering;

import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Clusters the scored customers on recency, frequency and monetary value, or what is configured.
 */
@Component
public class ClusteringStage implements Stage {
  private static final int MONETARY = 2;

  private final DSLContext db;
  private final ClusteringSettings settings;

  ClusteringStage(DSLContext db, ClusteringSettings settings) {
    this.db = db;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "clustering";
  }

  @Override
  public StageReport run(Night night) {
    var queries = new PopulationQueries(night.date(), settings);
    var population = db.transactionResult(transaction -> queries.read(transaction.dsl()));
    var store = new ModelStore(night.date(), settings);
    var scaler = Scaler.fit(population.values(), settings);
    var features = scaler.scale(population.values());
    int distinct = features.distinctRows(settings.maxK());
    if (distinct < 2) {
      db.transaction(transaction -> store.clear(transaction.dsl()));
      return new StageReport(
          "%,d customers, no two of them different: no clusters%s"
              .formatted(population.count(), population.count() == 0 ? "" : scaler.remarks()),
          Map.of("customers", (long) population.count()));
    }
    var kMeans = new KMeans(features, settings);
    var tried = kMeans.tryEachK(distinct);
    var kept = tried.best().inOrder(byValue(tried.best(), population.values()));
    db.transaction(
        transaction -> {
          var tx = transaction.dsl();
          store.replace(tx, kMeans.algorithm(), scaler, population.values(), tried, kept);
          store.insertMembers(tx, population, features, kept);
        });
    db.execute("analyze clustering.members");
    return report(kept, tried, scaler);
  }

  /** The clusters by their median monetary value, the highest first; else by the first feature. */
  private int[] byValue(Clustered clustered, Matrix values) {
    int feature = Math.max(0, settings.names().indexOf(Feature.MONETARY.key()));
    var medians = clustered.medians(values);
    return IntStream.range(0, clustered.k())
        .boxed()
        .sorted(
            Comparator.comparing((Integer cluster) -> -medians[cluster][feature])
                .thenComparing(cluster -> clustered.centroids()[cluster], Arrays::compare))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static StageReport report(Clustered kept, Tried tried, Scaler scaler) {
    var quality =
        tried.each().stream()
            .map(each -> "k=%d %.3f".formatted(each.k(), each.quality().simplifiedSilhouette()))
            .collect(Collectors.joining(", "));
    long customers = kept.members().length;
    return new StageReport(
        "%,d customers in %d clusters; simplified silhouette %s%s"
            .formatted(customers, kept.k(), quality, scaler.remarks()),
        Map.of("customers", customers, "clusters", (long) kept.k()));
  }
}
