package dev.nightjar.uplift;

import dev.nightjar.bench.Ratio;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Simulated campaigns: how often each method says that revenue differs where nothing does, and
 * where exported customers are worth 20 % more.
 */
public final class UpliftBench {
  private static final int DRAWS = 399;
  private static final double LIFT = 1.2;
  private static final double MOST_FALSE = 6.5;
  private static final double MOST_FALSE_OF_A_SIDE = 3.5;
  private static final double[][] SHOPS = {{.02, 1}, {.02, 1.5}, {.1, 1}, {.1, 1.5}, {.4, 1.5}};
  private static final int[][] SIZES = {
    {270, 30}, {900, 100}, {4500, 500}, {9000, 1000}, {1000, 1000}
  };

  private UpliftBench() {}

  /** What differs between the groups. */
  public enum Effect {
    NONE,
    /** More exported customers buy. */
    BUYERS,
    /** Orders of exported customers are larger. */
    VALUES
  }

  /**
   * A shop and two groups.
   *
   * @param share of the customers that buys
   * @param sigma standard deviation of the logarithm of a buyer's revenue
   */
  public record Cell(double share, double sigma, int exported, int heldOut) {
    RevenueSet draw(Effect effect, long seed) {
      var random = new SplittableRandom(seed * 2_654_435_761L + hashCode());
      double exportedShare = effect == Effect.BUYERS ? share * LIFT : share;
      double factor = effect == Effect.VALUES ? LIFT : 1;
      return new RevenueSet(
          revenues(exported, exportedShare, factor, random), revenues(heldOut, share, 1, random));
    }

    private double[] revenues(
        int customers, double buying, double factor, SplittableRandom random) {
      var revenues = new double[customers];
      for (int i = 0; i < customers; i++) {
        if (random.nextDouble() < buying) {
          revenues[i] = factor * Math.exp(3 + sigma * random.nextGaussian());
        }
      }
      return revenues;
    }
  }

  /**
   * How often a method found a difference, in percent of all sets.
   *
   * @param up in favour of the exported customers
   * @param judged sets that were not refused for too few buyers
   */
  public record Found(double up, double down, double judged) {
    public double either() {
      return up + down;
    }

    /** Whether a method says so as rarely as promised, of the sets that are judged. */
    boolean isAsPromised() {
      double share = judged / 100;
      return either() <= share * MOST_FALSE && Math.max(up, down) <= share * MOST_FALSE_OF_A_SIDE;
    }
  }

  /** A cell, measured. */
  public record Row(Cell cell, Map<Effect, Map<RevenueMethod, Found>> found) {
    public Found of(Effect effect, RevenueMethod method) {
      return found.get(effect).get(method);
    }

    /** Points by which Nightjar finds an effect more often than the best method that holds. */
    double lead(Effect effect) {
      double best =
          Arrays.stream(RevenueMethod.values())
              .filter(each -> of(Effect.NONE, each).isAsPromised())
              .mapToDouble(each -> of(effect, each).up())
              .max()
              .orElse(0);
      return of(effect, RevenueMethod.NIGHTJAR).up() - best;
    }
  }

  /** The cells of the grid: five shops by five sizes. */
  public static List<Cell> cells() {
    return Arrays.stream(SHOPS)
        .flatMap(
            shop -> Arrays.stream(SIZES).map(size -> new Cell(shop[0], shop[1], size[0], size[1])))
        .toList();
  }

  /** Measures a cell under each effect. */
  public static Row measure(Cell cell, int sets) {
    return new Row(
        cell,
        Arrays.stream(Effect.values())
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    effect -> found(cell, effect, List.of(RevenueMethod.values()), sets))));
  }

  /** How often each method finds an effect. */
  static Map<RevenueMethod, Found> found(
      Cell cell, Effect effect, List<RevenueMethod> methods, int sets) {
    int judged = 2 * methods.size();
    var counts =
        IntStream.range(0, sets)
            .parallel()
            .mapToObj(set -> signs(cell.draw(effect, set), methods, set))
            .reduce(new int[judged + 1], UpliftBench::sum);
    double percent = 100.0 / sets;
    return IntStream.range(0, methods.size())
        .boxed()
        .collect(
            Collectors.toMap(
                methods::get,
                i ->
                    new Found(
                        percent * counts[2 * i],
                        percent * counts[2 * i + 1],
                        percent * counts[judged])));
  }

  /** For each method, 1 at its place for up or at the next for down; and 1 last unless refused. */
  private static int[] signs(RevenueSet set, List<RevenueMethod> methods, long seed) {
    var signs = new int[2 * methods.size() + 1];
    if (set.isJudged()) {
      for (int i = 0; i < methods.size(); i++) {
        var difference = methods.get(i).difference(set, DRAWS, seed);
        signs[2 * i] = difference.low() > 0 ? 1 : 0;
        signs[2 * i + 1] = difference.high() < 0 ? 1 : 0;
      }
      signs[signs.length - 1] = 1;
    }
    return signs;
  }

  private static int[] sum(int[] one, int[] other) {
    return IntStream.range(0, one.length).map(each -> one[each] + other[each]).toArray();
  }

  /** The lines of the targets. */
  public static List<Ratio> ratios(List<Row> rows) {
    double either = 0;
    double side = 0;
    double lead = 0;
    for (var row : rows) {
      var wrong = row.of(Effect.NONE, RevenueMethod.NIGHTJAR);
      either = Math.max(either, wrong.either());
      side = Math.max(side, Math.max(wrong.up(), wrong.down()));
      lead = Math.min(lead, Math.min(row.lead(Effect.BUYERS), row.lead(Effect.VALUES)));
    }
    return List.of(
        new Ratio("uplift-false", either, "<= " + MOST_FALSE),
        new Ratio("uplift-false-side", side, "<= " + MOST_FALSE_OF_A_SIDE),
        new Ratio("uplift-found", lead, ">= -5"));
  }
}
