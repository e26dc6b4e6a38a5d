package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import org.junit.jupiter.api.Test;

@DatabaseTest
class SchemaTest {
  private static final String OURS =
      """
      n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
        and c.relkind in ('r', 'p', 'v', 'm') and c.relname <> 'flyway_schema_history'
      """;

  @Test
  void everyTableSaysItsGrain(Shop shop) {
    assertThat(
            shop.rows(
                "select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid ="
                    + " c.relnamespace where coalesce(obj_description(c.oid, 'pg_class'), '') !~"
                    + " '^(One row per |Always empty\\.)' and "
                    + OURS))
        .isEmpty();
  }

  @Test
  void everyColumnIsExplained(Shop shop) {
    assertThat(
            shop.rows(
                "select n.nspname, c.relname, a.attname from pg_attribute a join pg_class c on"
                    + " c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where"
                    + " a.attnum > 0 and not a.attisdropped and col_description(c.oid, a.attnum) is"
                    + " null and "
                    + OURS))
        .isEmpty();
  }

  @Test
  void personalDataIsMarked(Shop shop) {
    assertThat(
            shop.rows(
                "select distinct n.nspname, c.relname, a.attname from pg_attribute a join pg_class"
                    + " c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where"
                    + " a.attname ~ '(customer_key|first_name|last_name|email|phone|city|zip|birth_date)' and"
                    + " col_description(c.oid, a.attnum) not like 'PII.%' and "
                    + OURS))
        .isEmpty();
  }

  @Test
  void aMissingCommentIsFound(Shop shop) {
    shop.query(db -> db.execute("create table rfm.broken (value integer)"));
    try {
      everyColumnIsExplained(shop);
    } catch (AssertionError expected) {
      assertThat(expected).hasMessageContaining("rfm|broken|value");
      return;
    }
    throw new AssertionError("a column without a comment passed");
  }

  @Test
  void nightjarIsNoSuperuser(Shop shop) {
    assertThat(
            shop.rows("select rolsuper, rolcreaterole from pg_roles where rolname = current_user"))
        .containsExactly("false|false");
  }
}
