package dev.nightjar.uplift;

import dev.nightjar.bench.Ratio;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A look on each of the days 7 to 90 after an export without an effect, of 2,700 and 300 customers.
 * Each figure is a percentage of the campaigns.
 *
 * @param repurchase a look has said that repurchases differ, with a horizon of 30 days
 * @param revenue the same of revenue
 * @param always the same of revenue, where every look is judged, by Welch's test
 */
public record DailyLooks(double repurchase, double revenue, double always) {
  private static final int EXPORTED = 2_700;
  private static final int HELD_OUT = 300;
  private static final int FIRST_DAY = 7;
  private static final int HORIZON = 30;
  private static final int LAST_DAY = 90;
  private static final int DRAWS = 399;
  private static final double ORDERS_A_DAY = 0.006;
  private static final LocalDate EXPORT = LocalDate.of(2026, 1, 1);

  /** Simulates campaigns. */
  public static DailyLooks simulate(int campaigns) {
    var misled =
        IntStream.range(0, campaigns)
            .parallel()
            .mapToObj(DailyLooks::campaign)
            .reduce(new int[3], DailyLooks::sum);
    double percent = 100.0 / campaigns;
    return new DailyLooks(percent * misled[0], percent * misled[1], percent * misled[2]);
  }

  private static int[] sum(int[] one, int[] other) {
    return IntStream.range(0, one.length).map(each -> one[each] + other[each]).toArray();
  }

  /** The line of the target. */
  public Ratio ratio() {
    return new Ratio("uplift-daily-looks", Math.max(repurchase, revenue), "<= 6.5");
  }

  /** 1 for each of the three ways in which a look at a campaign has misled. */
  private static int[] campaign(int seed) {
    var random = new SplittableRandom(seed);
    var days = new RevenueSet(new double[EXPORTED], new double[HELD_OUT]);
    var followUp = days;
    var misled = new int[3];
    for (int day = 1; day <= LAST_DAY; day++) {
      days = new RevenueSet(next(days.exported(), random), next(days.heldOut(), random));
      var lastDay = EXPORT.plusDays(HORIZON);
      var look = UpliftLook.of(HORIZON, HORIZON, lastDay, EXPORT.plusDays(day));
      if (day <= HORIZON) {
        followUp = days;
      }
      // the orders of the follow-up and the seed are the same in each later look
      if (look == UpliftLook.FINAL && day % HORIZON == 0) {
        misled[0] |= sign(followUp.groups().repurchase());
        misled[1] |= sign(RevenueMethod.NIGHTJAR.difference(followUp, DRAWS, seed));
      }
      if (day >= FIRST_DAY) {
        misled[2] |= sign(RevenueMethod.WELCH.difference(days, DRAWS, seed));
      }
    }
    return misled;
  }

  private static int sign(UpliftDifference difference) {
    return difference.isSignificant() ? 1 : 0;
  }

  /** The revenue of each customer a day later. */
  private static double[] next(double[] revenues, SplittableRandom random) {
    return Arrays.stream(revenues)
        .map(
            each ->
                random.nextDouble() < ORDERS_A_DAY
                    ? each + Math.exp(3 + 1.2 * random.nextGaussian())
                    : each)
        .toArray();
  }
}
