package dev.nightjar.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns visits into orders, and takes some of the goods back. */
final class Till {
  private static final int FIRST_NUMBER = 100_001;
  private static final double CANCELLED = 0.025;
  private static final double RETURNED = 0.045;
  private static final double ON_OFFER = 0.12;
  private static final List<String> CHANNELS = List.of("web", "app", "store", "phone");
  private static final List<String> PAYMENTS =
      List.of("card", "paypal", "wallet", "gift_card", "invoice");

  private final long seed;
  private final Catalogue catalogue;
  private final LocalDate lastDay;

  Till(long seed, Catalogue catalogue, LocalDate lastDay) {
    this.seed = seed;
    this.catalogue = catalogue;
    this.lastDay = lastDay;
  }

  /** The lines of all visits in the order of time; returns after the last day never happen. */
  List<OrderLine> lines(List<Visit> visits) {
    var lines = new ArrayList<OrderLine>();
    for (int i = 0; i < visits.size(); i++) {
      addOrder(FIRST_NUMBER + i, visits.get(i), lines);
    }
    lines.removeIf(line -> line.at().toLocalDate().isAfter(lastDay));
    lines.sort(Comparator.comparing(OrderLine::at));
    return List.copyOf(lines);
  }

  private void addOrder(int number, Visit visit, List<OrderLine> lines) {
    var dice = new Dice(seed, "order", number);
    var payment = dice.pickEarly(PAYMENTS);
    var channel = dice.pickEarly(CHANNELS);
    var order = new Order("W0" + number, visit.at(), visit.customerId(), payment, channel);
    var status = dice.chance(CANCELLED) ? "cancelled" : "completed";
    for (var product : catalogue.basket(dice)) {
      int quantity = quantity(product, visit, dice);
      int pence = dice.chance(ON_OFFER) ? product.pence() * 4 / 5 : product.pence();
      var line = new OrderLine(order, order.at(), product, quantity, pence, status);
      lines.add(line);
      if (status.equals("completed") && !product.isGift() && dice.chance(RETURNED)) {
        lines.add(broughtBack(line, dice));
      }
    }
  }

  private static int quantity(Product product, Visit visit, Dice dice) {
    if (product.isGift()) {
      return 1;
    }
    return visit.isBigSpender() ? dice.between(2, 12) : dice.pickEarly(List.of(1, 1, 1, 1, 2, 4));
  }

  private static OrderLine broughtBack(OrderLine sold, Dice dice) {
    var day = sold.at().toLocalDate().plusDays(dice.between(3, 40));
    int quantity = -dice.between(1, sold.quantity());
    return new OrderLine(
        sold.order(),
        Seasons.momentOn(day, dice),
        sold.product(),
        quantity,
        sold.pence(),
        "returned");
  }
}
