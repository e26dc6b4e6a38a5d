package dev.nightjar.bench;

import dev.nightjar.console.Console;
import dev.nightjar.console.accounts.Role;
import dev.nightjar.home.Home;
import dev.nightjar.views.DeliveredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/**
 * Measures the pages of the console while a night runs, and the night while people read. Some
 * nights are run, and their records given to many days before; customers have the history of the
 * nights that were run. The time of a page is the one that its reader waits, on the same machine.
 */
public final class ConsoleBench {
  private static final int REAL_NIGHTS = 3;
  private static final int PERCENT = 95;
  private static final String AUDIENCE = "slipping";

  private final Path home;
  private final Path files;
  private final Path log;
  private final Path installation;
  private final Size size;
  private final Site site;
  private final Consumer<String> progress;
  private int nights;

  /**
   * How much is measured.
   *
   * @param history nights that are published before the first that is measured
   * @param readers people who read at the same time
   * @param pause between two pages of a reader
   * @param rounds nights with readers, and as many without
   */
  public record Size(NightShop shop, int history, int readers, Duration pause, int rounds) {}

  /** How the home is opened. */
  public interface Site {
    /** Opens the pipeline of a home for some work. */
    void open(Path home, Work work) throws IOException, InterruptedException, SQLException;

    /** Stops the server of a home. */
    void stop(Path home);
  }

  /** Work with a pipeline. */
  public interface Work {
    void with(ApplicationContext pipeline) throws IOException, InterruptedException, SQLException;
  }

  /**
   * Answers of a page.
   *
   * @param requests how many there were while nights ran
   * @param median seconds
   * @param high seconds that 95 of 100 answers do not exceed
   */
  public record Page(String page, int requests, double median, double high) {
    static Page of(String page, List<Double> seconds) {
      var sorted = seconds.stream().sorted().toList();
      int rank = (sorted.size() * PERCENT + 99) / 100;
      return new Page(
          page, sorted.size(), sorted.get((sorted.size() - 1) / 2), sorted.get(rank - 1));
    }
  }

  /**
   * What was measured.
   *
   * @param alone seconds of the nights without readers
   * @param read seconds of the nights with readers
   */
  public record Result(Size size, List<Page> pages, List<Double> alone, List<Double> read) {
    /** The lines of the targets. */
    public List<Ratio> ratios() {
      return List.of(
          new Ratio(
              "console-slowest-page-seconds",
              pages.stream().mapToDouble(Page::high).max().orElseThrow(),
              "<= 0.3"),
          new Ratio("console-night", middle(read) / middle(alone), "<= 1.05"));
    }

    private static double middle(List<Double> seconds) {
      var sorted = seconds.stream().sorted().toList();
      int half = sorted.size() / 2;
      return sorted.size() % 2 == 1
          ? sorted.get(half)
          : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
  }

  /**
   * @param folder empty; for the home and its files
   * @param installation with the launcher and the settings that ship
   * @param progress takes a line about each step
   */
  public ConsoleBench(
      Path folder, Path installation, Size size, Site site, Consumer<String> progress) {
    this.home = folder.resolve("home");
    this.files = folder.resolve("files");
    this.log = folder.resolve("nights.log");
    this.installation = installation.toAbsolutePath();
    this.size = size;
    this.site = site;
    this.progress = progress;
  }

  /** Makes the home, and measures. */
  public Result run() throws IOException, InterruptedException, SQLException {
    makeHistory();
    var alone = new ArrayList<Double>();
    var read = new ArrayList<Double>();
    var pages = new ArrayList<Page>();
    try {
      site.open(
          home,
          pipeline -> {
            try (var console = Console.start(pipeline, command -> 1, progress)) {
              if (console == null) {
                throw new IllegalStateException("the console does not start");
              }
              var readers = new PageReaders(console.address().replaceFirst("/$", ""), size.pause());
              readers.logIn(size.readers(), "bench", console.accounts().put("bench", Role.OPS));
              var addresses = readers.pages(addresses(console, pipeline));
              for (int round = 0; round < size.rounds(); round++) {
                measure(round % 2 == 0, readers, addresses, alone, read);
                measure(round % 2 != 0, readers, addresses, alone, read);
              }
              readers.seconds().forEach((page, all) -> pages.add(Page.of(page, all)));
            }
          });
    } finally {
      site.stop(home);
    }
    return new Result(size, pages, alone, read);
  }

  private void makeHistory() throws IOException, InterruptedException, SQLException {
    var shop = size.shop();
    progress.accept("Making %,d lines of %,d customers".formatted(shop.lines(), shop.customers()));
    Files.createDirectories(files);
    shop.writeHistory(files);
    ShopHome.make(home, installation);
    Files.writeString(home.resolve("config/bench-console.yaml"), "console:\n  port: 0\n");
    night("history");
    while (nights < REAL_NIGHTS) {
      nextNight();
    }
    try (var superuser = EmbeddedServer.superuser(new Home(home, installation, List.of()))) {
      CopiedHistory.make(superuser, size.history() - REAL_NIGHTS);
    }
  }

  private void measure(
      boolean isAlone,
      PageReaders readers,
      List<String> pages,
      List<Double> alone,
      List<Double> read)
      throws IOException, InterruptedException {
    if (isAlone) {
      alone.add(nextNight());
    } else {
      readers.during(() -> read.add(nextNight()), pages);
    }
  }

  private double nextNight() throws IOException, InterruptedException {
    size.shop().writeNight(files, nights);
    return night(NightShop.FIRST_NIGHT.plusDays(nights).toString());
  }

  private double night(String name) throws IOException, InterruptedException {
    ShopHome.deliver(files, name, home);
    var date = NightShop.FIRST_NIGHT.plusDays(nights).toString();
    nights++;
    var launcher = installation.resolve("nightjar");
    double seconds = NightProcess.run(launcher, home, log, "run", "--date", date).seconds();
    progress.accept("%s: %.1f s".formatted(date, seconds));
    return seconds;
  }

  /** The number of a delivered file. */
  private static String file(LocalDate night, ApplicationContext pipeline) {
    var files = DeliveredFiles.of(night, pipeline.getBean(DSLContext.class)).files();
    return String.valueOf(files.get(0).exportId());
  }

  /** Pages of the newest night before the first that is measured; more of those that count. */
  private List<String> addresses(Console console, ApplicationContext pipeline) {
    LocalDate newest = NightShop.FIRST_NIGHT.plusDays(nights - 1L);
    var night = newest.toString();
    var before = newest.minusDays(1).toString();
    var values =
        Map.of(
            "night",
            night,
            "same",
            night,
            "name",
            AUDIENCE,
            "number",
            file(newest, pipeline),
            "from",
            before,
            "to",
            night,
            "earlier",
            before,
            "later",
            night);
    var all = new ArrayList<>(ConsoleAddresses.of(console.routes(), values));
    all.add("/nights?all=true");
    all.add("/moves/%s/%s".formatted(NightShop.FIRST_NIGHT, night));
    all.add("/customers/moved/%s/%s?from=Promising&to=Loyal".formatted(before, night));
    all.add("/audiences/%s/%s?from=%s".formatted(night, AUDIENCE, NightShop.FIRST_NIGHT));
    all.add("/builder?select.segments=Champions&destinations=braze&identifiers=email");
    return all;
  }
}
