package dev.nightjar.bench;

import static dev.nightjar.db.pipeline.Tables.STAGES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jooq.DSLContext;
import org.springframework.util.FileSystemUtils;

/**
 * Measures whole nights of a shop through the command that a schedule starts: from files in the
 * inbox to delivered extracts, each night a process of its own.
 *
 * <p>The home after its first night is kept next to the files, so that the next bench starts from
 * there. Four audiences go to seven destinations, four of which get full files and three the
 * differences from the night before.
 */
public final class NightBench {
  private static final int SMALL = 100_000;

  private final Path folder;
  private final Path launcher;
  private final NightShop shop;
  private final Server server;
  private final Consumer<String> progress;

  /** The server of a home. */
  public interface Server {
    /** Answers a question; starts the server if it does not run. */
    <T> T ask(Path home, Function<DSLContext, T> question);

    /** Stops the server, if it runs. */
    void stop(Path home);
  }

  /**
   * @param folder of the bench; keeps its files
   * @param installation with the launcher and the settings that ship
   * @param progress takes a line about each step
   */
  public NightBench(
      Path folder, Path installation, NightShop shop, Server server, Consumer<String> progress) {
    this.folder = folder.resolve("night-%d-%d".formatted(shop.customers(), shop.lines()));
    this.launcher = installation.resolve("nightjar").toAbsolutePath();
    this.shop = shop;
    this.server = server;
    this.progress = progress;
  }

  /**
   * A night through the command.
   *
   * @param seconds from the start of the process to its end
   * @param stages seconds of each stage
   * @param walBytes that the server wrote to its journal
   * @param peakBytes most resident memory of Java
   */
  public record NightCost(
      LocalDate night, double seconds, Map<String, Double> stages, long walBytes, long peakBytes) {}

  /** All nights, and the peer's recomputation after the last one. */
  public record Result(NightShop shop, List<NightCost> nights, Notebook.Run notebook) {
    double median(ToDoubleFunction<NightCost> figure) {
      return Ratio.median(nights.stream().mapToDouble(figure));
    }

    /** The lines of the targets. */
    public List<Ratio> ratios() {
      boolean isSmall = shop.customers() <= SMALL;
      var ratios = new ArrayList<Ratio>();
      ratios.add(
          new Ratio(
              isSmall ? "whole-night-100k" : "whole-night",
              median(NightCost::seconds) / notebook.seconds(),
              isSmall ? "<= 1.5" : "<= 0.5"));
      ratios.add(new Ratio("night-wal-mb", median(NightCost::walBytes) / 1e6, "<= 100"));
      ratios.add(new Ratio("night-memory-mb", median(NightCost::peakBytes) / 1e6, "< 600"));
      if (nights.size() > 2 * 5) {
        ratios.add(new Ratio("night-growth", seconds(nights.size() - 5) / seconds(0), "<= 1.2"));
      }
      return ratios;
    }

    /** The median of five nights. */
    private double seconds(int first) {
      return Ratio.median(
          nights.subList(first, first + 5).stream().mapToDouble(NightCost::seconds));
    }
  }

  /** Runs a first night, or takes the one that was kept, and then a number of nights. */
  public Result run(int nights) throws IOException, InterruptedException {
    var home = folder.resolve("home");
    var first = folder.resolve("first");
    var files = folder.resolve("files");
    server.stop(home);
    FileSystemUtils.deleteRecursively(home);
    if (Files.isDirectory(first)) {
      copy(first, home);
    } else {
      begin(home, files);
      server.stop(home);
      copy(home, first);
    }
    var measured = new ArrayList<NightCost>();
    for (int number = 1; number <= nights; number++) {
      shop.writeNight(files, number);
      var date = NightShop.FIRST_NIGHT.plusDays(number);
      measured.add(night(home, files, date.toString(), date));
    }
    server.stop(home);
    var last = NightShop.FIRST_NIGHT.plusDays(nights);
    var notebook = Notebook.run(files, last);
    return new Result(shop, measured, notebook);
  }

  private void begin(Path home, Path files) throws IOException, InterruptedException {
    progress.accept("Making %,d lines of %,d customers".formatted(shop.lines(), shop.customers()));
    FileSystemUtils.deleteRecursively(files);
    Files.createDirectories(files);
    shop.writeHistory(files);
    ShopHome.make(home, launcher.getParent());
    night(home, files, "history", NightShop.FIRST_NIGHT);
  }

  private NightCost night(Path home, Path files, String name, LocalDate date)
      throws IOException, InterruptedException {
    ShopHome.deliver(files, name, home);
    long before = server.ask(home, NightBench::journal);
    var ended =
        NightProcess.run(
            launcher, home, folder.resolve("nights.log"), "run", "--date", date.toString());
    var stages = server.ask(home, db -> stages(db, date));
    var cost =
        new NightCost(
            date,
            ended.seconds(),
            stages,
            server.ask(home, NightBench::journal) - before,
            ended.peakBytes());
    progress.accept(
        "%s: %.1f s, %,d MB journal, %,d MB memory, %s"
            .formatted(
                date,
                cost.seconds(),
                cost.walBytes() / 1_000_000,
                cost.peakBytes() / 1_000_000,
                stages));
    return cost;
  }

  private static long journal(DSLContext db) {
    return db.fetchSingle("select (pg_current_wal_lsn() - '0/0')::bigint").into(Long.class);
  }

  private static Map<String, Double> stages(DSLContext db, LocalDate night) {
    var seconds = new LinkedHashMap<String, Double>();
    db.selectFrom(STAGES)
        .where(STAGES.NIGHT.eq(night))
        .orderBy(STAGES.ATTEMPT)
        .forEach(
            row ->
                seconds.put(
                    row.getStage(),
                    Duration.between(row.getStartedAt(), row.getFinishedAt()).toMillis() / 1e3));
    return seconds;
  }

  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    var copy = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start();
    if (copy.waitFor() != 0) {
      throw new IOException("cannot copy " + from);
    }
  }
}
