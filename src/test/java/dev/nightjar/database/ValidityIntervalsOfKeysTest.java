package dev.nightjar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for each room of each customer. */
@DatabaseTest
class ValidityIntervalsOfKeysTest {
  private Connection connection;
  private DSLContext db;
  private Table<?> table;

  @BeforeEach
  void makeTheTable(TestDatabase database) throws SQLException {
    connection = database.connect();
    db = TestDatabase.on(connection);
    db.execute(
        """
        create table pipeline.walls (
          customer_key text not null, room text not null, valid_from date not null, valid_to date,
          colour text
        ) partition by list (valid_to);
        create table pipeline.walls_live partition of pipeline.walls for values in (null);
        create table pipeline.walls_past partition of pipeline.walls default;
        create unique index on pipeline.walls_live (customer_key, room);
        """);
    table = db.meta().getTables(name("pipeline", "walls")).get(0);
  }

  @AfterEach
  void hangUp() throws SQLException {
    connection.close();
  }

  @Test
  void eachRoomHasItsOwnTime() {
    assertThat(replace(1, null, "A hall red", "A loft red", "B hall red")).isEqualTo(3);
    assertThat(replace(2, null, "A hall blue", "A loft red", "B loft red")).isEqualTo(3);
    assertThat(replace(3, null, "A hall blue", "A loft blue", "B loft red")).isOne();
    assertThat(rows())
        .containsExactly(
            "A hall 1-2 red",
            "A hall 2- blue",
            "A loft 1-3 red",
            "A loft 3- blue",
            "B hall 1-2 red",
            "B loft 2- red");
    assertThat(replace(3, null, "A hall blue", "A loft blue", "B loft red")).isZero();
  }

  @Test
  void aLateNightEndsAtTheNext() {
    replace(1, null, "A hall red", "A loft red");
    replace(5, null, "A hall red", "A loft red");
    replace(3, 5, "A hall red", "A loft blue");
    assertThat(rows())
        .containsExactly("A hall 1- red", "A loft 1-3 red", "A loft 3-5 blue", "A loft 5- red");
    replace(3, 5, "A hall red", "A loft red");
    assertThat(rows()).containsExactly("A hall 1- red", "A loft 1- red");
  }

  private long replace(int day, @Nullable Integer next, String... states) {
    var words = Arrays.stream(states).map(state -> state.split(" ")).toList();
    var given =
        select(
                field("key", String.class),
                field("room", String.class),
                field("colour", String.class))
            .from(
                "unnest({0}, {1}, {2}) given (key, room, colour)",
                column(words, 0), column(words, 1), column(words, 2));
    var history =
        new ValidityIntervals(
            table, List.of("room"), night(day), next == null ? null : night(next));
    return db.transactionResult(tx -> history.replace(tx.dsl(), given, null));
  }

  private static Field<String[]> column(List<String[]> words, int at) {
    return val(words.stream().map(each -> each[at]).toArray(String[]::new));
  }

  private List<String> rows() {
    return db.fetch(
            """
            select customer_key, room, to_char(valid_from, 'FMDD'), coalesce(to_char(valid_to, 'FMDD'), ''), colour
            from pipeline.walls order by customer_key, room, valid_from
            """)
        .map(
            row ->
                "%s %s %s-%s %s"
                    .formatted(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)));
  }

  private static LocalDate night(int day) {
    return LocalDate.of(2025, 1, day);
  }
}
