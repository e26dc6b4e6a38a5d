package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Databases of released versions, two nights old. The script {@code dump} next to them made them.
 */
@Tag("slow")
class UpgradeTest {
  private static final Path RELEASED = Path.of("src/test/resources/db");

  static Stream<Path> released() throws IOException {
    return Files.list(RELEASED).filter(file -> file.toString().endsWith(".sql")).sorted();
  }

  @ParameterizedTest
  @MethodSource("released")
  void whatWasPublishedStaysAndTheNextNightGoesOn(Path dump, @TempDir Path folder)
      throws Exception {
    try (var database = TestDatabase.of(Files.readString(dump))) {
      var shop = new Shop(database, folder).with("privacy.secret=0123456789abcdef0123456789abcdef");
      var views = columnsByView(shop);
      var published = rows(shop, views);
      assertThat(published.get("customer_segments")).hasSize(10);
      assertThat(published).allSatisfy((view, rows) -> assertThat(rows).as(view).isNotEmpty());

      // as if the views had changed since: they are made over those that are there
      history(shop, "checksum = 0 where script = 'R__published.sql'");
      shop.stages(migrated -> {});
      assertThat(rows(shop, views)).isEqualTo(published);

      ANight.in(shop, "2025-02-01")
          .withOrders("E 1 day ago 30.00", "N 1 day ago 20.00", "F 1 day ago 99.00")
          .run();
      assertThat(shop.differences("2025-02-01")).isEmpty();
      assertThat(
              shop.rows(
                  "select customer_key, orders_count, net_value, cause from published.customer_segments"
                      + " where customer_key in ('C', 'E', 'N') order by 1"))
          .containsExactly("C|2|220.00|orders", "E|2|92.00|orders", "N|1|20.00|new");
      assertThat(
              shop.rows(
                  "select count(*) from published.membership_history where valid_to = '2025-02-01'"))
          .doesNotContain("0");
    }
  }

  @ParameterizedTest
  @MethodSource("released")
  void aReleasedMigrationIsNotChanged(Path dump, @TempDir Path folder) throws Exception {
    try (var database = TestDatabase.of(Files.readString(dump))) {
      var shop = new Shop(database, folder);
      history(shop, "checksum = 1 where version = '3'");
      assertThatThrownBy(() -> shop.stages(open -> {}))
          .isInstanceOf(FlywayValidateException.class)
          .hasMessageContaining("checksum mismatch for migration version 3");
    }
  }

  private static void history(Shop shop, String change) {
    int rows = shop.query(db -> db.execute("update pipeline.flyway_schema_history set " + change));
    assertThat(rows).isEqualTo(1);
  }

  /** The columns that the version had, so that later ones may have more. */
  private static Map<String, String> columnsByView(Shop shop) {
    var columns = new TreeMap<String, String>();
    shop.query(
            db ->
                db.fetch(
                    """
                    select table_name, string_agg(quote_ident(column_name), ', ' order by ordinal_position)
                    from information_schema.columns where table_schema = 'published' group by 1
                    """))
        .forEach(view -> columns.put(view.get(0, String.class), view.get(1, String.class)));
    return columns;
  }

  private static Map<String, List<String>> rows(Shop shop, Map<String, String> views) {
    var rows = new TreeMap<String, List<String>>();
    views.forEach(
        (view, columns) ->
            rows.put(
                view,
                shop.rows("select %s from published.%s".formatted(columns, view)).stream()
                    .sorted()
                    .toList()));
    return rows;
  }
}
