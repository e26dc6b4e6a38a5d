package dev.nightjar.clustering;

import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static dev.nightjar.db.segments.Tables.NIGHTS;
import static org.jooq.impl.DSL.any;

import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.kmeans.Matrix;
import dev.nightjar.ports.SegmentForecast.Question;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/**
 * Customers who are or were new in a night, and what they became: as the tables of that night had
 * it, so that a night of the past can be asked as it would have been then.
 */
final class Newcomers {
  /** At the most. */
  private static final long DAYS_OF_A_MONTH = 31;

  private final DSLContext tx;
  private final ClusteringSettings settings;

  /**
   * Gathers their metrics of all nights.
   *
   * @param tx a transaction without another instance
   * @param newness how long customers are new
   */
  Newcomers(DSLContext tx, Period newness, ClusteringSettings settings) {
    this.tx = tx;
    this.settings = settings;
    PopulationQueries.gatherNewcomers(
        tx, Math.toIntExact(DAYS_OF_A_MONTH * newness.toTotalMonths() + newness.getDays()));
  }

  /**
   * Customers who were new in nights that lie one horizon back or more, and are in a segment one
   * horizon later. A customer has a row for each of the nights.
   *
   * @param nights in which they were new, the newest first
   * @param values rows x features, in business units, of the night in which the customer was new
   * @param rows the customer and the later segment of each row, in the order of the nights
   */
  record Known(List<LocalDate> nights, Matrix values, List<KnownCustomers.Row> rows) {

    /** How many customers there are. */
    int customers() {
      return (int) rows.stream().map(KnownCustomers.Row::customer).distinct().count();
    }
  }

  /** Customers who are new in a night. */
  Population of(Question question) {
    return PopulationQueries.ofNewcomers(question.night(), settings)
        .readNewcomers(tx, question.night().minus(question.newness()));
  }

  /**
   * Newcomers with a later segment, as known in a night.
   *
   * @param metrics definition of the metrics; nights with other ones cannot be compared
   */
  Known knownTo(Question question, String metrics) {
    var nights = new ArrayList<LocalDate>();
    var matrices = new ArrayList<Matrix>();
    var rows = new ArrayList<KnownCustomers.Row>();
    var all = nights();
    var latest = question.night().minus(question.horizon());
    for (var night : all) {
      var then = question.in(night);
      if (night.isAfter(latest) || !isLookedAtLater(then, all)) {
        continue;
      }
      var population = of(then);
      if (!population.metrics().definition().equals(metrics)) {
        continue;
      }
      var segments = segments(then.later(), population);
      var known = withSegment(population, segments);
      if (known.length > 0) {
        nights.add(night);
        matrices.add(population.values().only(known));
        for (int row : known) {
          var key = population.key(row);
          rows.add(new KnownCustomers.Row(key, segments.get(key)));
        }
      }
    }
    return new Known(nights, Matrix.stacked(matrices, settings.features().size()), rows);
  }

  /** Whether a night in between could know a later segment. */
  private static boolean isLookedAtLater(Question question, List<LocalDate> nights) {
    return nights.stream()
        .anyMatch(each -> each.isAfter(question.night()) && !each.isAfter(question.later()));
  }

  /** The segments that customers are in, by their keys. */
  Map<String, String> segments(LocalDate night, Population population) {
    var keys = IntStream.range(0, population.count()).mapToObj(population::key);
    return tx.select(MEMBERSHIPS.CUSTOMER_KEY, MEMBERSHIPS.SEGMENT)
        .from(MEMBERSHIPS)
        .where(MEMBERSHIPS.CUSTOMER_KEY.eq(any(keys.toArray(String[]::new))))
        .and(ValidityIntervals.at(MEMBERSHIPS, night))
        .fetchMap(MEMBERSHIPS.CUSTOMER_KEY, MEMBERSHIPS.SEGMENT);
  }

  static int[] withSegment(Population population, Map<String, String> segments) {
    return IntStream.range(0, population.count())
        .filter(row -> segments.containsKey(population.key(row)))
        .toArray();
  }

  /** The nights with known segments of customers, the newest first. */
  private List<LocalDate> nights() {
    return tx.select(NIGHTS.NIGHT).from(NIGHTS).orderBy(NIGHTS.NIGHT.desc()).fetch(NIGHTS.NIGHT);
  }
}
