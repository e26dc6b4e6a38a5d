package dev.nightjar.demo;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Keeps the customers' master data, and changes some of it after the first night. */
final class CustomerDesk {
  private static final int CALLS_PER_NIGHT = 17;

  private final long seed;
  private final List<LocalDate> nights;
  private final List<Customer> customers = new ArrayList<>();
  private final List<Customer> callers;

  CustomerDesk(long seed, List<Shopper> shoppers, List<LocalDate> nights) {
    this.seed = seed;
    this.nights = nights;
    for (var shopper : shoppers) {
      var dice = new Dice(seed, "customer", shopper.number());
      customers.add(Customer.known(shopper, nights.get(0), dice));
    }
    callers = callers();
  }

  /** Known customers in random order: each calls once at most, so no change is lost in another. */
  private List<Customer> callers() {
    var firstNight = nights.get(0);
    var reachable = new ArrayList<>(customers);
    reachable.removeIf(
        customer -> !customer.isReachable() || !joinedOn(customer).isBefore(firstNight));
    Collections.shuffle(reachable, new Random(seed));
    return reachable;
  }

  /** The rows of a night's customer file: everybody on the first night, later what changed. */
  List<List<String>> rows(LocalDate night) {
    var firstNight = nights.get(0);
    var rows = new ArrayList<Customer>(customers);
    if (night.equals(firstNight)) {
      rows.removeIf(customer -> joinedOn(customer).isAfter(firstNight));
    } else {
      rows.removeIf(customer -> !joinedOn(customer).equals(night));
      rows.addAll(changes(night));
    }
    rows.sort(comparing(Customer::updatedAt));
    return rows.stream().map(Customer::fields).toList();
  }

  private List<Customer> changes(LocalDate night) {
    var dice = new Dice(seed, "changes", nights.indexOf(night));
    var changes = new ArrayList<Customer>();
    int skipped = nights.indexOf(night) * CALLS_PER_NIGHT;
    for (var caller : callers.stream().skip(skipped).limit(CALLS_PER_NIGHT).toList()) {
      changes.add(changed(caller, changes.size(), Seasons.momentOn(night, dice), dice));
    }
    return changes;
  }

  private static Customer changed(Customer caller, int call, LocalDateTime at, Dice dice) {
    if (call == CALLS_PER_NIGHT - 1) {
      return caller.answersConsent("maybe", at);
    }
    return switch (call % 4) {
      case 0 -> caller.optsOut(at);
      case 1 -> caller.answersConsent("no", at);
      default -> caller.changesEmail(at, dice);
    };
  }

  private static LocalDate joinedOn(Customer customer) {
    return customer.shopper().joinedAt().toLocalDate();
  }
}
