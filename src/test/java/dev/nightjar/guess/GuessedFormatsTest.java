package dev.nightjar.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.formats.BadFile;
import dev.nightjar.formats.FittingEncodings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How dates, texts and files of no known system are read by their values. */
class GuessedFormatsTest {
  private static final String PLAIN = "order_id,customer_id,order_date,total";

  @ParameterizedTest
  @CsvSource({
    "2024-03-04T23:30:00-05:00, iso-8601",
    "2024-03-04 23:30:00 +0100, yyyy-MM-dd HH:mm:ss Z",
    "1700000000, epoch-seconds",
    "1700000000123, epoch-millis",
    "13 janvier 2024, d MMMM yyyy",
    "13.01.24, dd.MM.yy",
    "2024-03-04 11:30 PM, yyyy-MM-dd h:mm a"
  })
  void momentsAreRead(String value, String pattern) {
    assertThat(AnExport.of(PLAIN, i -> "%d,C%d,%s,9".formatted(i, i, value)).guess())
        .contains("date-format: \"" + pattern + "\"");
  }

  @Test
  void dateAndTimeInTwoColumnsAreJoinedAndUtcIsTheZone() {
    assertThat(
            AnExport.of(
                    "order_id,customer_id,date,time,total",
                    i -> "%d,C%d,28/06/2026,09:%02d,9".formatted(i, i, i))
                .guess())
        .contains("ordered-at: [\"date\", \"time\"]", "date-format: \"dd/MM/yyyy HH:mm\"");
    assertThat(
            AnExport.of(
                    "order_id,customer_id,Created (UTC),total",
                    i -> "%d,C%d,2024-01-02 10:00,9".formatted(i, i))
                .guess())
        .contains("zone: UTC");
  }

  @Test
  void aColumnThatIsEmptyEverywhereIsNoCandidate() {
    assertThat(
            AnExport.of(
                    "invoice_id,order_id,customer_id,order_date,total",
                    i -> ",%d,C%d,2024-01-02,9".formatted(i, i))
                .guess())
        .contains("order: [\"order_id\"]");
  }

  @Test
  void titlesEscapesAndFilesWithoutHeaderAreDescribed() {
    var titled = AnExport.of("My shop\n\n" + PLAIN, i -> "%d,C%d,2024-01-02,9".formatted(i, i));
    assertThat(titled.guess())
        .contains("below line 2", "total: [\"total\"]")
        .doesNotContain("layout");
    assertThat(
            AnExport.of(PLAIN + ",note", i -> "%d,C%d,2024-01-02,9,\"a \\\"b\\\"\"".formatted(i, i))
                .guess())
        .contains("layout:", "escape: \"\\\\\"");
    var blanks =
        new AnExport("master.txt", " 00001 19970101  1   11.77\n 00002 19970112  1   12.00\n");
    assertThat(blanks.guess())
        .contains(
            "format: blanks", "header: false", "# of the file: 1, 2, 3, 4", "ordered-at: [\"2\"]")
        .doesNotContain("11.77", "00001");
  }

  @Test
  void customersAndSuppressionsAreDistinguished() {
    assertThat(
            new AnExport(
                    "crm.csv",
                    "CustomerID,First Name,Email,City,State,ZIP Code,Date of Birth\n1,Ann,a@example.com,Ulm,BW,1,1980-01-31\n")
                .guess())
        .contains("feed: customers", "first-name:", "state: [\"State\"]", "zip: [\"ZIP Code\"]")
        .contains("birth-date: [\"Date of Birth\"]");
    assertThat(new AnExport("optouts.csv", "E-Mail\na@example.com\n").guess())
        .contains("feed: suppressions", "email: [\"E-Mail\"]");
  }

  @Test
  void anyEncodingIsTakenByItsName(@TempDir Path folder) throws Exception {
    var polish = Charset.forName("windows-1250");
    var export =
        AnExport.of(
            "zamówienie,klient_id,order_date,total",
            i -> "%d,Żółć%d ąęćńóś,2024-01-02,9".formatted(i, i));
    assertThat(export.guess(polish, polish, null))
        .contains("encoding: windows-1250", "# of the file: zamówienie");
    assertThatThrownBy(() -> export.guess(polish, null, null)).isInstanceOf(BadFile.class);
    var file = Files.write(folder.resolve("a.csv"), export.text().getBytes(polish));
    assertThat(FittingEncodings.of(file))
        .anySatisfy(
            each -> {
              assertThat(each.encoding()).isEqualTo("windows-1250");
              assertThat(each.line()).contains("Żółć", "ąęćńóś");
            })
        .noneMatch(each -> each.encoding().equals(StandardCharsets.UTF_8.name()));
  }

  @Test
  void namesOfFilesAreNoPatternsAndControlCharactersAreShown() {
    var export =
        AnExport.of(
            PLAIN.replace("total", "total\u0007"), i -> "%d,C%d,2024-01-02,9".formatted(i, i));
    assertThat(export.called("a[1]{x}.csv").guess())
        .contains("files: \"a?*??x?.csv\"", "total\\u0007");
    assertThat(export.called("orders.csv").guess()).contains("files: \"orders*.csv\"");
  }

  @Test
  void theNextFileOfAMonthlyExportMatchesToo() {
    var rows =
        AnExport.of(
            "Buyer User ID,Sale Date,Order ID,Order Total",
            i -> "b%d,Jun-%02d-26,%d,9".formatted(i, 1 + i % 28, i));
    assertThat(rows.called("eBay-Orders-Jun-30-2026.csv").guess())
        .contains(
            "ebay-orders:",
            "files: \"eBay-Orders-*.csv\"",
            "customer: [\"Buyer User ID\"]",
            "date-format: \"MMM-dd-yy\"");
    assertThat(rows.called("sales_30june2026.csv").guess()).contains("files: \"sales_*.csv\"");
    assertThat(rows.called("2026-May-sales.csv").guess()).contains("files: \"*-sales.csv\"");
    assertThat(rows.called("mayor-orders-7.csv").guess())
        .contains("mayor-orders:", "files: \"mayor-orders-*.csv\"");
  }
}
