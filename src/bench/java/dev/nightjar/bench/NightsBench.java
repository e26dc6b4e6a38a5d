package dev.nightjar.bench;

import dev.nightjar.ingest.LoadBench;
import dev.nightjar.oracles.StageTables;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * Measures nights of 20,000 new lines on histories of different length with the same customers, and
 * the first build of each history against two hand-written statements.
 *
 * <p>A history is that of a shop with 20,000 lines a day: a longer one reaches further back. It is
 * inserted with SQL; the nights go through the stages, from the inbox on.
 */
public final class NightsBench {
  /** The source of the bench's files, where returns name the order they belong to. */
  public static final List<String> SETTINGS =
      LoadBench.settings("ingest.sources.bench-lines.return-marker.negative-quantity=true");

  /** The stages whose time must not grow with the history. */
  public static final List<String> STAGES = List.of("ingest", "orders", "rfm");

  private static final LocalDate LAST_DAY = LocalDate.parse("2026-01-01");
  private static final int WARM_UP_NIGHTS = 3;
  private static final double NIGHTS_TARGET = 1.2;
  private static final double BUILD_TARGET = 1.5;

  private final Path home;
  private final DSLContext db;
  private final Map<String, Stage> stages = new LinkedHashMap<>();
  private final Consumer<String> progress;

  /**
   * @param home of the bench, with an inbox
   * @param db in which the bench can empty every table
   * @param stages of the pipeline
   * @param progress takes a line about each step
   */
  public NightsBench(Path home, DSLContext db, List<Stage> stages, Consumer<String> progress) {
    this.home = home;
    this.db = db;
    stages.forEach(stage -> this.stages.put(stage.name(), stage));
    this.progress = progress;
  }

  /**
   * What one history costs.
   *
   * @param lines of the history
   * @param handWrittenSeconds of two statements: by order, then by customer
   * @param buildSeconds of the stages orders and rfm that read the history for the first time
   * @param nights seconds by stage of each night
   */
  public record History(
      long lines,
      double handWrittenSeconds,
      double buildSeconds,
      List<Map<String, Double>> nights) {

    /** The median over the nights of the seconds that some stages take together. */
    public double median(List<String> stages) {
      return Ratio.median(
          nights.stream().mapToDouble(night -> stages.stream().mapToDouble(night::get).sum()));
    }

    /** Seconds of the first build divided by those of the hand-written statements. */
    public double buildRatio() {
      return buildSeconds / handWrittenSeconds;
    }
  }

  /**
   * Measures histories of some lengths.
   *
   * @param nights to measure on each
   */
  public List<History> run(List<Long> lengths, int nights)
      throws IOException, InterruptedException {
    var histories = new ArrayList<History>();
    for (long lines : lengths) {
      histories.add(history(lines, nights));
    }
    StageTables.clear(db);
    return histories;
  }

  private History history(long lines, int nights) throws IOException, InterruptedException {
    progress.accept("%,d lines: inserting".formatted(lines));
    StageTables.clear(db);
    stages.get("ingest").run(night(0));
    Shop.fill(db, lines, LAST_DAY);
    progress.accept("%,d lines: first build".formatted(lines));
    double handWritten = Seconds.of(() -> handWritten());
    db.execute("drop table public.bench_orders, public.bench_customers");
    double build =
        Seconds.of(
            () -> {
              stages.get("orders").run(night(0));
              stages.get("rfm").run(night(0));
            });
    stages.get("segments").run(night(0));
    // a night begins after the server has vacuumed
    db.execute("vacuum analyze");
    var measured = new ArrayList<Map<String, Double>>();
    for (int i = 1; i <= WARM_UP_NIGHTS + nights; i++) {
      var night = run(night(i), lines);
      if (i > WARM_UP_NIGHTS) {
        measured.add(night);
      }
    }
    return new History(lines, handWritten, build, measured);
  }

  /** The target's lines: the longest history by the shortest, and the build of the middle one. */
  public static List<Ratio> ratios(List<History> histories) {
    var first = histories.get(0);
    var last = histories.get(histories.size() - 1);
    return List.of(
        new Ratio("nights", last.median(STAGES) / first.median(STAGES), "<= " + NIGHTS_TARGET),
        new Ratio(
            "full-build", histories.get(histories.size() / 2).buildRatio(), "<= " + BUILD_TARGET));
  }

  private static Night night(int number) {
    return new Night(LAST_DAY.plusDays(number), 0);
  }

  private Map<String, Double> run(Night night, long lines)
      throws IOException, InterruptedException {
    var inbox = Files.createDirectories(home.resolve("inbox"));
    var file = inbox.resolve("bench-lines-%s.csv".formatted(night.date()));
    Shop.writeNight(file, night.date(), lines);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    var seconds = new LinkedHashMap<String, Double>();
    for (var name : List.of("ingest", "orders", "rfm", "segments")) {
      seconds.put(name, Seconds.of(() -> stages.get(name).run(night)));
    }
    progress.accept("%,d lines: night %s %s".formatted(lines, night.date(), seconds));
    return seconds;
  }

  private void handWritten() {
    db.execute(
        """
        create table public.bench_orders as
        select order_number, customer_key, min(ordered_at)::date as ordered_on,
          sum(quantity * unit_price) as net_value
        from ingest.order_lines
        where customer_key is not null
        group by order_number, customer_key
        """);
    db.execute(
        """
        create table public.bench_customers as
        select customer_key, min(ordered_on) as first_ordered_on, max(ordered_on) as last_ordered_on,
          count(*) filter (where ordered_on > date '%1$s' - 365) as orders_count,
          sum(net_value) filter (where ordered_on > date '%1$s' - 365) as net_value
        from public.bench_orders
        where net_value > 0
        group by customer_key
        """
            .formatted(LAST_DAY));
  }
}
