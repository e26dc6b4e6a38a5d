package dev.nightjar.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestDatabase;
import dev.nightjar.transport.FileDigest;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

@DatabaseTest
class DeliveryAuditTest {
  private static final String ROWS =
      "select action, night, revision, audience, destination, place, path, mode, lines, bytes,"
          + " content_hash, expires_on, exported_by, database_role from published.exports"
          + " where audience = 'everybody' order by export_id";

  @Test
  void everyFileThatLeavesIsNoted(Shop shop) throws Exception {
    ANight.in(shop, "2025-01-31").withOrders("A 1 day ago 10.00").run();
    var rows = shop.rows(ROWS);
    assertThat(rows).hasSize(4);
    var name = "generic-csv/everybody/2025-01-31/everybody__2025-01-31__full.csv";
    var content = FileDigest.of(shop.folder().resolve("extracts").resolve(name));
    assertThat(rows.get(0))
        .isEqualTo(
            "delivered|2025-01-31|1|everybody|generic-csv|extracts|%s|full|%d|%d|%s|2025-05-01|%s|%s"
                .formatted(
                    name,
                    Files.readAllLines(shop.folder().resolve("extracts").resolve(name)).size() - 1,
                    content.bytes(),
                    content.hash(),
                    System.getProperty("user.name"),
                    shop.database().user()));
    assertThat(rows.get(1)).contains("datapackage.json||0|");
    assertThat(rows.get(2)).contains("_SUCCESS||0|0|");
    assertThat(rows.get(3)).contains("generic-csv/everybody/current.csv|copy|1|");
    assertThat(shop.rows("select count(*) from deliver.exports"))
        .containsExactly(String.valueOf(shop.extracts().size()));
    shop.runAgain("2025-01-31");
    assertThat(shop.rows(ROWS)).hasSize(8).startsWith(rows.toArray(String[]::new));
    assertThat(shop.rows(ROWS).get(4)).startsWith("delivered|2025-01-31|2|everybody|");
  }

  @Test
  void nobodyChangesOrRemovesARow(Shop shop) throws Exception {
    ANight.in(shop, "2025-01-31").withOrders("A 1 day ago 10.00").run();
    var rows = shop.rows("select * from deliver.exports order by export_id");
    var changes =
        new String[] {
          "update deliver.exports set lines = 0",
          "delete from deliver.exports",
          "truncate deliver.exports",
          "update published.exports set lines = 0",
          "delete from published.exports"
        };
    for (var change : changes) {
      assertThatThrownBy(() -> shop.query(db -> db.execute(change)))
          .as("as the pipeline's role: " + change)
          .hasMessageContaining("deliver.exports is append-only");
    }
    try (var connection = shop.database().connectAsSuperuser()) {
      var superuser = TestDatabase.on(connection);
      assertThatThrownBy(() -> superuser.execute(changes[0]))
          .hasMessageContaining("deliver.exports is append-only");
      superuser.execute("set role nightjar_reader");
      assertThat(superuser.fetch("select * from published.exports")).hasSize(rows.size());
      assertThatThrownBy(() -> superuser.execute("delete from published.exports"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> superuser.fetch("select * from deliver.exports"))
          .hasMessageContaining("permission denied");
    }
    assertThat(shop.rows("select * from deliver.exports order by export_id")).isEqualTo(rows);
  }
}
