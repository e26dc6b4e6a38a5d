package dev.nightjar.clustering;

import static dev.nightjar.db.clustering.Tables.NIGHTS;

import dev.nightjar.pipeline.NearestCustomers;
import dev.nightjar.pipeline.Neighbours;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Finds lookalikes: the members of the set are indexed, and each customer outside asks for the
 * nearest of them, so that n customers take n log n steps however large the set is. The features
 * are those of the night's population, scaled as the night's model scales them.
 */
@Component
final class LookalikeSearch implements NearestCustomers {
  private final DSLContext db;
  private final ClusteringSettings settings;

  LookalikeSearch(DSLContext db, ClusteringSettings settings) {
    this.db = db;
    this.settings = settings;
  }

  @Override
  public Lookalikes lookalikes(LocalDate night, Set<String> members, int count) {
    var queries = new PopulationQueries(night, settings);
    var population = db.transactionResult(transaction -> queries.read(transaction.dsl()));
    var models = new ModelStore(db, Neighbours.of(night, NIGHTS, db));
    var scaler = models.scaler(population.values(), settings);
    return find(population.keys(), scaler.scale(population.values()), members, count);
  }

  /**
   * Finds them.
   *
   * @param keys in collation "C"
   * @param features scaled, finite, a row for each key
   */
  static Lookalikes find(Keys keys, Matrix features, Set<String> members, int count) {
    var isMember = new boolean[keys.count()];
    for (int i = 0; i < isMember.length; i++) {
      isMember[i] = members.contains(keys.get(i));
    }
    var inside = IntStream.range(0, isMember.length).filter(row -> isMember[row]).toArray();
    var outside = IntStream.range(0, isMember.length).filter(row -> !isMember[row]).toArray();
    if (inside.length == 0 || outside.length == 0) {
      return new Lookalikes(inside.length, outside.length, List.of());
    }
    var points = new NearestPoints(features.only(inside));
    var distances =
        Arrays.stream(outside).parallel().mapToDouble(row -> points.distance(features, row));
    return new Lookalikes(
        inside.length, outside.length, nearest(keys, outside, distances.toArray(), count));
  }

  private static List<Lookalike> nearest(Keys keys, int[] rows, double[] distances, int count) {
    var sorted = distances.clone();
    Arrays.parallelSort(sorted);
    double most = sorted[Math.min(count, sorted.length) - 1];
    return IntStream.range(0, rows.length)
        .filter(i -> distances[i] <= most)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> distances[i])) // stable: ties stay by key
        .limit(count)
        .map(i -> new Lookalike(keys.get(rows[i]), distances[i]))
        .toList();
  }
}
