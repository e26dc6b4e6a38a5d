package dev.nightjar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nightjar.Application;
import dev.nightjar.home.Failure;
import dev.nightjar.home.Home;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.SettableClock;
import dev.nightjar.kit.Shop;
import dev.nightjar.pipeline.Progress;
import dev.nightjar.ports.FilePreviews;
import dev.nightjar.ports.FilePreviews.Preview;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePreviewsTest {
  private static final Path SHARED =
      Path.of(Optional.ofNullable(System.getenv("SHARED_DIR")).orElse("../shared"));
  private static final Path INSTALLATION = Path.of("").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void aPreviewShowsTypedRowsRejectsAndTheVerdict() throws Exception {
    var file =
        file(
            "orders-1.csv",
            """
            order_number,ordered_at,customer_id,product_code,quantity,unit_price,status
            1,2025-01-10 12:00:00,A,P,01,10.50,completed
            2,2025-02-30 12:00:00,A,P,1,10.00,completed
            """);
    assertThat(preview(file, null))
        .isEqualTo(
            new Preview(
                "shop-orders",
                "csv, comma, UTF-8",
                List.of(
                    "order_number",
                    "customer_key",
                    "ordered_at",
                    "product_code",
                    "quantity",
                    "unit_price",
                    "status"),
                List.of(List.of("1", "A", "2025-01-10T12:00", "P", "1", "10.50", "completed")),
                2,
                Map.of("ordered_at not-a-time", 1L),
                List.of("line 3: ordered_at not-a-time"),
                "quarantined: 1 of 2 lines are rejects, more than the source's share of 0.1"));
    assertThat(preview(file, "shop-customers").verdict())
        .startsWith("quarantined, line 1: the header has no column updated_at");
  }

  @Test
  void aPreviewShowsAmountsOfOtherCurrenciesConverted() throws Exception {
    var header =
        "order_number,ordered_at,customer_id,product_code,quantity,unit_price,status,currency\n";
    var file = file("orders-1.csv", header + "1,2025-01-10 12:00:00,A,P,1,10.50,completed,EUR\n");
    var settings =
        List.of(
            "ingest.sources.shop-orders.columns.currency=currency",
            "business.rates.EUR[0].from=2025-01-01",
            "business.rates.EUR[0].rate=0.8");
    var preview = examine(folder, settings, examiner -> examiner.preview(file, null, 10));
    assertThat(preview.rows()).singleElement().asList().contains("8.400");
    assertThat(guess(file)).contains("currency: [\"currency\"]");
  }

  @Test
  void aFileThatNoSourceTakesIsRefusedWithTheNextCommand() throws Exception {
    var file = file("unknown.txt", "a,b\n1,2\n");
    assertThatThrownBy(() -> preview(file, null))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("nightjar guess");
    assertThatThrownBy(() -> guess(folder.resolve("none.csv")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("File not found");
  }

  @Test
  void aGermanExportIsGuessedWithItsDatesNumbersAndReturns() throws Exception {
    var file =
        file(
            "bestellungen_2025-01-31.csv",
            """
            Bestellnummer;Kundennummer;Bestelldatum;Artikel;Menge;Einzelpreis
            1;K1;31.01.2025 14:15;A-1;2;1.234,50
            2;K2;30.01.2025 09:00;A-2;-1;9,99
            """);
    assertThat(guess(file))
        .isEqualTo(
            """
            # guessed from bestellungen_2025-01-31.csv (csv, semicolon, UTF-8); 2 lines read
            ingest:
              sources:
                bestellungen:
                  feed: order-lines
                  files: "bestellungen_*.csv"
                  columns: # of the file: Bestellnummer, Kundennummer, Bestelldatum, Artikel, Menge, Einzelpreis
                    order: ["Bestellnummer"]
                    customer: ["Kundennummer"]
                    ordered-at: ["Bestelldatum"]
                    product: ["Artikel"]
                    quantity: ["Menge"]
                    unit-price: ["Einzelpreis"]
                  date-format: "dd.MM.yyyy HH:mm"
                  numbers:
                    decimal: ","
                    thousands: "."
                  return-marker:
                    negative-quantity: true
            """);
  }

  @Test
  void whatIsNotRecognisedIsAQuestionMarkAndAmbiguousDatesNameTheOther() throws Exception {
    var file = file("x.csv", "k,when,y\nA,01/02/2025,3\nB,03/04/2025,5\n");
    assertThat(guess(file))
        .contains("customer: \"?\" # not recognised")
        .contains("ordered-at: [\"when\"]")
        .contains("total: \"?\" # not recognised")
        .contains("date-format: \"dd/MM/yyyy\" # or M/d/yyyy");
  }

  @Test
  void aFileWithoutHeaderIsGuessedByItsColumnsNumbersAndShowsNoValue() throws Exception {
    var file = file("master.txt", " 00001 19970101  1   11.77\n 00002 19970112  1   12.00\n");
    assertThat(guess(file))
        .contains("files: \"master.txt\"", "format: blanks", "header: false")
        .contains("# of the file: 1, 2, 3, 4", "ordered-at: [\"2\"]", "date-format: \"yyyyMMdd\"")
        .doesNotContain("11.77", "00001");
    var comma = file("c.csv", "Ann,2025-01-10,12.50\nBob,2025-01-11,7.25\n");
    assertThat(guess(comma)).contains("header: false").doesNotContain("Ann", "blanks");
  }

  @Test
  void customersAndSuppressionsAreDistinguished() throws Exception {
    var customers =
        file(
            "crm.csv",
            "CustomerID,First Name,Email,City,State,ZIP Code,Date of Birth\n1,Ann,a@example.com,Ulm,,,\n");
    assertThat(guess(customers))
        .contains("feed: customers", "first-name:", "state: [\"State\"]", "zip: [\"ZIP Code\"]")
        .contains("birth-date: [\"Date of Birth\"]");
    var optOuts = file("optouts.csv", "E-Mail\na@example.com\n");
    assertThat(guess(optOuts)).contains("feed: suppressions", "email: [\"E-Mail\"]");
  }

  @DatabaseTest
  static class GuessedSources {
    @ParameterizedTest
    @CsvSource({
      "online_retail.csv.gz, 2011-12-09, 541909, 'order-lines'",
      "rfm_data_orders.csv, 2006-12-31, 4906, 'orders'"
    })
    void loadTheFileWithoutAHandsTouch(
        String name, String night, String lines, String feed, Shop shop) throws Exception {
      var data = SHARED.resolve("data").resolve(name);
      assumeTrue(Files.exists(data), () -> "skipped: no real data in " + SHARED.toAbsolutePath());
      var config = Files.createDirectories(shop.folder().resolve("config"));
      Files.copy(INSTALLATION.resolve("config/nightjar.yaml"), config.resolve("nightjar.yaml"));
      Files.copy(INSTALLATION.resolve("config/segments.yaml"), config.resolve("segments.yaml"));
      var guessed = examine(shop.folder(), List.of(), examiner -> examiner.guess(data));
      assertThat(guessed).contains("feed: " + feed);
      Files.writeString(config.resolve("sources.yaml"), guessed);

      shop.with("rfm.window=all").deliver(name, Files.readAllBytes(data)).run(night);

      assertThat(shop.rows("select verdict, lines_loaded, lines_rejected from ingest.files"))
          .containsExactly("loaded|" + lines + "|0");
    }
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private Preview preview(Path file, @Nullable String source) {
    return examine(folder, List.of(), examiner -> examiner.preview(file, source, 10));
  }

  private String guess(Path file) {
    return examine(folder, List.of(), examiner -> examiner.guess(file));
  }

  private static <T> T examine(
      Path home, List<String> settings, Function<FilePreviews, T> question) {
    var place = new Home(home, INSTALLATION, settings);
    try (var context = Application.open(place, Progress.silent(), new SettableClock())) {
      return question.apply(context.getBean(FilePreviews.class));
    }
  }
}
