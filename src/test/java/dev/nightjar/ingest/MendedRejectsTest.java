package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.NightjarProcess;
import dev.nightjar.kit.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class MendedRejectsTest {
  private static final String NIGHT = "2025-01-31";
  private static final String EXPORTED = "file_id,line,file,column,reason,cells";

  @Test
  void mendedLinesTakeTheirOldPlace(Shop shop, @TempDir Path folder) throws Exception {
    runNightWithRejects(shop);

    var file = folder.resolve("nightjar-rejects-1.csv");
    assertThat(export(shop, file).output()).contains("3 rejects are in");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var lines = Files.readAllLines(file);
    assertThat(lines)
        .containsExactly(
            EXPORTED,
            "1,3,orders-1.csv,ordered_at,not-a-time,2,2025-01-32 12:00:00,B,\"P, \"\"blue\"\"\",1,"
                + "20.00,completed",
            "1,4,orders-1.csv,,column-count,3,2025-01-12 12:00:00,C,P,1",
            "1,5,orders-1.csv,quantity,not-a-decimal,4,2025-01-13 12:00:00,D,P,many,40.00,"
                + "completed");
    assertThat(export(shop, file).output()).contains("exists already");

    // one line mended, one filled up by a spreadsheet, one still wrong, two that refer to nothing
    shop.deliver(
        "nightjar-rejects-1.csv",
        EXPORTED,
        lines.get(1).replace("01-32", "01-31"),
        lines.get(2) + ",30.00,completed,,,",
        lines.get(3),
        lines.get(1).replace("1,3,", "1,2,"),
        lines.get(1).replace("1,3,", "77,3,"));
    shop.runAgain(NIGHT);

    assertThat(shop.rows("select file_id, line_number, order_number from ingest.order_lines"))
        .containsExactlyInAnyOrder("1|2|1", "1|3|2", "1|4|3");
    assertThat(shop.rows(FILES))
        .containsExactly("orders-1.csv|loaded|4|3|1", "nightjar-rejects-1.csv|loaded|5|2|3");
    assertThat(shop.rows("select file_id, line_number, reason from ingest.rejects order by 1, 2"))
        .containsExactly(
            "1|5|not-a-decimal", "2|4|not-a-decimal", "2|5|no-such-reject", "2|6|no-such-reject");
    assertThat(shop.rows("select net_value from orders.orders order by 1"))
        .containsExactly("10.00", "20.00", "30.00");
  }

  private static void runNightWithRejects(Shop shop) {
    shop.with("ingest.sources.shop-orders.expect.max-reject-share=1")
        .deliver(
            "orders-1.csv",
            ANight.header(),
            "1,2025-01-10 12:00:00,A,P,1,10.00,completed",
            "2,2025-01-32 12:00:00,B,\"P, \"\"blue\"\"\",1,20.00,completed",
            "3,2025-01-12 12:00:00,C,P,1",
            "4,2025-01-13 12:00:00,D,P,many,40.00,completed");
    shop.run(NIGHT);
  }

  @Test
  void aLineWithoutAWholeReferenceIsAReject(Shop shop) {
    shop.deliver(
        "nightjar-rejects-1.csv", EXPORTED, ",3,orders-1.csv,,,x", "1,,orders-1.csv,,,x", "a,b");
    shop.ingest(NIGHT);
    assertThat(shop.rows("select line_number, reason from ingest.rejects order by 1"))
        .containsExactly("2|no-such-reject", "3|no-such-reject", "4|no-such-reject");
    assertThat(shop.rows(FILES)).containsExactly("nightjar-rejects-1.csv|loaded|3|0|3");
  }

  @Test
  void whatIsNoExportIsQuarantined(Shop shop) {
    shop.deliver("nightjar-rejects-x.csv", "file,line", "1,2");
    shop.run(NIGHT);
    assertThat(shop.rows("select verdict, line_number from ingest.files"))
        .containsExactly("quarantined|1");
  }

  private static NightjarProcess.Result export(Shop shop, Path file) throws Exception {
    return NightjarProcess.nightjar(shop, "rejects", "--date", NIGHT, "--out", file.toString());
  }

  private static final String FILES =
      "select name, verdict, lines_read, lines_loaded, lines_rejected from ingest.files"
          + " order by file_id";
}
