package dev.nightjar;

import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Shop;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@DatabaseTest
class DatabaseAwayTest {
  private static final String NIGHT = "2025-01-31";

  @Test
  void atTheStartItIsSaidWithTheNextCommand(Shop shop) throws Exception {
    var away = Map.of("NIGHTJAR_DB_URL", "jdbc:postgresql://localhost:1/nightjar");
    var result = NightjarProcess.start(away, shop.folder(), "run", "--date", NIGHT).await();
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.output())
        .contains("PostgreSQL at jdbc:postgresql://localhost:1/nightjar cannot be reached")
        .contains("Next: ")
        .doesNotContain("\tat ");
    assertThat(Files.readString(shop.folder().resolve("var/nightjar.log"))).contains("\tat ");
  }

  @Test
  void aFullDiskIsNotTakenForAServerThatIsAway(Shop shop) throws Exception {
    shop.deliver("orders-1.csv", ANight.header(), "1,2025-01-10 12:00:00,A,P,1,10.00,completed");
    shop.query(
        db ->
            db.execute(
                """
                create function publish.fill() returns trigger language plpgsql as $$
                begin
                  raise exception using errcode = '53100',
                    message = 'could not extend file "base/1": No space left on device';
                end $$;
                create trigger fill before insert on publish.publications
                  for each statement execute function publish.fill()
                """));
    var result = nightjar(shop, "run", "--date", NIGHT);
    assertThat(result.exitCode()).as(result.output()).isEqualTo(5);
    assertThat(result.output())
        .contains("has no disk space left (PSQLException: ERROR: could not extend file")
        .contains("Next: ")
        .doesNotContain("cannot be reached", "NIGHTJAR_DB_URL");
    shop.query(db -> db.execute("drop trigger fill on publish.publications"));
    assertThat(shop.resume()).isPresent();
  }

  @Test
  void aStandbyIsNotTakenForAServerThatIsAway(Shop shop) throws Exception {
    try (var connection = shop.database().connectAsSuperuser()) {
      connection
          .createStatement()
          .execute(
              """
              do $$ begin
                execute format('alter database %I set default_transaction_read_only = on',
                  current_database());
              end $$
              """);
    }
    var result = nightjar(shop, "run", "--date", NIGHT);
    assertThat(result.exitCode()).as(result.output()).isEqualTo(5);
    assertThat(result.output())
        .contains("accepts no writes")
        .doesNotContain("cannot be reached", "NIGHTJAR_DB_URL");
  }

  @Test
  void aSchemaOfANewerVersionIsRefused(Shop shop) {
    shop.run(NIGHT);
    shop.query(
        db ->
            db.execute(
                """
                insert into pipeline.flyway_schema_history (installed_rank, version, description,
                  type, script, checksum, installed_by, execution_time, success)
                values (99, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'x', 1, true)
                """));
    for (var command : List.of("run", "resume", "status")) {
      var result = nightjar(shop, command);
      assertThat(result.exitCode()).as(result.output()).isEqualTo(10);
      assertThat(result.output())
          .contains("A newer version of Nightjar has changed the database (migration 9999)")
          .contains("Next: run the newer version");
    }
  }

  @Test
  void inMidNightItIsSaidAndTheNightIsResumed(Shop shop) throws Exception {
    shop.deliver("orders-1.csv", ANight.header(), "1,2025-01-10 12:00:00,A,P,1,10.00,completed");
    var holder = shop.database().connectAsSuperuser();
    holder.setAutoCommit(false);
    holder.createStatement().execute("lock table rfm.scores in access exclusive mode");
    var night = NightjarProcess.start(shop.database(), shop.folder(), "run", "--date", NIGHT);
    while (!night.printed().contains("orders")) {
      assertThat(night.isAlive()).as(night::printed).isTrue();
      Thread.sleep(50);
    }
    shop.database().shut(); // throws out the holder too
    var result = night.await();
    assertThat(result.exitCode()).as(result.output()).isEqualTo(5);
    assertThat(result.output()).contains("Next: nightjar resume").doesNotContain("\tat ");
    // the pool would warn of every connection that went with the server
    assertThat(Files.readString(shop.folder().resolve("var/nightjar.log")))
        .doesNotContainPattern("WARN .* c\\.z\\.h");

    shop.database().reopen();
    assertThat(shop.resume()).isPresent();
    ANight.in(shop, NIGHT).score("A").is(ANight.recency(21), ANight.spend("10.00"));
  }
}
