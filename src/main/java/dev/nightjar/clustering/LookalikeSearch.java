package dev.nightjar.clustering;

import static dev.nightjar.db.clustering.Tables.NIGHTS;

import dev.nightjar.database.AdjacentNights;
import dev.nightjar.kmeans.Matrix;
import dev.nightjar.kmeans.NearestPoints;
import dev.nightjar.ports.NearestCustomers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Finds lookalikes: the members of the set are indexed, and each customer outside is compared with
 * the nearest of them, up to the distance that the furthest wanted one can have. The features are
 * those of the night's population, scaled as the night's model scales them.
 */
@Component
final class LookalikeSearch implements NearestCustomers {
  private static final int ROWS_OF_AN_ASKER = 4096;

  private final ClusteringSettings settings;

  LookalikeSearch(ClusteringSettings settings) {
    this.settings = settings;
  }

  @Override
  public Lookalikes lookalikes(DSLContext tx, LocalDate night, Set<String> members, int count) {
    var population = new PopulationQueries(night, settings).read(tx);
    var models = new ModelStore(tx, AdjacentNights.of(night, NIGHTS, tx));
    var scaler = models.scaler(population.values(), population.metrics().definition(), settings);
    return find(population.keys(), scaler.scale(population.values()), members, count);
  }

  /**
   * Finds them.
   *
   * @param keys in collation "C"
   * @param features scaled, finite, a row for each key
   */
  static Lookalikes find(PackedKeys keys, Matrix features, Set<String> members, int count) {
    var isMember = new boolean[keys.count()];
    for (int i = 0; i < isMember.length; i++) {
      isMember[i] = members.contains(keys.get(i));
    }
    var inside = IntStream.range(0, isMember.length).filter(row -> isMember[row]).toArray();
    var outside = IntStream.range(0, isMember.length).filter(row -> !isMember[row]).toArray();
    if (inside.length == 0 || outside.length == 0) {
      return new Lookalikes(inside.length, outside.length, List.of());
    }
    var distances = distances(new NearestPoints(features.only(inside)), features, outside, count);
    return new Lookalikes(inside.length, outside.length, nearest(keys, outside, distances, count));
  }

  /**
   * Distances of rows to the nearest point; infinite for some rows that are not among the nearest.
   * Every row first gets an upper bound; the bounds of the nearest rows limit the exact search.
   *
   * @param count number of nearest rows
   */
  private static double[] distances(NearestPoints points, Matrix features, int[] rows, int count) {
    var distances = new double[rows.length];
    ask(points, distances, (asker, i) -> asker.atMost(features, rows[i]));
    double limit = furthestOfNearest(distances, count);
    ask(
        points,
        distances,
        (asker, i) -> asker.distance(features, rows[i], Math.min(limit, distances[i])));
    return distances;
  }

  private interface Question {
    double of(NearestPoints.Asker asker, int place);
  }

  /** Fills an array. */
  private static void ask(NearestPoints points, double[] answers, Question question) {
    IntStream.rangeClosed(0, answers.length / ROWS_OF_AN_ASKER)
        .parallel()
        .forEach(
            part -> {
              var asker = points.new Asker();
              int first = part * ROWS_OF_AN_ASKER;
              int end = Math.min(answers.length, first + ROWS_OF_AN_ASKER);
              for (int i = first; i < end; i++) {
                answers[i] = question.of(asker, i);
              }
            });
  }

  /** The distance within which there are that many; infinite if there are fewer. */
  private static double furthestOfNearest(double[] distances, int count) {
    var known = Arrays.stream(distances).filter(Double::isFinite).toArray();
    Arrays.parallelSort(known);
    return count > known.length ? Double.POSITIVE_INFINITY : known[count - 1];
  }

  private static List<Lookalike> nearest(
      PackedKeys keys, int[] rows, double[] distances, int count) {
    double most = furthestOfNearest(distances, count);
    return IntStream.range(0, rows.length)
        .filter(i -> distances[i] <= most)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> distances[i])) // stable: ties stay by key
        .limit(count)
        .map(i -> new Lookalike(keys.get(rows[i]), distances[i]))
        .toList();
  }
}
