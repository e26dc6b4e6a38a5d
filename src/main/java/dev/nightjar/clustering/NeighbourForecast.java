package dev.nightjar.clustering;

import static dev.nightjar.db.clustering.Tables.NIGHTS;

import dev.nightjar.clustering.KnownCustomers.Vote;
import dev.nightjar.clustering.Newcomers.Known;
import dev.nightjar.database.AdjacentNights;
import dev.nightjar.kmeans.Matrix;
import dev.nightjar.ports.SegmentForecast;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Forecasts by the k nearest neighbours (Cover and Hart, "Nearest neighbor pattern classification",
 * IEEE Transactions on Information Theory 1967), in the features of clusters, scaled as the night's
 * model scales them.
 */
@Component
final class NeighbourForecast implements SegmentForecast {
  private final DSLContext db;
  private final ClusteringSettings settings;

  NeighbourForecast(DSLContext db, ClusteringSettings settings) {
    this.db = db;
    this.settings = settings;
  }

  @Override
  public Forecast forecast(Question question) {
    return db.transactionResult(transaction -> forecast(question, transaction.dsl()));
  }

  private Forecast forecast(Question question, DSLContext tx) {
    var newcomers = new Newcomers(tx, question.newness(), settings);
    var population = newcomers.of(question);
    var known = newcomers.knownTo(question, population.metrics().definition());
    var votes = votes(question, population, known, tx);
    var guesses =
        IntStream.range(0, votes.size())
            .mapToObj(
                row -> {
                  var vote = votes.get(row);
                  return new Guess(population.key(row), vote.segment(), vote.votes(), vote.of());
                })
            .toList();
    return new Forecast(
        known.customers(),
        known.nights(),
        population.count(),
        guesses,
        backTest(question, known, newcomers, tx));
  }

  /** The votes of the neighbours of each newcomer; empty if there are none. */
  private List<Vote> votes(Question question, Population population, Known known, DSLContext tx) {
    int count = known.rows().size();
    if (count == 0) {
      return List.of();
    }
    var values =
        Matrix.stacked(List.of(known.values(), population.values()), settings.features().size());
    var models = new ModelStore(tx, AdjacentNights.of(question.night(), NIGHTS, tx));
    var scaler = models.scaler(values, population.metrics().definition(), settings);
    var features = scaler.scale(values);
    var voters =
        new KnownCustomers(features.only(IntStream.range(0, count).toArray()), known.rows());
    return IntStream.range(count, features.rows())
        .parallel()
        .mapToObj(row -> voters.on(features, row, question.neighbours()))
        .toList();
  }

  /** Tests on the newest night with newcomers whose later segment is known by now. */
  private @Nullable BackTest backTest(
      Question question, Known knownNow, Newcomers newcomers, DSLContext tx) {
    if (knownNow.nights().isEmpty()) {
      return null;
    }
    var then = question.in(knownNow.nights().get(0));
    var population = newcomers.of(then);
    var known = newcomers.knownTo(then, population.metrics().definition());
    if (known.rows().isEmpty()) {
      return null;
    }
    var votes = votes(then, population, known, tx);
    var atFirst = newcomers.segments(then.night(), population);
    var later = newcomers.segments(then.later(), population);
    var majority = majority(known);
    var rows = Newcomers.withSegment(population, later);
    int right = 0;
    int majorityRight = 0;
    int stayed = 0;
    int differing = 0;
    for (int row : rows) {
      var became = later.get(population.key(row));
      boolean isRight = votes.get(row).segment().equals(became);
      boolean isMajority = majority.equals(became);
      right += isRight ? 1 : 0;
      majorityRight += isMajority ? 1 : 0;
      stayed += became.equals(atFirst.get(population.key(row))) ? 1 : 0;
      differing += isRight == isMajority ? 0 : 1;
    }
    return new BackTest(
        then.night(),
        known.customers(),
        rows.length,
        right,
        majority,
        majorityRight,
        stayed,
        differing);
  }

  /** The most frequent later segment, each customer counted once. */
  private static String majority(Known known) {
    var newest = new HashMap<String, String>();
    known.rows().forEach(row -> newest.putIfAbsent(row.customer(), row.segment()));
    var counts = new TreeMap<String, Integer>();
    newest.values().forEach(segment -> counts.merge(segment, 1, Integer::sum));
    return KnownCustomers.most(counts);
  }
}
