package dev.nightjar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nights that fill or replace all tables, where autovacuum never runs, so that the server does not
 * learn what is in them. What they read is measured in rows, as a look into all rows for each of
 * them cannot hide there: it would read as many times as many as there are.
 */
@DatabaseTest
class FirstNightTest {
  private static final int CUSTOMERS = 5000;

  /** Each stage reads all of a table a few times, publishing does for each audience and check. */
  private static final int TIMES = 60;

  private static final String HEADER =
      "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,opted_out";

  @BeforeEach
  void switchAutovacuumOff(Shop shop) {
    var tables =
        shop.rows(
            """
            select t.relid::regclass
            from pg_stat_user_tables t
            join pg_class c on c.oid = t.relid and c.relkind = 'r'
            """);
    tables.forEach(
        table ->
            shop.query(db -> db.execute("alter table " + table + " set (autovacuum_enabled = 0)")));
  }

  @Test
  void nightsReadAFewTimesWhatThereIsAndNotAllOfItForEachCustomer(Shop shop) {
    withSuppressions(shop)
        .with("gates.declared.extracts.error-if.below=0") // in the end, all refuse
        .deliver("suppressions-0.csv", "key,mail,tel", "NOBODY,,");
    deliverCustomers(shop, "customers-1.csv", "2025-01-30", "example.org");
    deliverOrders(shop, "orders-1.csv", 2);
    night(shop, "2025-01-30", "the first night");
    assertThat(shop.rows("select count(*) from published.customer_segments"))
        .containsExactly(String.valueOf(CUSTOMERS));

    deliverCustomers(shop, "customers-2.csv", "2025-01-31", "example.net");
    night(shop, "2025-01-31", "a customers file that names all");
    assertThat(shop.rows("select count(*) from orders.customers where email like '%.net'"))
        .containsExactly(String.valueOf(CUSTOMERS));

    int all = 3 * CUSTOMERS;
    deliverOrders(shop, "orders-2.csv", 3);
    night(shop, "2025-02-01", "an orders file that repeats the first");
    assertThat(shop.rows("select sum(lines_count), count(*) from orders.orders"))
        .containsExactly(all + "|" + all);

    deliverOrders(shop, "orders-1.csv", 1);
    night(shop, "2025-02-02", "an orders file that replaces the first");
    assertThat(shop.rows("select count(*) from orders.orders"))
        .containsExactly(String.valueOf(all));

    shop.deliver("suppressions-1.csv", lines("key,mail,tel", FirstNightTest::suppression));
    night(shop, "2025-02-03", "suppressions of all");
    assertThat(shop.rows("select count(*) from orders.customers where is_opted_out"))
        .containsExactly(String.valueOf(CUSTOMERS));
  }

  @Test
  void anErasureReadsNotAllForEachPerson(Shop shop) {
    shop.with("clustering.max-k=3").with("privacy.secret=a secret of the tests");
    deliverCustomers(shop, "customers-1.csv", "2025-01-30", "example.org");
    deliverOrders(shop, "orders-1.csv", 1);
    assertThat(shop.run("2025-01-30")).isPresent();
    var keys = IntStream.range(0, 300).mapToObj(i -> "C" + i).toList();
    var emails = IntStream.range(300, 600).mapToObj(i -> "c%d@example.org".formatted(i)).toList();
    reading(
        shop, "an erasure", () -> assertThat(shop.erase(keys, emails).pseudonyms()).hasSize(600));
  }

  private static void night(Shop shop, String date, String what) {
    reading(shop, what, () -> assertThat(shop.run(date)).isPresent());
  }

  private static void reading(Shop shop, String what, Runnable work) {
    var before = read(shop);
    work.run();
    var rows = new TreeMap<String, Long>();
    var read = read(shop);
    read.replaceAll((table, times) -> times - before.get(table));
    read.keySet().forEach(table -> rows.put(table, rows(shop, table)));
    assertThat(read)
        .as("rows read in %s of %s", what, rows)
        .allSatisfy(
            (table, times) ->
                assertThat(times)
                    .as(table)
                    .isLessThan(TIMES * Math.max(CUSTOMERS, rows.get(table))));
  }

  /** Rows and entries of indexes that all statements up to now have read, by table. */
  private static TreeMap<String, Long> read(Shop shop) {
    var read = new TreeMap<String, Long>();
    shop.query(
            db ->
                db.fetch(
                    """
                    select t.schemaname || '.' || t.relname,
                      t.seq_tup_read + coalesce(t.idx_tup_fetch, 0) + coalesce(sum(i.idx_tup_read), 0)
                    from pg_stat_user_tables t
                    left join pg_stat_user_indexes i using (relid)
                    group by t.schemaname, t.relname, t.seq_tup_read, t.idx_tup_fetch
                    """))
        .forEach(row -> read.put(row.get(0, String.class), row.get(1, Long.class)));
    assertThat(read)
        .containsKeys(
            "ingest.customer_records",
            "orders.customers",
            "rfm.metrics_live",
            "clustering.members_live",
            "segments.memberships_live",
            "audiences.members_live",
            "deliver.sent_rows");
    return read;
  }

  private static long rows(Shop shop, String table) {
    return Long.parseLong(shop.rows("select count(*) from " + table).get(0));
  }

  private static Shop withSuppressions(Shop shop) {
    return shop.with("clustering.max-k=3")
        .with("ingest.sources.no.feed=suppressions")
        .with("ingest.sources.no.files=suppressions-*.csv")
        .with("ingest.sources.no.columns.customer=key")
        .with("ingest.sources.no.columns.email=mail")
        .with("ingest.sources.no.columns.phone=tel");
  }

  private static void deliverCustomers(Shop shop, String file, String updatedOn, String host) {
    shop.deliver(
        file,
        lines(
            HEADER,
            i ->
                "C%d,%s 10:00:00,First,Last,c%d@%s,+4420%08d,GB,London,yes,no"
                    .formatted(i, updatedOn, i, host, i)));
  }

  /** The same for the first orders of each customer, however many each has. */
  private static void deliverOrders(Shop shop, String file, int each) {
    var first = LocalDate.parse("2024-03-01");
    var lines =
        IntStream.range(0, CUSTOMERS * each)
            .mapToObj(
                i ->
                    "W%d,%s 12:00:00,C%d,P,1,%d.00,completed"
                        .formatted(i, first.plusDays(i * 7L % 300), i % CUSTOMERS, 1 + i % 199));
    shop.deliver(file, Stream.concat(Stream.of(ANight.header()), lines).toArray(String[]::new));
  }

  /** Each third customer by another identifier. */
  private static String suppression(int i) {
    return List.of("C%d,,", ",c%d@example.net,", ",,+44 20 %08d").get(i % 3).formatted(i);
  }

  private static String[] lines(String header, IntFunction<String> line) {
    return Stream.concat(Stream.of(header), IntStream.range(0, CUSTOMERS).mapToObj(line))
        .toArray(String[]::new);
  }
}
