package dev.nightjar.segments;

import dev.nightjar.bench.Ratio;
import dev.nightjar.bench.Seconds;
import dev.nightjar.oracles.StageTables;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Measures what it takes to score and name customers whose orders did not change, against the
 * scores alone as a statement with three {@code ntile(5)} writes them.
 */
public final class ScoringBench {
  private static final LocalDate FIRST_NIGHT = LocalDate.parse("2026-01-01");
  private static final double TARGET = 2.0;

  private final DSLContext db;
  private final Stage rfm;
  private final SegmentsStage segments;

  /**
   * @param db in which the bench can empty every table
   * @param stages of the pipeline
   */
  public ScoringBench(DSLContext db, List<Stage> stages) {
    this.db = db;
    var byName = stages.stream().collect(Collectors.toMap(Stage::name, stage -> stage));
    this.rfm = byName.get("rfm");
    this.segments = (SegmentsStage) byName.get("segments");
  }

  /**
   * One night and one statement, in seconds.
   *
   * @param handWritten the statement
   * @param scoring the stage rfm
   * @param naming the part of the stage segments that assigns segments
   * @param segments the whole stage, which also counts moves, medians and shares of attributes
   */
  public record Round(double handWritten, double scoring, double naming, double segments) {
    /** Time of scoring and naming divided by that of the statement. */
    public double ratio() {
      return (scoring + naming) / handWritten;
    }

    /** Time of the two stages divided by that of the statement. */
    public double ratioOfStages() {
      return (scoring + segments) / handWritten;
    }
  }

  /** Measures a number of nights in a row. */
  public List<Round> run(long customers, int rounds) throws IOException, InterruptedException {
    StageTables.clear(db);
    fill(customers);
    var rows = new ArrayList<Round>();
    for (int i = 0; i <= rounds; i++) {
      var night = new Night(FIRST_NIGHT.plusDays(i), 0);
      double scoring = Seconds.of(() -> rfm.run(night));
      double naming = Seconds.of(() -> nameAndForget(night));
      double whole = Seconds.of(() -> segments.run(night));
      double handWritten = Seconds.of(() -> handWritten(night.date()));
      db.execute("drop table public.bench_scores");
      db.execute("vacuum analyze");
      if (i > 0) { // in the first night everybody is new
        rows.add(new Round(handWritten, scoring, naming, whole));
      }
    }
    return rows;
  }

  /** In a transaction that is rolled back, so that the stage finds no memberships. */
  private void nameAndForget(Night night) {
    db.connection(
        connection -> {
          connection.setAutoCommit(false);
          segments.name(DSL.using(connection, SQLDialect.POSTGRES), night);
          connection.rollback();
          connection.setAutoCommit(true);
        });
  }

  /** The target's line: the median of the rounds' ratios. */
  public static Ratio ratio(List<Round> rounds) {
    double median = Ratio.median(rounds.stream().mapToDouble(Round::ratio));
    return new Ratio("score-1m", median, "<= " + TARGET);
  }

  /** Customers of one to nine orders, the last of them up to two years ago. */
  private void fill(long customers) {
    db.execute("select setseed(0.5)");
    db.execute(
        """
        insert into orders.customers (customer_key, country, is_opted_out, build)
        select 'C' || i, 'United Kingdom', false, 1 from generate_series(1, %d) i
        """
            .formatted(customers));
    db.execute(
        """
        insert into orders.order_parts
        select 'bench', 'O' || i || '-' || o, 'C' || i, 1, day, 'kept', false, null, null, 1,
          round((10 + 490 * random())::numeric, 2), null, null, null, 1, false, day, true, true
        from generate_series(1, %d) i,
          lateral generate_series(1, 1 + floor(8 * random() * random())::integer + 0 * i) o,
          lateral (select date '%s' - floor(730 * random())::integer + 0 * (i + o) as day) d
        """
            .formatted(customers, FIRST_NIGHT));
    db.execute("vacuum analyze");
  }

  private void handWritten(LocalDate night) {
    db.execute(
        """
        create table public.bench_scores as
        select customer_key,
          ntile(5) over (order by date '%s' - last_ordered_on desc) as r_score,
          ntile(5) over (order by frequency) as f_score,
          ntile(5) over (order by monetary) as m_score
        from rfm.metrics
        where valid_to is null
        """
            .formatted(night));
  }
}
