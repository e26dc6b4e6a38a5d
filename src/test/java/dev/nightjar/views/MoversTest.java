package dev.nightjar.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ADemo;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.ports.MoveCauses;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Lists of customers with a move. */
@DatabaseTest
class MoversTest {
  private static final int CUSTOMERS = 600;
  private static final int ALL = 10_000;

  @Test
  void everyWayHasTheCustomersThatItCounts(Shop shop) {
    ADemo.in(shop, CUSTOMERS);
    shop.open(
        pipeline -> {
          var db = pipeline.getBean(DSLContext.class);
          var causes = pipeline.getBean(MoveCauses.class);
          for (var earlier : List.of(ADemo.LAST.minusDays(2), ADemo.LAST.minusDays(1))) {
            var moves = Moves.between(earlier, ADemo.LAST, causes, db);
            assertThat(moves.ways()).hasSizeGreaterThan(5);
            assertThat(listed(moves, earlier, causes, db)).isEqualTo(counted(moves));
          }
          assertThat(
                  Movers.between(
                          ADemo.LAST.minusDays(1),
                          ADemo.LAST,
                          new Movers.Move(null, null, null),
                          ALL,
                          causes,
                          db)
                      .movers())
              .isEmpty();
          return null;
        });
  }

  private static Map<String, Integer> counted(Moves moves) {
    var counts = new LinkedHashMap<String, Integer>();
    moves.ways().forEach(way -> counts.put(name(way), way.customers()));
    return counts;
  }

  private static Map<String, Integer> listed(
      Moves moves, LocalDate earlier, MoveCauses causes, DSLContext db) {
    var counts = new LinkedHashMap<String, Integer>();
    for (var way : moves.ways()) {
      var move = new Movers.Move(way.from(), way.to(), way.cause());
      var movers = Movers.between(earlier, ADemo.LAST, move, ALL, causes, db);
      assertThat(movers.movers()).as(name(way)).hasSize((int) movers.customers());
      assertThat(movers.movers().stream().map(Movers.Mover::customerKey)).doesNotHaveDuplicates();
      counts.put(name(way), (int) movers.customers());
    }
    return counts;
  }

  private static String name(Moves.Way way) {
    return "%s to %s by %s".formatted(way.from(), way.to(), way.cause());
  }
}
