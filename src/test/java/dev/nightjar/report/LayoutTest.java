package dev.nightjar.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.drawings.Figures;
import dev.nightjar.drawings.Theme;
import dev.nightjar.views.Audiences;
import dev.nightjar.views.Audiences.Audience;
import dev.nightjar.views.Audiences.Change;
import dev.nightjar.views.Development;
import dev.nightjar.views.Moves;
import dev.nightjar.views.ScoreGrid;
import dev.nightjar.views.Segments;
import dev.nightjar.views.Segments.Segment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final LocalDate NIGHT = LocalDate.parse("2026-06-30");
  private static final int SEGMENTS = 30;
  private static final int NIGHTS = 400;
  private static final int MOST_BYTES = 1_000_000;

  @Test
  void aLargeReportStaysUnderAMegabyte() throws IOException {
    var page = new Layout(large(), new Figures(Locale.ROOT)).page();
    Files.write(Files.createDirectories(Path.of("target")).resolve("large-report.html"), page);
    assertThat(page.length).isLessThan(MOST_BYTES);
    var markup = new Markup(new String(page, StandardCharsets.UTF_8));
    assertThat(markup.all("id")).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    assertThat(markup.table("Segments, best first")).hasSize(SEGMENTS);
    assertThat(markup.table("Customers by segment and night").get(0)).hasSize(7);
  }

  @Test
  void namesAreTextWhateverTheyContain() {
    var page =
        new String(new Layout(large(), new Figures(Locale.ROOT)).page(), StandardCharsets.UTF_8);
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script");
  }

  @Test
  void styleHasNothingToEscape() {
    assertThat(Theme.css() + Theme.FONTS).doesNotContainPattern("[<>&\"]");
    var page =
        new String(new Layout(empty(), new Figures(Locale.ROOT)).page(), StandardCharsets.UTF_8);
    var style = page.substring(page.indexOf("<style>"), page.indexOf("</style>"));
    assertThat(style.substring("<style>".length())).doesNotContainPattern("[<>&\"]");
  }

  @Test
  void aNightWithoutCustomersHasAReport() {
    var page =
        new String(new Layout(empty(), new Figures(Locale.ROOT)).page(), StandardCharsets.UTF_8);
    assertThat(page).contains("0 customers in 0 segments", "Nothing to show.");
  }

  private static NightFacts empty() {
    return new NightFacts(
        NIGHT,
        "EUR",
        new Segments(NIGHT, List.of()),
        new ScoreGrid(NIGHT, List.of(), List.of(), List.of()),
        new Development(List.of(), List.of()),
        null,
        new Audiences(NIGHT, List.of()),
        List.of());
  }

  private static NightFacts large() {
    var names = names();
    var scores = IntStream.rangeClosed(1, 10).boxed().toList();
    var cells = new ArrayList<ScoreGrid.Cell>();
    for (int r : scores) {
      scores.forEach(
          f -> cells.add(new ScoreGrid.Cell(r, f, r * 100, BigDecimal.valueOf(r * f * 777))));
    }
    return new NightFacts(
        NIGHT,
        "EUR",
        new Segments(NIGHT, IntStream.range(0, SEGMENTS).mapToObj(LayoutTest::segment).toList()),
        new ScoreGrid(NIGHT, scores, scores, cells),
        development(names),
        moves(names),
        audiences(),
        List.of("Source shop-orders: late (last file: orders-2026-06-30.csv)."));
  }

  private static List<String> names() {
    return IntStream.range(0, SEGMENTS)
        .mapToObj(i -> i == 3 ? "<script>alert(1)</script>" : "A segment with a long name " + i)
        .toList();
  }

  private static Segment segment(int i) {
    var value = BigDecimal.valueOf(1000.5 * (SEGMENTS - i));
    var share = new BigDecimal("0.033333");
    long customers = 100L * (i + 1);
    return new Segment(
        NIGHT,
        names().get(i),
        i + 1,
        customers,
        share,
        value,
        share,
        value,
        value,
        value,
        1.5,
        2.5,
        3.5,
        99L,
        12,
        13,
        value,
        value,
        value,
        4.5,
        5.5,
        "orders",
        "sum");
  }

  private static Development development(List<String> names) {
    var nights =
        IntStream.range(0, NIGHTS).mapToObj(i -> NIGHT.minusDays(NIGHTS - 1L - i)).toList();
    var series = new ArrayList<Development.Series>();
    for (int s = 0; s < SEGMENTS; s++) {
      int segment = s;
      var customers =
          IntStream.range(0, NIGHTS)
              .mapToObj(i -> (long) (12_345 * (2 + Math.sin(i / 20.0 + segment)) / (segment + 1)))
              .toList();
      series.add(
          new Development.Series(
              names.get(s), customers, customers.stream().map(BigDecimal::valueOf).toList()));
    }
    return new Development(nights, series);
  }

  private static Moves moves(List<String> names) {
    var ways = new ArrayList<Moves.Way>();
    for (int from = 0; from < SEGMENTS; from++) {
      for (int to = 0; to < SEGMENTS; to++) {
        var direction = to < from ? "upgrade" : to > from ? "downgrade" : "stayed";
        var causes = from == to ? new String[] {null} : new String[] {"orders", "time", "both"};
        for (var cause : causes) {
          ways.add(
              new Moves.Way(
                  names.get(from), names.get(to), cause, 1 + from * to, BigDecimal.TEN, direction));
        }
      }
    }
    return new Moves(NIGHT.minusDays(1), NIGHT, names, ways);
  }

  private static Audiences audiences() {
    return new Audiences(NIGHT, IntStream.range(0, 20).mapToObj(LayoutTest::audience).toList());
  }

  private static Audience audience(int i) {
    var at = OffsetDateTime.of(2026, 7, 1, 3, 0, 0, 0, ZoneOffset.UTC);
    var name = "audience-" + i;
    return new Audience(
        NIGHT,
        name,
        i,
        null,
        "Who they are",
        "email",
        "email",
        List.of("klaviyo"),
        null,
        0,
        BigDecimal.ZERO,
        "nightly",
        true,
        0,
        0,
        false,
        1000,
        600,
        5,
        6,
        Map.of("opted-out", 300L, "no-consent", 100L),
        List.of(new Change(NIGHT, "klaviyo", name, null, 590, 600, 10, 5, 0, null, at)),
        List.of());
  }
}
