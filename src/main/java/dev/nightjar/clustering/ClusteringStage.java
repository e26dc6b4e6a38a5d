package dev.nightjar.clustering;

import static dev.nightjar.db.rfm.Tables.SCORES;

import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Clusters the scored customers on recency, frequency and monetary value. */
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
    var customers = customers(night);
    var store = new ModelStore(night.date(), settings);
    int distinct = customers.distinct(settings.maxK());
    if (distinct < 2) {
      db.transaction(transaction -> store.clear(transaction.dsl()));
      return new StageReport(
          "%,d customers, no two of them different: no clusters".formatted(customers.count()),
          Map.of("customers", (long) customers.count()));
    }
    var scaler = Scaler.fit(customers.values());
    var features = scaler.scale(customers.values());
    var tried = tryEachK(features, distinct);
    var best = tried.stream().max(Comparator.comparing(Clustered::silhouette)).orElseThrow();
    var clustered = best.inOrder(byValue(best, scaler));
    db.transaction(
        transaction ->
            store.replace(transaction.dsl(), customers.keys(), features, scaler, tried, clustered));
    db.execute("analyze clustering.members");
    return report(customers.count(), clustered, tried);
  }

  /** More clusters than different customers there cannot be. */
  private List<Clustered> tryEachK(double[][] features, int distinct) {
    var kMeans = new KMeans(features, settings);
    int most = Math.min(settings.maxK(), distinct);
    return IntStream.rangeClosed(Math.min(settings.minK(), most), most)
        .mapToObj(kMeans::cluster)
        .toList();
  }

  private static int[] byValue(Clustered clustered, Scaler scaler) {
    return IntStream.range(0, clustered.k())
        .boxed()
        .sorted(
            Comparator.comparing(
                (Integer cluster) -> -scaler.unscale(clustered.centroids()[cluster])[MONETARY]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** In the order of the keys, so that the same customers give the same clusters. */
  private Customers customers(Night night) {
    var rows =
        db.select(SCORES.CUSTOMER_KEY, SCORES.RECENCY_DAYS, SCORES.ORDERS_COUNT, SCORES.NET_VALUE)
            .from(SCORES)
            .where(SCORES.NIGHT.eq(night.date()), SCORES.STANDING.eq("scored"))
            .orderBy(SCORES.CUSTOMER_KEY.collate("C"))
            .fetch();
    var keys = rows.stream().map(row -> row.value1()).toArray(String[]::new);
    var values =
        rows.stream()
            .map(row -> new double[] {row.value2(), row.value3(), row.value4().doubleValue()})
            .toArray(double[][]::new);
    return new Customers(keys, values);
  }

  private record Customers(String[] keys, double[][] values) {
    int count() {
      return keys.length;
    }

    /** How many different customers there are, counted no further than asked. */
    int distinct(int most) {
      return (int) Arrays.stream(values).map(Arrays::toString).distinct().limit(most).count();
    }
  }

  private static StageReport report(int customers, Clustered clustered, List<Clustered> tried) {
    var quality =
        tried.stream()
            .map(each -> "k=%d %.3f".formatted(each.k(), each.silhouette()))
            .collect(Collectors.joining(", "));
    return new StageReport(
        "%,d customers in %d clusters; simplified silhouette %s"
            .formatted(customers, clustered.k(), quality),
        Map.of("customers", (long) customers, "clusters", (long) clustered.k()));
  }
}
