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
   * A fit of the same customers.
   *
   * @param first seconds of a first night
   * @param next seconds of the night after it, which starts from the first one's parameters
   */
  public record Measured(
      int customers,
      double first,
      double next,
      double logLikelihood,
      double valueLogLikelihood,
      Fit peer) {

    /** The target's line: a first night by the peer's fit. */
    public Ratio ratio() {
      return new Ratio("forecast-1m", first / peer.seconds(), "<= 0.2");
    }
  }

  /** Runs two nights, and the peer on the customers of the first. */
  public Measured run(int customers, SciPy peer) throws IOException, InterruptedException {
    fill(customers);
    double first = seconds(NIGHT);
    var night = db.fetchSingle("select * from forecast.nights where night = ?", NIGHT);
    var fit = peer.fit(histories());
    double next = seconds(NIGHT.plusDays(1));
    return new Measured(
        customers,
        first,
        next,
        night.get("log_likelihood", Double.class),
        night.get("value_log_likelihood", Double.class),
        fit);
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

  /** Customers of two years, each with a rate, a lifetime and a mean value of its own. */
  private void fill(int customers) {
    StageTables.clear(db);
    db.execute("select setseed(0.5)");
    db.execute(
        """
        insert into orders.order_parts
          (source, order_number, customer_key, file_id, booked_on, outcome, is_return, lines_count,
            value, ordered_on, is_order_kept, is_order)
        select 'shop', c.i || '-' || n, 'C' || c.i, 1, day, 'kept', false, 1,
          round((mean * (0.2 - ln(1 - random())))::numeric, 2), day, true, true
        from (
          select i, floor(730 * random())::integer as first,
            floor(-3 * ln(1 - random()) * random())::integer as repeats,
            0.05 + 0.95 * random() as lifetime, exp(3 + random() + random()) as mean
          from generate_series(1, %1$d) i
        ) c
        cross join lateral generate_series(0, repeats) n
        cross join lateral (
          select date '%2$s' - case when n = 0 then first
            else first - floor(first * lifetime * random())::integer end as day
        ) d
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
