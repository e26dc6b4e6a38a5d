package dev.nightjar.clustering;

import dev.nightjar.bench.Ratio;
import dev.nightjar.home.Settings;
import dev.nightjar.kmeans.KMeansSettings;
import dev.nightjar.oracles.StageTables;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;

/**
 * Measures what the clustering stage keeps in memory for each customer of a night: garbage is
 * collected repeatedly while the stage runs; the maximum left over is what it needs.
 */
public final class ClusteringMemory {
  private static final Night NIGHT = new Night(LocalDate.parse("2026-01-01"), 0);
  private static final double TARGET = 150;

  /** Between two collections, so that the stage gets on with its work. */
  private static final long PAUSE_MILLIS = 250;

  private final DSLContext db;
  private final Stage clustering;

  /**
   * @param db in which the bench can empty every table
   */
  public ClusteringMemory(DSLContext db, Stage clustering) {
    this.db = db;
    this.clustering = clustering;
  }

  /** How a home's customers are clustered. */
  public static KMeansSettings settings(Settings settings) {
    return settings.records().stream()
        .filter(ClusteringSettings.class::isInstance)
        .map(each -> ((ClusteringSettings) each).kMeans())
        .findFirst()
        .orElseThrow();
  }

  /**
   * @param liveBytes the most that was in use at once, over what was before
   * @param seconds of the stage, collecting included
   */
  public record Need(int customers, long liveBytes, double seconds) {
    /** The target's line, in bytes for each customer. */
    public Ratio ratio() {
      return new Ratio("kmeans-1m-memory", (double) liveBytes / customers, "<= " + TARGET);
    }
  }

  /** Runs the stage once on a few customers, and then on the given number of them. */
  public Need run(int customers) {
    fill(10_000);
    clustering.run(NIGHT);
    fill(customers);
    long before = live();
    var most = new AtomicLong(before);
    var watch = new Timer(true);
    watch.schedule(
        new TimerTask() {
          @Override
          public void run() {
            most.accumulateAndGet(live(), Math::max);
          }
        },
        PAUSE_MILLIS,
        PAUSE_MILLIS);
    long start = System.nanoTime();
    clustering.run(NIGHT);
    double seconds = (System.nanoTime() - start) / 1e9;
    watch.cancel();
    return new Need(customers, most.get() - before, seconds);
  }

  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void fill(int customers) {
    StageTables.clear(db);
    db.execute("select setseed(0.5)");
    db.execute(
        """
        insert into rfm.metrics
          (customer_key, valid_from, standing, last_ordered_on, orders_count, net_value, frequency,
            monetary)
        select 'C' || i, night, 'scored', night - floor(730 * random() * random())::integer, orders,
          value, orders, value
        from generate_series(1, %d) i,
          lateral (select 1 + floor(20 * random() * random() * random())::integer + 0 * i as orders) o,
          lateral (select round((orders * exp(3 + 2 * random()))::numeric, 2) as value) v,
          (values (date '%s')) n (night)
        """
            .formatted(customers, NIGHT.date()));
    db.execute("analyze rfm.metrics");
  }
}
