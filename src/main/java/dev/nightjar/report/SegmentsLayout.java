package dev.nightjar.report;

import dev.nightjar.drawings.Figures;
import dev.nightjar.home.Counted;
import dev.nightjar.views.Cause;
import dev.nightjar.views.Development;
import dev.nightjar.views.Moves;
import dev.nightjar.views.ScoreGrid;
import dev.nightjar.views.Segments;
import dev.nightjar.views.Segments.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Segments, scores, moves and development: pictures, and the numbers of each picture in a table
 * below it.
 *
 * @param figures how numbers are written
 * @param currency code of the currency of all values
 */
public record SegmentsLayout(Figures figures, String currency) {
  private static final int MOST_WAYS = 30;
  private static final List<Integer> NIGHTS_BEFORE = List.of(0, 1, 7, 30, 90, 365);
  private static final String NOBODY = "–";

  /**
   * Adds the segments as areas and as a table.
   *
   * @param isByRevenue whether the areas are in proportion to revenue, not to customers
   */
  public void addSegments(Content page, Segments segments, boolean isByRevenue) {
    page.picture(new Pictures(figures).segments(segments, isByRevenue));
    var all = segments.segments();
    if (all.isEmpty()) {
      return;
    }
    var table =
        new Table(
            "Segments, best first",
            1,
            "Segment",
            "Customers",
            "Share",
            "Revenue",
            "Share",
            "R mean",
            "R median",
            "F mean",
            "F median",
            "M mean",
            "M median",
            "In",
            "Out");
    all.forEach(each -> table.row(cells(each)));
    page.add(table.element());
    page.note(
        "R: days since the last order. F: %s in the scoring window. M: %s, in %s. In, Out: customers"
                .formatted(
                    all.get(0).frequencyCounts(),
                    all.get(0).monetaryValue().equals("sum")
                        ? "value less returns in the scoring window"
                        : "value of a mean order",
                    currency)
            + " who came and left since the published night before.");
  }

  private String[] cells(Segment each) {
    return new String[] {
      each.segment(),
      figures.count(each.customers()),
      figures.percent(each.customersShare().doubleValue()),
      money(each.revenue()),
      figures.percent(each.revenueShare().doubleValue()),
      decimal(each.meanRecencyDays(), 0),
      decimal(each.medianRecencyDays(), 0),
      decimal(each.meanFrequency(), 1),
      decimal(each.medianFrequency(), 1),
      decimal(each.meanMonetary(), 0),
      decimal(each.medianMonetary(), 0),
      figures.count(each.movedIn()),
      figures.count(each.movedOut())
    };
  }

  /** Adds the mean value by recency and frequency as a heat map and as a table. */
  public void addScores(Content page, ScoreGrid grid) {
    page.picture(new Pictures(figures).scores(grid));
    if (grid.cells().isEmpty()) {
      return;
    }
    var headings = new ArrayList<>(List.of("Recency score"));
    grid.frequencyScores().forEach(score -> headings.add("Frequency " + score));
    var table = new Table("Customers, and their mean value in " + currency, 1, headings);
    for (int recency : grid.recencyScores()) {
      var row = new ArrayList<>(List.of(String.valueOf(recency)));
      grid.frequencyScores().forEach(frequency -> row.add(cell(grid, recency, frequency)));
      table.row(row.toArray(String[]::new));
    }
    page.add(table.element());
  }

  private String cell(ScoreGrid grid, int recency, int frequency) {
    return grid.cells().stream()
        .filter(each -> each.recency() == recency && each.frequency() == frequency)
        .map(each -> figures.count(each.customers()) + ", " + decimal(each.meanValue(), 0))
        .findFirst()
        .orElse(NOBODY);
  }

  /**
   * Adds moves as flows, and as tables by cause and by way.
   *
   * @param links where ways lead
   */
  public void addMoves(Content page, Moves moves, MoveLinks links) {
    page.text(
        "Since %s: %s up, %s down, %s stayed, %s new, %s gone."
            .formatted(
                figures.date(moves.from()),
                count(moves, "upgrade"),
                count(moves, "downgrade"),
                count(moves, "stayed"),
                count(moves, "entered"),
                count(moves, "left")));
    page.picture(new Pictures(figures).moves(moves, links));
    if (!moves.causes().isEmpty()) {
      page.part("Causes").picture(new Pictures(figures).causes(moves));
      var causes = new Table("Causes of moves", 1, "Cause", "Customers", "Revenue");
      moves
          .causes()
          .forEach(
              (cause, moved) ->
                  causes.row(
                      Cause.meaning(cause),
                      figures.count(moved.customers()),
                      money(moved.revenue())));
      page.add(causes.element());
    }
    addWays(page, moves, links);
  }

  private String count(Moves moves, String direction) {
    return figures.count(moves.customers(way -> way.direction().equals(direction)));
  }

  private void addWays(Content page, Moves moves, MoveLinks links) {
    var ways =
        moves.ways().stream()
            .filter(way -> !way.direction().equals("stayed"))
            .sorted(Comparator.comparingInt(Moves.Way::customers).reversed())
            .toList();
    if (ways.isEmpty()) {
      return;
    }
    var table =
        new Table("Moves, the most frequent first", 3, "From", "To", "Why", "Customers", "Revenue");
    for (var way : ways.subList(0, Math.min(MOST_WAYS, ways.size()))) {
      table.linked(
          links.to(way.from(), way.to(), way.cause()),
          way.from() == null ? "(new)" : way.from(),
          way.to() == null ? "(gone)" : way.to(),
          way.cause() == null ? way.direction() : Words.heading(way.cause()),
          figures.count(way.customers()),
          money(way.revenue()));
    }
    page.add(table.element());
    if (ways.size() > MOST_WAYS) {
      long customers =
          ways.subList(MOST_WAYS, ways.size()).stream().mapToLong(Moves.Way::customers).sum();
      page.note(
          "Further moves: %s, of %s."
              .formatted(
                  figures.count(ways.size() - MOST_WAYS), Counted.of(customers, "customer")));
    }
  }

  /** Adds the sizes of segments over nights as layers, and some nights of them as a table. */
  public void addDevelopment(Content page, Development development) {
    page.picture(new Pictures(figures).development(development));
    var nights = development.nights();
    var shown = NIGHTS_BEFORE.stream().filter(before -> before < nights.size()).toList();
    var headings = new ArrayList<>(List.of("Segment"));
    shown.forEach(before -> headings.add(figures.date(nights.get(nights.size() - 1 - before))));
    var table = new Table("Customers by segment and night", 1, headings);
    for (var each : development.segments()) {
      table.row(row(each, shown));
    }
    page.add(table.element());
  }

  private String[] row(Development.Series series, List<Integer> nightsBefore) {
    var row = new ArrayList<>(List.of(series.segment()));
    int last = series.customers().size() - 1;
    nightsBefore.forEach(before -> row.add(figures.count(series.customers().get(last - before))));
    return row.toArray(String[]::new);
  }

  private String money(BigDecimal value) {
    return figures.decimal(value.doubleValue(), 0);
  }

  private String decimal(@Nullable Number value, int decimals) {
    return value == null ? NOBODY : figures.decimal(value.doubleValue(), decimals);
  }
}
