package dev.nightjar.database;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.ORDER_LINES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What goes into a table by COPY comes out of it as it was. */
@DatabaseTest
class BinaryCopyTest {
  private static final List<String> ORDER =
      List.of("order_number", "customer_key", "ordered_at", "unit_price", "attributes");
  private static final String NUMBERS =
      """
      0 0.00 1 -1 10 10000 9999 10001 1e3 1e19 12e4 -1.5e7 1E-2 0.1 -0.1 0.0001
      0.00010 0.00000000000000000001 1.50 100.10 99999999999999999999
      -99999999999999999999 12345.6789 1000000.00000001
      12345678901234567890.12345678901234567890
      """;
  private static final LocalDateTime NOON = LocalDateTime.parse("2025-01-31T12:00");

  @Test
  void numbersOfAnyScaleComeBackAsTheyWere(TestDatabase database) throws Exception {
    var numbers = Stream.of(NUMBERS.split("\\s+")).map(BigDecimal::new).toList();
    copy(database, ORDER_LINES, ORDER, numbers.stream().map(n -> order(NOON, n, null)).toList());
    try (var connection = database.connect()) {
      var read =
          TestDatabase.on(connection)
              .select(ORDER_LINES.UNIT_PRICE)
              .from(ORDER_LINES)
              .orderBy(ORDER_LINES.LINE_NUMBER)
              .fetch(ORDER_LINES.UNIT_PRICE);
      assertThat(read).usingElementComparator(BigDecimal::compareTo).isEqualTo(numbers);
    }
  }

  @Test
  void timesComeBackAsTheyWereInWhateverZone(TestDatabase database) throws Exception {
    var times =
        Stream.of(
                "1900-01-01T00:00",
                "1969-12-31T23:59:59.999999",
                "1970-01-01T00:00",
                "1999-12-31T23:59:59.000001",
                "2000-01-01T00:00",
                "2025-03-30T01:30",
                "2025-10-26T01:30:00.25",
                "9999-12-31T23:59:59.999999")
            .map(LocalDateTime::parse)
            .toList();
    copy(
        database,
        ORDER_LINES,
        ORDER,
        times.stream().map(time -> order(time, BigDecimal.ONE, null)).toList());
    try (var connection = database.connect()) {
      var read =
          TestDatabase.on(connection)
              .selectFrom(ORDER_LINES)
              .orderBy(ORDER_LINES.LINE_NUMBER)
              .fetch(ORDER_LINES.ORDERED_AT);
      assertThat(read).isEqualTo(times);
    }
  }

  @Test
  void textsBooleansAndDocumentsComeBackAsTheyWere(TestDatabase database) throws Exception {
    var text = "São \t\\N \\. \"O'Hara\"\r\n李明 \uD83D\uDE00 \uFFFD";
    var document = JSONB.jsonb("{\"a\": \"1\\\\2 \uD83D\uDE00\"}");
    copy(
        database,
        ORDER_LINES,
        ORDER,
        List.<@Nullable Object[]>of(order(NOON, BigDecimal.ONE, document)));
    var customer = List.of("customer_key", "city", "has_consent", "is_opted_out");
    copy(
        database,
        CUSTOMER_RECORDS,
        customer,
        List.of(
            new @Nullable Object[] {text, "", true, null}, new Object[] {"C", "x", false, true}));
    try (var connection = database.connect()) {
      var db = TestDatabase.on(connection);
      assertThat(db.fetchOne(ORDER_LINES).getAttributes()).isEqualTo(document);
      assertThat(db.fetchOne(ORDER_LINES).getOrderNumber()).isNull();
      assertThat(db.fetchOne(ORDER_LINES).getQuantity()).as("default").isEqualByComparingTo("1");
      var read = db.selectFrom(CUSTOMER_RECORDS).orderBy(CUSTOMER_RECORDS.LINE_NUMBER).fetch();
      assertThat(read.get(0).getCustomerKey()).isEqualTo(text);
      assertThat(read.get(0).getCity()).isEmpty();
      assertThat(read.getValues(CUSTOMER_RECORDS.HAS_CONSENT)).containsExactly(true, false);
      assertThat(read.getValues(CUSTOMER_RECORDS.IS_OPTED_OUT)).containsExactly(null, true);
    }
  }

  @Test
  void aCopyThatIsNotFinishedLeavesNothing(TestDatabase database) throws Exception {
    try (var connection = database.connect()) {
      long file = file(connection);
      try (var copy = new BinaryCopy(connection, ORDER_LINES, file, ORDER)) {
        copy.write(2, order(NOON, BigDecimal.ONE, null));
      }
      assertThat(TestDatabase.on(connection).fetchCount(ORDER_LINES)).isZero();
    }
  }

  private static @Nullable Object[] order(
      LocalDateTime time, BigDecimal price, @Nullable JSONB attributes) {
    return new @Nullable Object[] {null, "C7", time, price, attributes};
  }

  private static void copy(
      TestDatabase database, Table<?> table, List<String> columns, List<@Nullable Object[]> rows)
      throws Exception {
    try (var connection = database.connect()) {
      try (var copy = new BinaryCopy(connection, table, file(connection), columns)) {
        for (int i = 0; i < rows.size(); i++) {
          copy.write(i + 2, rows.get(i));
        }
        copy.finish();
      }
    }
  }

  private static long file(Connection connection) {
    var db = TestDatabase.on(connection);
    db.execute(
        """
        insert into ingest.sources (source, feed, returns, return_statuses,
          is_negative_quantity_return, kept_statuses, duplicates, zone)
        values ('s', 'orders', 'net', '{}', false, '{}', 'keep', 'UTC') on conflict do nothing
        """);
    return db.fetchOne(
            """
            insert into ingest.files (source, name, content_hash, bytes, landing_path, night,
              landed_at, verdict)
            values ('s', 'f', md5(random()::text), 1, 'p', '2025-01-31', now(), 'landed')
            returning file_id
            """)
        .get(0, Long.class);
  }
}
