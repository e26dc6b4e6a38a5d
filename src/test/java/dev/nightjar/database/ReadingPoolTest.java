package dev.nightjar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@DatabaseTest
class ReadingPoolTest {
  private static final String DENIED = "permission denied";

  private static void reading(Shop shop, Consumer<DSLContext> use) {
    shop.open(
        context -> {
          var database = context.getBean(Database.class);
          database.migrate();
          try (var pool = new ReadingPool(database)) {
            use.accept(pool.db());
          }
          return null;
        });
  }

  @Test
  void everyTableCanBeReadAfterANightExceptAccountsAndTokens(Shop shop) {
    ANight.in(shop, "2025-01-31").withOrders("A 10 days ago 120.00").run();
    reading(
        shop,
        db -> {
          assertThat(db.fetchValue("select count(*) from published.customer_segments"))
              .isEqualTo(1L);
          assertThat(
                  db.fetch(
                          """
                      select c.oid::regclass::text from pg_class c
                      where c.relkind in ('r', 'p', 'v', 'm')
                        and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast')
                        and c.relnamespace::regnamespace::text not like 'pg\\_temp%'
                        and not (has_schema_privilege(c.relnamespace, 'usage') and has_table_privilege(c.oid, 'select'))
                      """)
                      .getValues(0, String.class))
              .containsExactlyInAnyOrder("console.accounts", "console.tokens");
        });
  }

  @Test
  void nothingCanBeWrittenEvenInATransactionThatWouldAllowIt(Shop shop) {
    reading(
        shop,
        db -> {
          var insert = "insert into pipeline.night_turns (turn) values (1)";
          assertThatThrownBy(() -> db.execute(insert))
              .hasMessageContaining("read-only transaction");
          assertThatThrownBy(
                  () ->
                      db.transaction(
                          work -> {
                            work.dsl().execute("set transaction read write");
                            work.dsl().execute(insert);
                          }))
              .hasMessageContaining(DENIED);
          assertThatThrownBy(() -> db.fetch("select * from console.accounts"))
              .hasMessageContaining(DENIED);
        });
  }
}
