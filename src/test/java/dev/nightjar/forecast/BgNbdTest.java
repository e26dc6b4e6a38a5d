package dev.nightjar.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forecast of the model, compared with what simulated customers do. */
class BgNbdTest {
  private static final BgNbd MODEL = new BgNbd(0.8, 6, 0.9, 3);

  /** A customer's purchases up to two dates, in weeks after the first purchase. */
  private record Simulated(int repeats, double last, boolean isAlive, int later) {}

  /** Usual customers; some who hardly differ, in one respect or all; some who differ a lot. */
  @ParameterizedTest
  @CsvSource({
    "0.8, 6, 0.9, 3, 13",
    "0.8, 6, 0.9, 3, 52",
    "500, 8000, 300, 900, 52",
    "900, 9000, 0.4, 1.1, 52",
    "0.7, 9, 400, 1600, 52",
    "0.3, 4, 0.2, 0.5, 52"
  })
  void expectedOrdersAndSurvivalAreTheSimulatedMeans(
      double r, double alpha, double a, double b, double weeks) {
    var model = new BgNbd(r, alpha, a, b);
    var dice = new Random(5);
    double age = 30;
    var all = IntStream.range(0, 300_000).mapToObj(i -> simulate(model, dice, age, weeks)).toList();
    for (int repeats = 0; repeats <= 4; repeats++) {
      int x = repeats;
      var alike = all.stream().filter(each -> each.repeats() == x).toList();
      double expected =
          alike.stream()
              .mapToDouble(each -> model.expectedOrders(x, each.last(), age, weeks))
              .average()
              .orElseThrow();
      double alive =
          alike.stream()
              .mapToDouble(each -> model.probabilityAlive(x, each.last(), age))
              .average()
              .orElseThrow();
      double bought = alike.stream().mapToInt(Simulated::later).average().orElseThrow();
      double survived =
          alike.stream().mapToInt(each -> each.isAlive() ? 1 : 0).average().orElseThrow();
      assertThat(expected).as("orders after %d", x).isEqualTo(bought, within(0.04 * bought + 0.01));
      assertThat(alive).as("alive after %d", x).isEqualTo(survived, within(0.015));
    }
  }

  @Test
  void manyPurchasesNeitherOverflowNorCancelOut() {
    for (int repeats : new int[] {0, 1, 100, 1000, 5000}) {
      double month = MODEL.expectedOrders(repeats, 100, 101, 4);
      double year = MODEL.expectedOrders(repeats, 100, 101, 52);
      assertThat(month).isBetween(0.0, 4 * (repeats + MODEL.r()) / (101 + MODEL.alpha()));
      assertThat(year).isGreaterThan(month).isFinite();
      assertThat(MODEL.probabilityAlive(repeats, 10, 500)).isBetween(0.0, 1.0);
    }
  }

  @Test
  void aForecastIsSmoothWhereTheFormulaDividesByZero() {
    double[] around =
        DoubleStream.of(1 - 1e-4, 1, 1 + 1e-4)
            .map(a -> new BgNbd(0.5, 5, a, 2).expectedOrders(3, 20, 25, 52))
            .toArray();
    assertThat(around[1]).isEqualTo((around[0] + around[2]) / 2, within(1e-5));
  }

  @Test
  void sumsDoNotDependOnTheProcessors() throws Exception {
    var dice = new Random(3);
    int size = 50_000;
    var repeats = dice.ints(size, 0, 9).toArray();
    var histories =
        new PurchaseHistories(
            repeats,
            IntStream.of(repeats).map(x -> 40 * x).toArray(),
            IntStream.of(repeats).map(x -> 40 * x + dice.nextInt(300)).toArray(),
            dice.longs(size, 1, 5).toArray());
    double expected = MODEL.logLikelihood(histories);
    for (int threads : new int[] {1, 2, 7}) {
      var pool = new java.util.concurrent.ForkJoinPool(threads);
      assertThat(pool.submit(() -> MODEL.logLikelihood(histories)).get()).isEqualTo(expected);
      pool.shutdown();
    }
    assertThat(BgNbd.fit(histories, MODEL)).isEqualTo(BgNbd.fit(histories, MODEL)).isPresent();
  }

  private static Simulated simulate(BgNbd model, Random dice, double age, double weeks) {
    double rate = gamma(dice, model.r()) / model.alpha();
    double one = gamma(dice, model.a());
    double stops = one / (one + gamma(dice, model.b()));
    int repeats = 0;
    int later = 0;
    double last = 0;
    boolean isAlive = true;
    boolean isAliveThen = true;
    double at = 0;
    while (isAlive) {
      at -= Math.log(1 - dice.nextDouble()) / rate;
      if (at > age + weeks) {
        break;
      }
      isAlive = dice.nextDouble() >= stops;
      if (at <= age) {
        repeats++;
        last = at;
        isAliveThen = isAlive;
      } else {
        later++;
      }
    }
    return new Simulated(repeats, last, isAliveThen, later);
  }

  /** Marsaglia and Tsang, "A simple method for generating gamma variables" (2000). */
  private static double gamma(Random dice, double shape) {
    if (shape < 1) {
      return gamma(dice, shape + 1) * Math.pow(dice.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    while (true) {
      double normal = dice.nextGaussian();
      double v = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
      if (v > 0
          && Math.log(dice.nextDouble()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
