package dev.nightjar.demo;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** How a customer shops, with its share of all customers in per cent. */
enum Habit {
  NEVER_ORDERS(3, 0),
  ONE_OFF(28, 0),
  OCCASIONAL(33, 2.6),
  LOYAL(18, 10.5),
  CHURNER(17, 9),
  BIG_SPENDER(1, 17);

  private static final List<Habit> ALL =
      Stream.of(values()).flatMap(it -> Collections.nCopies(it.share, it).stream()).toList();

  private final int share;
  private final double ordersPerYear;

  Habit(int share, double ordersPerYear) {
    this.share = share;
    this.ordersPerYear = ordersPerYear;
  }

  static Habit of(Dice dice) {
    return dice.pick(ALL);
  }

  /** Orders per ordinary day; no two customers of a habit are equally fast. */
  double pace(Dice dice) {
    return dice.around(ordersPerYear, 0.45) / 365;
  }

  /** The days after which a customer of this habit stops coming. */
  int lifetime(Dice dice) {
    return this == CHURNER ? dice.between(60, 360) : Integer.MAX_VALUE;
  }
}
