package dev.nightjar.deliver;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** People who come, move, marry, opt out and in again before each night. */
final class ChangingPeople {
  private static final String CUSTOMERS =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";
  private static final String[] NAMES = {
    "Zoë", "\"Ann, \"\"the\"\" Ash\"", "\"back\\slash\"", "", "\"{O'Neil}\"", "null"
  };

  private final Random random;
  private final int people;

  ChangingPeople(long seed, int people) {
    this.random = new Random(seed);
    this.people = people;
  }

  /** Delivers what comes before a night. */
  void live(Shop shop, LocalDate night) {
    var customers = new ArrayList<>(List.of(CUSTOMERS));
    var orders = new ArrayList<>(List.of(ANight.header()));
    for (int i = 1; i <= people; i++) {
      var key = "C%05d".formatted(i);
      if (random.nextInt(4) == 0) {
        customers.add(
            "%s,%s 00:00:00,%s,%s,%s,,GB,,%s,%s"
                .formatted(
                    key,
                    night,
                    one(NAMES),
                    one(NAMES),
                    one("", "p%d@example.com".formatted(random.nextInt(50))),
                    one("yes", "yes", "yes", "no"),
                    one("no", "no", "no", "yes")));
      }
      if (random.nextInt(4) == 0) {
        orders.add(
            "%s-%s,%s 12:00:00,%s,P,1,%d.00,completed"
                .formatted(
                    key, night, night.minusDays(random.nextInt(60)), key, random.nextInt(9)));
      }
    }
    shop.deliver("customers-" + night + ".csv", customers.toArray(String[]::new))
        .deliver("orders-" + night + ".csv", orders.toArray(String[]::new));
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }
}
