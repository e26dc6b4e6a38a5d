package dev.nightjar.deliver;

import static dev.nightjar.deliver.AGuard.approve;
import static dev.nightjar.deliver.AGuard.current;
import static dev.nightjar.deliver.AGuard.keys;
import static dev.nightjar.deliver.AGuard.numbers;
import static dev.nightjar.deliver.AGuard.people;
import static dev.nightjar.deliver.AGuard.stops;
import static dev.nightjar.deliver.AGuard.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the change guard asks, and what it does not ask. */
@DatabaseTest
class GuardQuestionsTest {
  private static final String FIRST = "2025-01-29";
  private static final String SECOND = "2025-01-30";
  private static final String THIRD = "2025-01-31";
  private static final String FILES = "deliver.files.generic-csv=full,removes,adds";

  @Test
  void replacedAddressesAreAskedFor(Shop shop) {
    Everybody.in(shop, "generic-csv").with(FILES).with("deliver.guard.from=20");
    Everybody.tell(shop, "2025-01-01", people(1, 29));
    shop.run(FIRST);
    var moved = numbers(1, 29).map(i -> "C%05d,Ann,other%d@example.com".formatted(i, i));
    Everybody.tell(shop, SECOND, moved.toArray(String[]::new));
    shop.run(SECOND);
    assertThat(stops(shop))
        .containsExactly(
            "all|29 of 29 customers would get another identifier, more than"
                + " deliver.guard.max-changes 0.3");
    assertThat(current(shop)).hasSize(29).noneMatch(row -> row.contains("other"));
    approve(shop);
    shop.runAgain(SECOND);
    assertThat(current(shop)).hasSize(29).allMatch(row -> row.contains("other"));
    assertThat(stops(shop)).isEmpty();
  }

  @Test
  void anotherNameOfAllIsNotAskedFor(Shop shop) {
    Everybody.in(shop, "generic-csv").with(FILES).with("deliver.guard.from=20");
    Everybody.tell(shop, "2025-01-01", people(1, 29));
    shop.run(FIRST);
    var named = numbers(1, 29).map(i -> "C%05d,Bob,p%d@example.com".formatted(i, i));
    Everybody.tell(shop, SECOND, named.toArray(String[]::new));
    shop.run(SECOND);
    assertThat(stops(shop)).isEmpty();
    assertThat(current(shop)).hasSize(29).allMatch(row -> row.contains("Bob"));
  }

  /** A home whose segments were audiences until one was declared. */
  @Test
  void audiencesThatAreNoLongerDeclaredAreOneQuestion(Shop shop) {
    shop.withSegmentAudiences().with("deliver.guard.from=1");
    var orders = new ArrayList<String>();
    for (int i = 1; i <= 60; i++) {
      for (int order = 0; order <= i % 4; order++) {
        orders.add("C%05d %d days ago %d.00 completed order O%d-%d".formatted(i, i, i, i, order));
      }
    }
    Everybody.tell(shop, "2025-01-01", people(1, 60));
    ANight.in(shop, FIRST).withOrders(orders.toArray(String[]::new)).run();
    var segments = shop.rows("select audience from deliver.states where customers > 0");
    assertThat(segments).hasSizeGreaterThan(2);

    var declared = Everybody.in(new Shop(shop.database(), shop.folder()), "generic-csv");
    declared.with("deliver.guard.from=1");
    Everybody.optOut(declared, SECOND, people(1, 9));
    declared.run(SECOND);
    assertThat(warnings(declared, SECOND))
        .singleElement()
        .asString()
        .matches(
            "[2-9] audiences are no longer in the settings and wait \\(.*\\): 51 customers would be"
                + " removed. Next: nightjar approve --undeclared --date 2025-01-30, then nightjar"
                + " run --date 2025-01-30 --again");
    var kept = new TreeSet<String>();
    for (var segment : segments) {
      var file = shop.folder().resolve("extracts/generic-csv/%s/current.csv".formatted(segment));
      kept.addAll(keys(Replica.read(file)));
    }
    assertThat(kept).as("whoever did not refuse").isEqualTo(keys(10, 60));

    approve(declared);
    declared.runAgain(SECOND);
    assertThat(warnings(declared, SECOND)).isEmpty();
    declared.run(THIRD);
    assertThat(warnings(declared, THIRD)).isEmpty();
    assertThat(shop.rows("select audience from deliver.states where customers > 0"))
        .containsExactly("all");
  }
}
