package dev.nightjar.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestDatabase;
import dev.nightjar.ports.PersonalData.Named;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of the awkward customers is erased, and comes again in every way. */
@DatabaseTest
class ErasureNightTest {
  private static final String FIRST = "2025-01-30";
  private static final String SECOND = "2025-01-31";
  private static final String THIRD = "2025-02-01";
  private static final String KEY = "C000011";
  private static final Traces PERSON =
      Traces.of(
          KEY,
          "yilmaz@example.com",
          "0532 123 45 68",
          "5321234568",
          "+90 532 123 45 68",
          "Yılmaz",
          "Ayşe",
          "1980-02-29");

  @ParameterizedTest
  @ValueSource(strings = {"generic-csv", "generic-parquet", "excel"})
  void nothingOfAnErasedPersonIsLeft(String destination, Shop shop) {
    twoNights(shop.with("deliver.destination=" + destination));
    var before = shop.rows("select sum(orders_count), sum(net_value) from rfm.scores");
    assertThat(PERSON.inTables(shop))
        .contains(
            "ingest.order_lines",
            "ingest.customer_records",
            "ingest.rejects",
            "ingest.suppressions",
            "orders.order_parts",
            "orders.customers",
            "rfm.metrics_live",
            "segments.memberships_live",
            "clustering.members_live",
            "audiences.members_live");
    assertThat(PERSON.inFiles(shop.folder())).hasSizeGreaterThan(5);

    var erased = shop.erase(KEY);

    assertThat(PERSON.inTables(shop)).isEmpty();
    assertThat(PERSON.inFiles(shop.folder())).isEmpty();
    assertThat(erased.pseudonyms()).hasSize(1);
    assertThat(erased.extracts())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each).startsWith(destination + "/"));
    assertThat(shop.differences(SECOND)).isEmpty();
    assertThat(AwkwardShop.broken(shop, SECOND)).isEmpty();
    assertThat(AwkwardShop.broken(shop, FIRST).stream().filter(each -> !each.contains("line")))
        .as("the books of the night before too, but for what only the last night keeps")
        .noneMatch(each -> each.startsWith("audience_counts") || each.startsWith("moves"));
    assertThat(shop.rows("select sum(orders_count), sum(net_value) from rfm.scores"))
        .isEqualTo(before);
  }

  @Test
  void theServersStatisticsKeepNothingOfThePerson(Shop shop) throws Exception {
    twoNights(shop);
    shop.query(db -> db.execute("analyze"));
    assertThat(tablesWithThePersonInStatistics(shop))
        .contains("ingest.customer_records", "orders.customers");
    shop.erase(KEY);
    assertThat(tablesWithThePersonInStatistics(shop)).isEmpty();
  }

  private static List<String> tablesWithThePersonInStatistics(Shop shop) throws SQLException {
    try (var connection = shop.database().connectAsSuperuser()) {
      return TestDatabase.on(connection)
          .fetch(
              """
              select schemaname || '.' || tablename, concat_ws(' ', s.most_common_vals::text,
                s.histogram_bounds::text, s.most_common_elems::text)
              from pg_stats s
              where schemaname not in ('pg_catalog', 'information_schema')
              order by 1
              """)
          .stream()
          .filter(row -> PERSON.isIn(row.get(1, String.class)))
          .map(row -> row.get(0, String.class))
          .distinct()
          .toList();
    }
  }

  @Test
  void noLaterFileBringsThePersonBack(Shop shop) {
    twoNights(shop);
    var pseudonym = shop.erase(KEY).pseudonyms().get(0);
    comeAgain(shop);
    shop.run(THIRD);

    assertThat(PERSON.inTables(shop)).isEmpty();
    assertThat(PERSON.inFiles(shop.folder())).isEmpty();
    assertThat(AwkwardShop.broken(shop, THIRD)).isEmpty();
    assertThat(shop.differences(THIRD)).isEmpty();
    assertThat(
            shop.rows(
                "select customer_key from audiences.members where exclusion = 'erased'"
                    + " and valid_to is null order by 1"))
        .containsExactlyInAnyOrder("NEWMAIL", "NEWTEL", pseudonym);
    assertThat(
            shop.rows(
                "select count(*) from audiences.members where exclusion is null and"
                    + " valid_to is null and customer_key in ('NEWMAIL', 'NEWTEL', '"
                    + pseudonym
                    + "')"))
        .containsExactly("0");
    assertThat(
            shop.rows(
                "select sum(lines) from orders.line_outcomes where outcome = 'no-customer' and night = '"
                    + THIRD
                    + "'"))
        .as("the late lines stay in the books without a customer")
        .containsExactly("2");
    assertThat(String.join("\n", shop.extracts().values()))
        .doesNotContain("NEWMAIL", "NEWTEL", pseudonym)
        .contains("C000014");
    shop.runAgain(SECOND);
    assertThat(PERSON.inTables(shop)).isEmpty();
    assertThat(PERSON.inFiles(shop.folder())).isEmpty();
  }

  /** The person comes under the old key, and under others with the old address or number. */
  private static void comeAgain(Shop shop) {
    AwkwardShop.customers(shop, "fixture-1.csv");
    AwkwardShop.customers(shop, "fixture-4.csv");
    AwkwardShop.orders(
        shop,
        "orders-" + THIRD + ".csv",
        "2025-01-20",
        "1," + KEY + ",not a time,P,1,1,completed,x",
        "2,2025-01-20 12:00:00,NEWMAIL,P,1,9.00,completed,",
        "3,2025-01-20 12:00:00,NEWTEL,P,1,9.00,completed,");
    shop.deliver(
            "fixture-5.csv",
            AwkwardShop.header(),
            KEY + ",yilmaz@example.com,,Ayşe,Yılmaz,TR,Isparta,IS,32000,1980-02-29",
            "NEWMAIL, YILMAZ@example.com ,,Ayşe,Yılmaz,TR,Isparta,IS,32000,1980-02-29",
            "NEWTEL,,+90 532 123 45 68,Ayşe,Yılmaz,TR,Isparta,IS,32000,1980-02-29")
        .deliver("suppressions-2.csv", "key,mail,tel", KEY + ",,", ",yilmaz@example.com,");
  }

  @Test
  void anAddressNamesThePersonToo(Shop shop) {
    twoNights(shop);
    var erased =
        shop.people(people -> people.erase(new Named(List.of(), List.of("Yilmaz@EXAMPLE.com "))));
    assertThat(erased.pseudonyms()).hasSize(1);
    assertThat(PERSON.inTables(shop)).isEmpty();
    assertThat(PERSON.inFiles(shop.folder())).isEmpty();
  }

  @Test
  void aWithdrawnExtractIsDeliveredAgainWithoutThePerson(Shop shop) throws Exception {
    twoNights(shop);
    var withdrawn = shop.erase(KEY).extracts();
    var folder = shop.folder().resolve("extracts").resolve(withdrawn.iterator().next());
    assertThat(folder).doesNotExist();
    assertThat(folder.getParent().toFile().list())
        .as("the copies under a name that stays go too")
        .noneMatch(name -> name.startsWith("current"));
    assertThat(
            shop.rows(
                "select distinct action from published.exports where path = 'generic-csv/%s/current.csv'"
                    .formatted(folder.getParent().getFileName())))
        .contains("withdrawn");
    assertThat(shop.rows("select count(*) from deliver.withdrawals")).containsExactly("0");
    shop.runAgain(folder.getFileName().toString());
    assertThat(folder.resolve("_SUCCESS")).exists();
    assertThat(Files.readString(folder.resolve("datapackage.json"))).contains("\"erased\" : 1");
    assertThat(PERSON.inFiles(shop.folder())).isEmpty();
  }

  /** Two nights in which the person is everywhere. */
  static void twoNights(Shop shop) {
    AwkwardShop.withSuppressions(AwkwardShop.set(shop));
    AwkwardShop.customers(shop, "fixture-1.csv");
    AwkwardShop.orders(
        shop,
        "orders-1.csv",
        "2025-01-10",
        KEY + "-bad,not a time," + KEY + ",P,1,1.00,completed,yilmaz@example.com",
        "lost,not a time,,P,1,1.00,completed,Ayşe Yılmaz");
    shop.deliver("suppressions-1.csv", "key,mail,tel", "C000012,,").run(FIRST);
    AwkwardShop.customers(shop, "fixture-2.csv");
    AwkwardShop.orders(shop, "orders-2.csv", "2025-01-15");
    shop.deliver("orders-3.csv", "a header,that is none", KEY + ",Ayşe")
        .deliver("suppressions-2.csv", "key,mail,tel", ",yilmaz@example.com,")
        .run(SECOND);
  }
}
