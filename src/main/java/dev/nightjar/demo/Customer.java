package dev.nightjar.demo;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** A customer as the shop's master data shows it at a moment. */
record Customer(
    Shopper shopper,
    LocalDateTime updatedAt,
    Person person,
    String email,
    String consent,
    boolean isOptedOut) {
  static final List<String> COLUMNS =
      List.of(
          ("customer_id,updated_at,first_name,last_name,email,phone,country,city,"
                  + "email_consent,opted_out")
              .split(","));

  /** As registered, or as changed by the first night. */
  static Customer known(Shopper shopper, LocalDate firstNight, Dice dice) {
    var person = Country.of(dice).person(shopper.number(), dice);
    var email = dice.chance(0.04) ? "" : person.email(shopper.number(), dice);
    int age = (int) Math.max(0, DAYS.between(shopper.joinedAt().toLocalDate(), firstNight));
    var updatedAt = shopper.joinedAt().plusDays(dice.chance(0.3) ? dice.between(0, age) : 0);
    return new Customer(
        shopper, updatedAt, person, email, yesOrNo(dice.chance(0.75)), dice.chance(0.06));
  }

  /** Whether there is a permission to lose and an address to change. */
  boolean isReachable() {
    return consent.equals("yes") && !isOptedOut && !email.isEmpty();
  }

  Customer optsOut(LocalDateTime at) {
    return new Customer(shopper, at, person, email, consent, true);
  }

  Customer answersConsent(String answer, LocalDateTime at) {
    return new Customer(shopper, at, person, email, answer, isOptedOut);
  }

  Customer changesEmail(LocalDateTime at, Dice dice) {
    var changed = email;
    while (changed.equals(email)) {
      changed = person.email(shopper.number(), dice);
    }
    return new Customer(shopper, at, person, changed, consent, isOptedOut);
  }

  List<String> fields() {
    return List.of(
        shopper.id(),
        CsvFile.MOMENT.format(updatedAt),
        person.firstName(),
        person.lastName(),
        email,
        person.phone(),
        person.country(),
        person.city(),
        consent,
        yesOrNo(isOptedOut));
  }

  private static String yesOrNo(boolean answer) {
    return answer ? "yes" : "no";
  }
}
