package dev.nightjar.report;

import static dev.nightjar.kit.NightjarProcess.json;
import static dev.nightjar.kit.NightjarProcess.nightjar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.drawings.Figures;
import dev.nightjar.kit.ANight;
import dev.nightjar.kit.DatabaseTest;
import dev.nightjar.kit.Shop;
import dev.nightjar.ports.MoveCauses;
import dev.nightjar.views.Moves;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DatabaseTest
class ReportNightTest {
  private static final String FIRST = "2025-01-30";
  private static final String SECOND = "2025-01-31";
  private static final String FILE = SECOND + "/report.html";
  private static final Figures FIGURES = new Figures(Locale.ROOT);

  private static void twoNights(Shop shop) {
    ANight.in(shop, FIRST)
        .withOrders(
            "KEY-OF-A 10 days ago 120.00",
            "KEY-OF-A 40 days ago 20.00",
            "KEY-OF-B 2 days ago 30.00",
            "KEY-OF-B 30 days ago 15.00",
            "KEY-OF-C 300 days ago 5.00",
            "KEY-OF-D 400 days ago -7.00")
        .run();
    ANight.in(shop, SECOND)
        .withOrders("KEY-OF-C 0 days ago 900.00", "KEY-OF-E 0 days ago 9.00")
        .run();
  }

  @Test
  void everyNightHasAReportOfItsOwn(Shop shop) {
    twoNights(shop);
    assertThat(shop.reports()).containsOnlyKeys(FIRST + "/report.html", FILE);
    assertThat(shop.reports().get(FIRST + "/report.html"))
        .contains("This is the first published night.");
    assertThat(shop.reports().get(FILE))
        .contains("Since " + FIRST, "1 new", "Causes of moves", "everybody", "delivered");
  }

  @Test
  void tablesHaveTheNumbersOfTheCommand(Shop shop) {
    twoNights(shop);
    var rows = new Markup(shop.reports().get(FILE)).table("Segments, best first");
    var segments = json(nightjar(shop, "segments", "--json"));
    assertThat(rows).hasSize(segments.size());
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i)).isEqualTo(cells(segments.get(i)));
    }
  }

  private static List<String> cells(JsonNode segment) {
    var cells = new ArrayList<String>();
    cells.add(segment.get("segment").asString());
    cells.add(FIGURES.count(segment.get("customers").asLong()));
    cells.add(FIGURES.percent(segment.get("customers_share").asDouble()));
    cells.add(FIGURES.decimal(segment.get("revenue").asDouble(), 0));
    cells.add(FIGURES.percent(segment.get("revenue_share").asDouble()));
    cells.add(decimal(segment.get("mean_recency_days"), 0));
    cells.add(decimal(segment.get("median_recency_days"), 0));
    cells.add(decimal(segment.get("mean_frequency"), 1));
    cells.add(decimal(segment.get("median_frequency"), 1));
    cells.add(decimal(segment.get("mean_monetary"), 0));
    cells.add(decimal(segment.get("median_monetary"), 0));
    cells.add(FIGURES.count(segment.get("moved_in").asLong()));
    cells.add(FIGURES.count(segment.get("moved_out").asLong()));
    return cells;
  }

  private static String decimal(JsonNode number, int decimals) {
    return number.isNull() ? "–" : FIGURES.decimal(number.asDouble(), decimals);
  }

  @Test
  void scoresAndDevelopmentAddUpToTheCustomersOfTheNight(Shop shop) {
    twoNights(shop);
    var page = new Markup(shop.reports().get(FILE));
    long scored =
        page.table("Customers, and their mean value in GBP").stream()
            .flatMap(row -> row.stream().skip(1))
            .filter(cell -> !cell.equals("–"))
            .mapToLong(cell -> Long.parseLong(cell.split(",")[0]))
            .sum();
    assertThat(scored).isEqualTo(4);
    var rows = page.table("Customers by segment and night");
    for (int night = 1; night <= 2; night++) {
      int column = night;
      assertThat(rows.stream().mapToLong(row -> Long.parseLong(row.get(column))).sum())
          .as("column " + column)
          .isEqualTo(night == 1 ? 5 : 4);
    }
  }

  @Test
  void aReportNeedsNothingElseAndNamesNobody(Shop shop) {
    twoNights(shop);
    assertThat(shop.reports().get(FILE))
        .doesNotContain("KEY-OF-")
        .doesNotContainPattern(
            "<script|<link|<img|<iframe|src=|href=|url\\(|@import|http:|https:| on\\w+=\"");
  }

  @Test
  void theCommandWritesTheSameBytesAgain(Shop shop) throws Exception {
    twoNights(shop);
    var reports = shop.reports();
    Files.delete(shop.folder().resolve("reports").resolve(FILE));
    var written = nightjar(shop, "report");
    assertThat(written.exitCode()).isZero();
    assertThat(written.output().strip()).endsWith("reports/" + FILE);
    assertThat(nightjar(shop, "report", "--date", FIRST).exitCode()).isZero();
    assertThat(shop.reports()).isEqualTo(reports);
    var unknown = nightjar(shop, "report", "--date", "2024-01-01");
    assertThat(unknown.exitCode()).isEqualTo(6);
    assertThat(unknown.output()).contains("is not published", "Next: ");
  }

  @Test
  void reportsGoAfterTheirRetention(Shop shop) {
    shop.with("report.retention=P1D");
    twoNights(shop);
    assertThat(shop.reports()).containsOnlyKeys(FILE);
  }

  @Test
  void publishedMovesAreThoseThatAreComputed(Shop shop) {
    twoNights(shop);
    var to = LocalDate.parse(SECOND);
    var published =
        shop.<Moves>open(
            context -> Moves.into(to, context.getBean(DSLContext.class)).orElseThrow());
    var computed =
        shop.<Moves>open(
            context ->
                Moves.between(
                    LocalDate.parse(FIRST),
                    to,
                    context.getBean(MoveCauses.class),
                    context.getBean(DSLContext.class)));
    assertThat(published.segments()).isEqualTo(computed.segments());
    assertThat(published.ways()).containsExactlyInAnyOrderElementsOf(computed.ways());
    assertThat(published.causes()).isNotEmpty();
  }
}
