package dev.nightjar.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import org.junit.jupiter.api.Test;

@DatabaseTest
class CauseTest {
  @Test
  void everyCauseOfTheTablesHasOneMeaning(Shop shop) {
    var codes =
        shop.rows(
            """
            select distinct (regexp_matches(pg_get_constraintdef(oid), '''([a-z-]+)''', 'g'))[1]
            from pg_constraint
            where conrelid in ('segments.moves'::regclass, 'segments.memberships'::regclass)
              and pg_get_constraintdef(oid) like '%cause%'
            """);
    assertThat(codes).hasSameSizeAs(Cause.values());
    assertThat(codes.stream().map(Cause::meaning)).doesNotHaveDuplicates();
  }
}
