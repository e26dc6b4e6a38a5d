package dev.nightjar.forecast;

import dev.nightjar.bench.Ratio;
import dev.nightjar.forecast.SciPy.Fit;
import dev.nightjar.oracles.StageTables;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Measures the forecast stage, from the orders to the forecasts in the table, compared with a fit
 * of the same two models by SciPy, from arrays in memory to the parameters.
 */
public final class ForecastBench {
  private static final LocalDate NIGHT = LocalDate.parse("2026-06-30");

  private final DSLContext db;
  private final Stage forecast;

  /**
   * @param db in which the bench can empty every table
   */
  public ForecastBench(DSLContext db, Stage forecast) {
    this.db = db;
    this.forecast = forecast;
  }

  /**
   * The same customers, fitted twice.
   *
   * @param first seconds of a first night
   * @param next seconds of the night after it, which starts from the first one's parameters
   */
  public record Measured(int customers, Fit fit, Fit peer, double first, double next) {

    /** The target's line: the fit, without earlier parameters, by the peer's. */
    public Ratio ratio() {
      return new Ratio("forecast-1m", fit.seconds() / peer.seconds(), "<= 0.2");
    }
  }

  /** Runs two nights, and the peer on the customers of the first. */
  public Measured run(int customers, SciPy peer) throws IOException, InterruptedException {
    fill(customers);
    double first = seconds(NIGHT);
    var fit = fit();
    var peerFit = peer.fit(histories());
    return new Measured(customers, fit, peerFit, first, seconds(NIGHT.plusDays(1)));
  }

  private Fit fit() {
    return db.transactionResult(
        transaction -> {
          var purchases = new HistoriesQueries(transaction.dsl(), NIGHT, NIGHT);
          purchases.gather();
          var histories = purchases.histories();
          var values = purchases.values();
          long start = System.nanoTime();
          var model = ForecastModel.fit(histories, values, null, 2);
          double seconds = (System.nanoTime() - start) / 1e9;
          return new Fit(seconds, model.logLikelihood(), model.valueLogLikelihood());
        });
  }

  /** A night that is not counted, after which Java has compiled what is measured. */
  public void warmUp(int customers) {
    fill(customers);
    seconds(NIGHT);
  }

  private double seconds(LocalDate night) {
    long start = System.nanoTime();
    forecast.run(new Night(night, 0));
    return (System.nanoTime() - start) / 1e9;
  }

  private List<double[]> histories() {
    return db.resultQuery(
            """
            select repeat_days, (last_ordered_on - first_ordered_on) / 7.0,
              (night - first_ordered_on) / 7.0,
              case when repeat_days > 0 then repeat_value / repeat_days else 0 end
            from forecast.customers where night = ?
            """,
            NIGHT)
        .fetch(
            row ->
                new double[] {
                  row.get(0, Double.class),
                  row.get(1, Double.class),
                  row.get(2, Double.class),
                  row.get(3, Double.class)
                });
  }

  /**
   * Customers of two years as the models have them: rates with r = 1, probabilities of stopping
   * with a = 1, and a mean value of each customer.
   */
  private void fill(int customers) {
    StageTables.clear(db);
    db.execute("select setseed(0.5)");
    db.execute(
        """
        insert into orders.order_parts
          (source, order_number, customer_key, file_id, booked_on, outcome, is_return, lines_count,
            value, ordered_on, is_order_kept, is_order)
        select 'shop', i || '-' || n, 'C' || i, 1, date '%2$s' - age + at, 'kept', false, 1,
          round((mean * (0.2 - ln(1 - random())))::numeric, 2), date '%2$s' - age + at, true, true
        from (
          select i, n, age, mean, (sum(case when n > 0 then gap * -ln(1 - random()) else 0 end)
              over (partition by i order by n))::integer as at
          from (
            select i, floor(730 * random())::integer as age, exp(3 + random() + random()) as mean,
              60 / -ln(1 - random()) as gap, 1 - (1 - random()) ^ (1 / 3.0) as stops
            from generate_series(1, %1$d) i
          ) c
          cross join lateral generate_series(
            0, least(40, ceil(ln(1 - random()) / ln(1 - stops - 1e-9))::integer)) n
        ) o
        where at <= age
        """
            .formatted(customers, NIGHT));
    db.execute(
        """
        insert into rfm.metrics
          (customer_key, valid_from, standing, first_ordered_on, last_ordered_on, orders_count,
            net_value, frequency, monetary)
        select customer_key, date '%s', 'scored', min(ordered_on), max(ordered_on), count(*),
          sum(value), count(*), sum(value)::double precision
        from orders.order_parts group by customer_key
        """
            .formatted(NIGHT));
    db.execute("analyze orders.order_parts");
    db.execute("analyze rfm.metrics");
  }
}
