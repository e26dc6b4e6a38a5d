package dev.nightjar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest
class ValidityIntervalsTest {
  private static final List<String> CUSTOMERS = List.of("A", "B", "C", "D", "E", "F");

  /** Customer to what holds for it, by night, of the nights that were run. */
  private final TreeMap<LocalDate, Map<String, String>> model = new TreeMap<>();

  private Connection connection;
  private DSLContext db;
  private Table<?> table;

  @BeforeEach
  void makeTheTable(TestDatabase database) throws SQLException {
    connection = database.connect();
    db = TestDatabase.on(connection);
    db.execute(
        """
        create table pipeline.colours (
          customer_key text not null, valid_from date not null, valid_to date,
          colour text, shade numeric
        ) partition by list (valid_to);
        create table pipeline.colours_live partition of pipeline.colours for values in (null);
        create table pipeline.colours_past partition of pipeline.colours default;
        create unique index on pipeline.colours_live (customer_key);
        """);
    table = db.meta().getTables(name("pipeline", "colours")).get(0);
  }

  @AfterEach
  void hangUp() throws SQLException {
    connection.close();
  }

  @Test
  void keepsARowUntilItsStateIsAnother() {
    assertThat(replace(1, "A red", "B blue")).isEqualTo(2);
    assertThat(replace(2, "A red", "B green")).isOne();
    assertThat(replace(3, "A red", "B green")).isZero();
    assertThat(rows()).containsExactly("A 1- red", "B 1-2 blue", "B 2- green");
  }

  @Test
  void aNightThatIsRunAgainLeavesTheSameRows() {
    replace(1, "A red", "B blue");
    replace(2, "A green", "B blue", "C red");
    var rows = rows();
    assertThat(replace(2, "A green", "B blue", "C red")).isZero();
    assertThat(rows()).isEqualTo(rows);
    replace(2, "A blue", "B red");
    assertThat(rows()).containsExactly("A 1-2 red", "A 2- blue", "B 1-2 blue", "B 2- red");
    replace(2, "A red", "B blue");
    assertThat(rows()).containsExactly("A 1- red", "B 1- blue");
  }

  @Test
  void aLateNightChangesNothingBeforeItAndNothingFromTheNextOn() {
    replace(1, "A red", "B blue");
    replace(5, "A green", "B blue");
    replace(3, "A blue", "B red", "C red");
    assertThat(rows())
        .containsExactly(
            "A 1-3 red",
            "A 3-5 blue",
            "A 5- green",
            "B 1-3 blue",
            "B 3-5 red",
            "B 5- blue",
            "C 3-5 red");
    replace(3, "A green", "B blue");
    assertThat(rows()).containsExactly("A 1-3 red", "A 3- green", "B 1- blue");
  }

  @Test
  void aNightBeforeTheFirstEndsWhereThatBegins() {
    replace(4, "A red", "B red");
    replace(2, "A red", "B blue");
    assertThat(rows()).containsExactly("A 2- red", "B 2-4 blue", "B 4- red");
  }

  @Test
  void whoIsGoneHasAGapUntilComingBack() {
    replace(1, "A red", "B blue");
    assertThat(replace(2, "B blue")).isOne();
    replace(3, "A red", "B blue");
    assertThat(rows()).containsExactly("A 1-2 red", "A 3- red", "B 1- blue");
    replace(2, "A red", "B blue");
    assertThat(rows()).containsExactly("A 1- red", "B 1- blue");
  }

  @Test
  void whoIsNotTouchedStaysAsItWas() {
    replace(1, "A red", "B blue", "C red");
    assertThat(replace(2, List.of("A", "C", "X"), "A green")).isEqualTo(2);
    assertThat(rows()).containsExactly("A 1-2 red", "A 2- green", "B 1- blue", "C 1-2 red");
  }

  @Test
  void nothingIsAValueToo() {
    replace(1, "A red", "B null");
    assertThat(replace(2, "A null", "B null")).isOne();
    assertThat(rows()).containsExactly("A 1-2 red", "A 2- null", "B 1- null");
  }

  @Test
  void whatIsLongOverCanBeForgotten() {
    replace(1, "A red");
    replace(2, "A blue");
    replace(3, "A green");
    assertThat(ValidityIntervals.forget(db, table, night(2))).isOne();
    assertThat(rows()).containsExactly("A 2-3 blue", "A 3- green");
    assertThat(held(night(2))).isEqualTo(model.get(night(2)));
  }

  @Test
  void anyNightReadsAsItWasLeftWhateverIsRunInWhateverOrder() {
    for (long seed = 1; seed <= 20; seed++) {
      db.execute("truncate pipeline.colours");
      model.clear();
      var dice = new Random(seed);
      for (int run = 0; run < 15; run++) {
        replace(
            1 + dice.nextInt(9), dice.nextBoolean() ? null : some(dice, CUSTOMERS), states(dice));
        for (var night : model.keySet()) {
          assertThat(held(night)).as("seed %s, %s", seed, night).isEqualTo(model.get(night));
        }
        assertThat(db.fetch(FLAWS)).as("seed %s", seed).isEmpty();
      }
    }
  }

  private static String[] states(Random dice) {
    return some(dice, CUSTOMERS).stream()
        .map(each -> each + " " + List.of("red", "blue", "null").get(dice.nextInt(3)))
        .toArray(String[]::new);
  }

  private static List<String> some(Random dice, Collection<String> all) {
    return all.stream().filter(each -> dice.nextBoolean()).toList();
  }

  private long replace(int day, String... states) {
    return replace(day, null, states);
  }

  /** Replaces the states of a night in the table and in the model. */
  private long replace(int day, @Nullable List<String> touched, String... states) {
    var night = night(day);
    var given = new TreeMap<String, String>();
    for (var state : states) {
      var words = state.split(" ");
      if (touched == null || touched.contains(words[0])) {
        given.put(words[0], words[1]);
      }
    }
    var before = model.floorEntry(night);
    var after = new TreeMap<>(before == null ? Map.<String, String>of() : before.getValue());
    after.keySet().removeIf(each -> touched == null || touched.contains(each));
    after.putAll(given);
    model.put(night, after);
    var history = new ValidityIntervals(table, night, model.higherKey(night));
    long changed =
        db.transactionResult(tx -> history.replace(tx.dsl(), states(given), keys(touched)));
    assertThat(held(history.at())).isEqualTo(after);
    return changed;
  }

  private static Select<?> states(Map<String, String> given) {
    return select(
            field("key", String.class),
            field("nullif(colour, 'null')", String.class),
            field("case when colour <> 'null' then 0.5 end", BigDecimal.class))
        .from(
            "unnest({0}, {1}) given (key, colour)",
            val(given.keySet().toArray(String[]::new)), val(given.values().toArray(String[]::new)));
  }

  private List<String> rows() {
    return db.fetch(
            """
            select customer_key, to_char(valid_from, 'FMDD'), to_char(valid_to, 'FMDD'), colour
            from pipeline.colours order by customer_key, valid_from
            """)
        .map(
            row ->
                "%s %s-%s %s".formatted(row.get(0), row.get(1), orNothing(row.get(2)), row.get(3)));
  }

  private Map<String, String> held(LocalDate night) {
    return held(ValidityIntervals.at(table, night));
  }

  private Map<String, String> held(Condition at) {
    var held = new TreeMap<String, String>();
    for (var row : db.selectFrom(table).where(at).fetch()) {
      assertThat(held.put(row.get("customer_key", String.class), row.get("colour") + "")).isNull();
    }
    return held;
  }

  private static @Nullable Select<Record1<String>> keys(@Nullable List<String> touched) {
    return touched == null
        ? null
        : select(field("unnest({0})", String.class, val(touched.toArray(String[]::new))));
  }

  private static LocalDate night(int day) {
    return LocalDate.of(2025, 1, day);
  }

  private static String orNothing(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** Rows that end before they begin, and neighbours that should be one row. */
  private static final String FLAWS =
      """
      select customer_key, valid_from from pipeline.colours where valid_to <= valid_from
      union all
      select a.customer_key, a.valid_from from pipeline.colours a
      join pipeline.colours b on b.customer_key = a.customer_key and b.valid_from = a.valid_to
      where b.colour is not distinct from a.colour
      """;
}
