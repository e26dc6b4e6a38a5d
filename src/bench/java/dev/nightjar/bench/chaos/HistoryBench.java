package dev.nightjar.bench.chaos;

import dev.nightjar.bench.CopiedHistory;
import dev.nightjar.bench.Ratio;
import dev.nightjar.bench.Seconds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures commands that are asked often on a home with a long history of nights. */
public final class HistoryBench {
  private static final List<String> COMMANDS = List.of("status", "nights");
  private static final int ROUNDS = 5;
  private static final String TARGET = "<= 2";

  private static final int REAL_NIGHTS = 3;

  private final ChaosShop shop;
  private final Commands commands;
  private final Consumer<String> progress;

  /**
   * @param folder for the home; it must be there
   * @param progress takes a line about each night
   */
  public HistoryBench(
      Path folder, Path installation, Commands commands, int customers, Consumer<String> progress) {
    this.shop =
        new ChaosShop(
            folder, installation, commands, List.of(), new ChaosShop.Size(customers, false));
    this.commands = commands;
    this.progress = progress;
  }

  /**
   * A command on the home.
   *
   * @param seconds of its process from start to end; the median of some
   * @param nights of history
   */
  public record Measured(String command, int nights, double seconds) {
    public Ratio ratio() {
      return new Ratio(command + "-seconds", seconds, TARGET);
    }
  }

  /** Runs some nights, gives their records to the days before them, and measures the commands. */
  public List<Measured> run(int nights) throws Exception {
    shop.live(REAL_NIGHTS, 1, progress);
    var measured = new ArrayList<Measured>();
    try (var witness = shop.witness();
        var superuser = witness.superuser()) {
      CopiedHistory.make(superuser, nights - REAL_NIGHTS);
      int finished = witness.finishedNights();
      for (var command : COMMANDS) {
        measured.add(new Measured(command, finished, seconds(command)));
      }
    } finally {
      shop.stopServer();
    }
    return measured;
  }

  private double seconds(String command) throws Exception {
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < ROUNDS; i++) {
      seconds.add(
          Seconds.of(
              () -> ChaosShop.require(commands.inAProcess(shop.home(), command).await(), command)));
    }
    return Ratio.median(seconds.stream().mapToDouble(Double::doubleValue));
  }
}
