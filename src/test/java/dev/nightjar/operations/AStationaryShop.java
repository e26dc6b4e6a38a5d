package dev.nightjar.operations;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A shop of customers who each buy at a constant rate of their own, more at weekends, for values of
 * the same distribution: nothing changes but chance.
 */
final class AStationaryShop {
  static final int CUSTOMERS = 1500;
  private static final int DAYS_BEFORE = 400;

  private final Shop shop;
  private final Random random;
  private final double[] perDay = new double[CUSTOMERS];
  private int orders;

  AStationaryShop(Shop shop, long seed) {
    this.shop = shop;
    this.random = new Random(seed);
    for (int i = 0; i < CUSTOMERS; i++) {
      perDay[i] = 0.12 * Math.exp(0.8 * random.nextGaussian());
    }
  }

  /** Delivers the year before a night. */
  void past(LocalDate first) {
    var lines = new ArrayList<String>(List.of(ANight.header()));
    for (int day = DAYS_BEFORE; day > 0; day--) {
      lines.addAll(orders(first.minusDays(day)));
    }
    shop.deliver("orders-past.csv", lines.toArray(String[]::new));
  }

  /** Delivers orders as the file of a day. */
  void deliver(LocalDate day, List<String> orders) {
    var lines = new ArrayList<String>(List.of(ANight.header()));
    lines.addAll(orders);
    shop.deliver("orders-" + day + ".csv", lines.toArray(String[]::new));
  }

  /** The orders of the seven days up to one, by chance. */
  List<String> week(LocalDate last) {
    var lines = new ArrayList<String>();
    for (int day = 6; day >= 0; day--) {
      lines.addAll(orders(last.minusDays(day)));
    }
    return lines;
  }

  /** The orders of a day, by chance. */
  List<String> orders(LocalDate day) {
    double weekday = day.getDayOfWeek().getValue() > 5 ? 1.6 : 1;
    var lines = new ArrayList<String>();
    for (int i = 0; i < CUSTOMERS; i++) {
      if (random.nextDouble() < perDay[i] * weekday) {
        lines.add(
            String.format(
                Locale.ROOT,
                "O%d,%s %02d:00:00,C%05d,P%d,1,%.2f,completed",
                ++orders,
                day,
                random.nextInt(24),
                i,
                random.nextInt(50),
                Math.exp(3.5 + 0.6 * random.nextGaussian())));
      }
    }
    return lines;
  }
}
