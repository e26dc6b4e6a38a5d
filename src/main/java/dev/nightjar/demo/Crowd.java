package dev.nightjar.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The visits of all customers. */
final class Crowd {
  private static final double GUESTS_PER_ORDER = 0.015;

  private final long seed;
  private final Seasons seasons;
  private final List<Shopper> shoppers;

  Crowd(long seed, int customers, Seasons seasons) {
    this.seed = seed;
    this.seasons = seasons;
    this.shoppers = arrivals(customers);
  }

  List<Shopper> shoppers() {
    return shoppers;
  }

  /** Every visit, in chronological order. */
  List<Visit> visits() {
    var visits = new ArrayList<Visit>();
    shoppers.forEach(shopper -> addVisits(shopper, visits));
    addGuests(visits);
    visits.sort(Comparator.comparing(Visit::at));
    return visits;
  }

  private List<Shopper> arrivals(int customers) {
    var dice = new Dice(seed, "arrivals", 0);
    var moments = new ArrayList<LocalDateTime>();
    for (int i = 0; i < customers; i++) {
      moments.add(Seasons.momentOn(seasons.arrival(dice), dice));
    }
    moments.sort(Comparator.naturalOrder());
    var arrived = new ArrayList<Shopper>();
    for (var joinedAt : moments) {
      arrived.add(new Shopper(arrived.size() + 1, joinedAt, Habit.of(dice)));
    }
    return List.copyOf(arrived);
  }

  private void addVisits(Shopper shopper, List<Visit> visits) {
    if (shopper.habit() == Habit.NEVER_ORDERS) {
      return;
    }
    var dice = new Dice(seed, "visits", shopper.number());
    double pace = shopper.habit().pace(dice);
    var joinedOn = shopper.joinedAt().toLocalDate();
    var end = earlier(seasons.lastDay(), joinedOn.plusDays(shopper.habit().lifetime(dice)));
    visits.add(new Visit(shopper.joinedAt().plusSeconds(dice.between(90, 1500)), shopper));
    for (var day = joinedOn.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
      if (dice.chance(pace * seasons.weight(day))) {
        visits.add(new Visit(Seasons.momentOn(day, dice), shopper));
      }
    }
  }

  private void addGuests(List<Visit> visits) {
    var dice = new Dice(seed, "guests", 0);
    for (var visit : List.copyOf(visits)) {
      if (dice.chance(GUESTS_PER_ORDER)) {
        visits.add(new Visit(Seasons.momentOn(visit.at().toLocalDate(), dice), null));
      }
    }
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
