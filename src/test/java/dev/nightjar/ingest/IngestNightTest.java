package dev.nightjar.ingest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.kit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@DatabaseTest
class IngestNightTest {
  private static final String NIGHT = "2025-01-31";
  private static final String LINE_1 = "1,2025-01-10 12:00:00,A,P,1,10.00,completed";
  private static final String LINE_2 = "2,2025-01-20 12:00:00,B,P,2,5.50,completed";

  @Test
  void theFirstFileOfAHomeWithARelativePathLands(Shop shop) {
    var relative = Path.of("").toAbsolutePath().relativize(shop.folder());
    new Shop(shop.database(), relative)
        .deliver("orders-1.csv", ANight.header(), LINE_1)
        .ingest(NIGHT);
    assertThat(shop.rows(VERDICTS)).containsExactly("orders-1.csv|loaded||");
  }

  @Test
  void badFilesAreSetAsideWithFileLineAndReasonAndTheNightGoesOn(Shop shop) throws Exception {
    var noise = new byte[4096];
    new Random(1).nextBytes(noise);
    var noSuchZip = Arrays.copyOfRange(noise, 1, noise.length);
    var whole = gzip(orders(40_000));
    shop.deliver("orders-1-good.csv", ANight.header(), LINE_1)
        .deliver("orders-2-header.csv", "order,when,who", LINE_2)
        .deliver("orders-3-cut.csv.gz", Arrays.copyOf(whole, whole.length / 2))
        .deliver("orders-4-binary.csv", noise)
        .deliver("orders-5-binary.csv.gz", noSuchZip)
        .deliver("orders-6-empty.csv", new byte[0])
        .deliver("orders-7-quote.csv", ANight.header(), LINE_2, "3,\"2025-01-20")
        .deliver("orders-8-latin.csv", latin1("2,2025-01-20 12:00:00,B,P\u00e9,2,5.50,completed"))
        .deliver("orders-9-rejects.csv", ANight.header(), LINE_2, "nonsense", "4,,,,,,");
    shop.run(NIGHT);
    assertThat(shop.rows(VERDICTS))
        .containsExactly(
            "orders-1-good.csv|loaded||",
            "orders-2-header.csv|quarantined|1|the header has no column order_number, customer_id,"
                + " ordered_at, product_code, quantity, unit_price, status",
            "orders-3-cut.csv.gz|quarantined|%s|the file is cut off"
                .formatted(lineOf(shop, "orders-3-cut.csv.gz")),
            "orders-4-binary.csv|quarantined||the file is not text",
            "orders-5-binary.csv.gz|quarantined||the file is not text",
            "orders-6-empty.csv|quarantined||the file is empty",
            "orders-7-quote.csv|quarantined|3|the text is not CSV: a quote is not closed, or a field"
                + " is too long",
            "orders-8-latin.csv|quarantined|2|the text is not UTF-8",
            "orders-9-rejects.csv|quarantined||2 of 3 lines are rejects, more than the source's"
                + " share of 0.1");
    assertThat(shop.rows("select order_number from ingest.order_lines")).containsExactly("1");
    assertThat(Integer.parseInt(lineOf(shop, "orders-3-cut.csv.gz"))).isBetween(3, 40_001);
    try (var landed = Files.walk(shop.folder().resolve("var/landing"))) {
      assertThat(landed.filter(Files::isRegularFile)).as("nothing is lost").hasSize(9);
    }
  }

  @Test
  void brokenLinesAreRejectedWithLineColumnAndReason(Shop shop) {
    shop.with("ingest.sources.shop-orders.expect.max-reject-share=1")
        .deliver(
            "orders-1.csv",
            ANight.header(),
            LINE_1,
            "2,2025-02-30 12:00:00,A,P,1,10.00,completed",
            "3,2025-01-10 12:00:00,A,P,two,10.00,completed",
            "4,2025-01-10 12:00:00,A,P,1,,completed",
            "5,2025-01-10 12:00:00,A",
            ",2025-01-10 12:00:00,A,P,1,10.00,completed",
            "7,2025-01-10 12:00:00,A,\"P\nQ\",1,10.00,completed",
            "8,2025-01-10 12:00:00,A,P,1,10.00,completed,more");
    shop.run(NIGHT);
    assertThat(shop.rows("select line_number, column_name, reason from ingest.rejects order by 1"))
        .containsExactly(
            "3|ordered_at|not-a-time",
            "4|quantity|not-a-decimal",
            "5|unit_price|empty",
            "6||column-count",
            "7|order_number|empty",
            "10||column-count");
    assertThat(shop.rows("select lines_read, lines_loaded, lines_rejected from ingest.files"))
        .containsExactly("8|2|6");
  }

  @Test
  void theNightStopsForABadFileWhereTheSourceSaysSo(Shop shop) {
    shop.with("ingest.sources.shop-orders.expect.required=true")
        .deliver("orders-1.csv", ANight.header(), LINE_1)
        .deliver("orders-2.csv", "wrong", LINE_2);
    assertThatThrownBy(() -> shop.run(NIGHT))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.FILE_QUARANTINED))
        .hasMessageContaining("orders-2.csv is quarantined, line 1: the header has no column");
    assertThatThrownBy(shop::resume).hasMessageContaining("orders-2.csv");

    shop.deliver("orders-2.csv", ANight.header(), LINE_2);
    assertThat(shop.resume()).isPresent();
    assertThat(shop.rows("select order_number from orders.orders order by 1"))
        .containsExactly("1", "2");
  }

  @Test
  void howeverFilesComeTheTablesAreThoseOfACleanLoad(Shop shop, @TempDir Path folder)
      throws Exception {
    // the return first, the same content twice in one night and once in another, a day late
    shop.deliver("orders-2.csv", ANight.header(), LINE_2, RETURN_OF_2)
        .deliver("orders-3.csv", ANight.header(), LINE_2, RETURN_OF_2)
        .run(NIGHT);
    shop.deliver("orders-2.csv", ANight.header(), LINE_2, RETURN_OF_2)
        .deliver("orders-late.csv", ANight.header(), LINE_1)
        .runAgain(NIGHT);
    assertThat(shop.rows("select name, verdict from ingest.files order by file_id"))
        .containsExactly(
            "orders-2.csv|loaded",
            "orders-3.csv|duplicate",
            "orders-2.csv|duplicate",
            "orders-late.csv|loaded");
    try (var database = TestDatabase.create()) {
      var clean = new Shop(database, folder);
      clean.deliver("orders-1.csv", ANight.header(), LINE_1, LINE_2, RETURN_OF_2).run(NIGHT);
      assertThat(shop.rows(ORDERS)).isEqualTo(clean.rows(ORDERS)).hasSize(2);
      assertThat(shop.published()).isEqualTo(clean.published());
    }
  }

  @Test
  void identicalLinesCountOnceOrEachAsTheSourceSays(Shop shop) {
    shop.deliver("orders-1.csv", ANight.header(), LINE_1, LINE_1).run(NIGHT);
    assertThat(shop.rows("select net_value from orders.orders")).containsExactly("10.00");
    shop.with("ingest.sources.shop-orders.duplicates=keep").runAgain(NIGHT);
    assertThat(shop.rows("select net_value from orders.orders")).containsExactly("20.00");
    assertThat(shop.rows("select outcome, lines from orders.line_outcomes"))
        .containsExactly("kept|2");
  }

  @Test
  void anInboxWithoutItsFilesIsNotStarted(Shop shop) {
    shop.with("ingest.sftp.main.host=localhost")
        .with("ingest.sftp.main.key-file=config/id")
        .deliver("orders-1.csv", ANight.header(), LINE_1);
    assertThatThrownBy(() -> shop.run(NIGHT))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.code()).isEqualTo(FailureCode.BAD_SETTINGS))
        .hasMessageContaining("ingest.sftp.main.key-file: ")
        .hasMessageContaining("ingest.sftp.main.known-hosts: ")
        .hasMessageContaining("config/known_hosts cannot be read");
  }

  @Test
  void filesLandInTheOrderOfTheirNames(Shop shop) {
    for (var number : new String[] {"5", "2", "9", "1", "7", "3"}) {
      shop.deliver("orders-" + number + ".csv", ANight.header(), number + LINE_1);
    }
    shop.run(NIGHT);
    assertThat(shop.rows("select right(name, 5) from ingest.files order by file_id"))
        .containsExactly("1.csv", "2.csv", "3.csv", "5.csv", "7.csv", "9.csv");
  }

  @Test
  void whatNoSourceClaimsStaysInTheInbox(Shop shop) {
    shop.deliver("readme.txt", "not for you").deliver("orders-1.csv", ANight.header(), LINE_1);
    shop.run(NIGHT);
    assertThat(shop.folder().resolve("inbox").toFile().list()).containsExactly("readme.txt");
  }

  @Test
  void noCustomerValueEntersTheLog(Shop shop) {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
    shop.with("ingest.sources.shop-customers.expect.max-reject-share=1")
        .deliver("customers-2.csv", "C2,2025-01-01 00:00:00,Zaphod,maybe")
        .deliver(
            "customers-1.csv",
            "customer_id,updated_at,first_name,last_name,email,phone,country,city,email_consent,"
                + "opted_out",
            "C1,2025-01-01 00:00:00,Zaphod,Beeblebrox,zaphod@example.com,,GB,,maybe,no",
            "C1,Zaphod-day,Zaphod,Beeblebrox,zaphod@example.com,,GB,,yes,no");
    shop.run(NIGHT);
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    var texts =
        String.join("\n", shop.rows("select line_number, column_name, reason from ingest.rejects"));
    texts += String.join("\n", shop.rows("select summary, counts from pipeline.stages"));
    texts += String.join("\n", shop.rows("select reason, layout from ingest.files"));
    texts += shop.published();
    texts += log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(joining("\n"));
    assertThat(texts)
        .contains("not-a-boolean", "not-a-time", "2 lines read, 2 rejects")
        .contains("customers-2.csv is quarantined, line 1: the header has no column");
    assertThat(texts).doesNotContainIgnoringCase("zaphod").doesNotContain("maybe");
    assertThat(shop.rows("select cells[3], cells[9] from ingest.rejects order by line_number"))
        .as("only the rejects keep the line, to be mended")
        .containsExactly("Zaphod|maybe", "Zaphod|yes");
  }

  private static final String VERDICTS =
      "select name, verdict, line_number, reason from ingest.files order by 1";

  private static final String RETURN_OF_2 = "2,2025-01-22 12:00:00,B,P,-1,5.50,returned";
  private static final String ORDERS =
      "select source, order_number, customer_key, ordered_on, is_kept, lines_count, net_value"
          + " from orders.orders order by 1, 2";

  private static String lineOf(Shop shop, String file) {
    return shop.rows("select line_number from ingest.files where name = '" + file + "'").get(0);
  }

  private static byte[] latin1(String line) {
    return (ANight.header() + "\n" + line + "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] orders(int lines) {
    var text = new StringBuilder(ANight.header()).append('\n');
    for (int i = 1; i <= lines; i++) {
      text.append("%d,2025-01-10 12:00:00,C%d,P,1,%d.00,completed%n".formatted(i, i * 7919, i));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
