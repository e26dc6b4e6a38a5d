package dev.nightjar.report;

import dev.nightjar.drawings.Bars;
import dev.nightjar.drawings.Drawing;
import dev.nightjar.drawings.Figures;
import dev.nightjar.drawings.Funnel;
import dev.nightjar.drawings.HeatMap;
import dev.nightjar.drawings.Intervals;
import dev.nightjar.drawings.Sankey;
import dev.nightjar.drawings.StackedArea;
import dev.nightjar.drawings.Treemap;
import dev.nightjar.uplift.UpliftDifference;
import dev.nightjar.uplift.UpliftRevenue;
import dev.nightjar.views.Audiences;
import dev.nightjar.views.Audiences.Audience;
import dev.nightjar.views.Cause;
import dev.nightjar.views.Development;
import dev.nightjar.views.Moves;
import dev.nightjar.views.ScoreGrid;
import dev.nightjar.views.Segments;
import dev.nightjar.views.Uplift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answers of views as pictures.
 *
 * @param figures how numbers are written
 */
public record Pictures(Figures figures) {
  private static final String NEW = "New";
  private static final String GONE = "Gone";

  /** The segments of a night by number of customers. */
  public Drawing.Picture segments(Segments segments) {
    return segments(segments, false);
  }

  /** The segments of a night by revenue or by number of customers. */
  public Drawing.Picture segments(Segments segments, boolean isByRevenue) {
    var tiles = new ArrayList<Treemap.Tile>();
    int all = segments.segments().size();
    for (var each : segments.segments()) {
      var customers = figures.count(each.customers());
      var customersShare = figures.percent(each.customersShare().doubleValue());
      var revenue = figures.decimal(each.revenue().doubleValue(), 0);
      var revenueShare = figures.percent(each.revenueShare().doubleValue());
      tiles.add(
          new Treemap.Tile(
              each.segment(),
              isByRevenue ? revenue + ", " + revenueShare : customers + ", " + customersShare,
              isByRevenue ? each.revenue().doubleValue() : each.customers(),
              strength(tiles.size(), all),
              "%s: %s customers (%s), revenue %s (%s)"
                  .formatted(each.segment(), customers, customersShare, revenue, revenueShare),
              null));
    }
    return new Treemap(
        (isByRevenue ? "Revenue by segment" : "Customers by segment") + on(segments.night()),
        "Areas are in proportion to %s. A stronger colour is a better place in the map."
            .formatted(isByRevenue ? "revenue less returns" : "customers"),
        tiles);
  }

  private String on(@Nullable LocalDate night) {
    return night == null ? "" : " on " + figures.date(night);
  }

  /** A colour that fades from the first of some to the last. */
  static double strength(int position, int all) {
    return all < 2 ? 1 : 1 - position / (all - 1.0);
  }

  /** The mean value of customers by recency and frequency score. */
  public Drawing.Picture scores(ScoreGrid grid) {
    double most =
        grid.cells().stream().mapToDouble(each -> each.meanValue().doubleValue()).max().orElse(0);
    var cells = new ArrayList<HeatMap.Cell>();
    for (var each : grid.cells()) {
      double value = each.meanValue().doubleValue();
      cells.add(
          new HeatMap.Cell(
              grid.frequencyScores().indexOf(each.frequency()),
              grid.recencyScores().indexOf(each.recency()),
              // roots, as a few cells have most of the value
              most <= 0 || value <= 0 ? 0 : Math.sqrt(value / most),
              figures.brief(value),
              figures.count(each.customers()),
              "Recency score %d, frequency score %d: %s customers, mean value %s"
                  .formatted(
                      each.recency(),
                      each.frequency(),
                      figures.count(each.customers()),
                      figures.decimal(value, 0)),
              null));
    }
    return new HeatMap(
        "Mean value by recency and frequency score on " + figures.date(grid.night()),
        "In each cell: mean value less returns of a customer, below it the number of customers.",
        "frequency score",
        "recency score",
        grid.frequencyScores().stream().map(String::valueOf).toList(),
        grid.recencyScores().stream().map(String::valueOf).toList(),
        cells);
  }

  /** The sizes of segments over nights. */
  public Drawing.Picture development(Development development) {
    var layers = new ArrayList<StackedArea.Layer>();
    int all = development.segments().size();
    for (var each : development.segments()) {
      var customers = each.customers().stream().mapToDouble(Long::doubleValue).toArray();
      var text =
          "%s: %s customers on %s, %s on %s"
              .formatted(
                  each.segment(),
                  figures.count((long) customers[0]),
                  figures.date(development.nights().get(0)),
                  figures.count((long) customers[customers.length - 1]),
                  figures.date(development.nights().get(customers.length - 1)));
      layers.add(
          new StackedArea.Layer(
              each.segment(), customers, strength(layers.size(), all), text, null));
    }
    return new StackedArea(
        "Customers by segment over nights",
        "Published nights, in even steps. A stronger colour is a better place in the map.",
        development.nights().stream().map(figures::date).toList(),
        layers,
        figures);
  }

  /** The customers that moved, entered or left. */
  public Drawing.Picture moves(Moves moves) {
    return moves(moves, MoveLinks.NONE);
  }

  /**
   * The customers that moved, entered or left.
   *
   * @param links where the flows lead
   */
  public Drawing.Picture moves(Moves moves, MoveLinks links) {
    var from = new ArrayList<>(moves.segments());
    from.add(NEW);
    var to = new ArrayList<>(moves.segments());
    to.add(GONE);
    var sums = new LinkedHashMap<List<String>, Sankey.Flow>();
    for (var way : moves.ways()) {
      if (!way.direction().equals("stayed")) {
        var left = way.from() == null ? NEW : way.from();
        var entered = way.to() == null ? GONE : way.to();
        var kind =
            switch (way.direction()) {
              case "upgrade" -> Sankey.Kind.UP;
              case "downgrade" -> Sankey.Kind.DOWN;
              default -> Sankey.Kind.SAME;
            };
        var key = List.of(left, entered);
        double before = sums.containsKey(key) ? sums.get(key).value() : 0;
        double customers = before + way.customers();
        var text = "%s → %s: %s".formatted(left, entered, figures.count((long) customers));
        int start = way.from() == null ? from.size() - 1 : from.indexOf(left);
        int end = way.to() == null ? to.size() - 1 : to.indexOf(entered);
        var link = links.to(way.from(), way.to(), null);
        sums.put(key, new Sankey.Flow(start, end, customers, kind, text, link));
      }
    }
    return new Sankey(
        "Customers who moved from %s to %s"
            .formatted(figures.date(moves.from()), figures.date(moves.to())),
        "Left: the segment before. Right: the segment now. Coloured flows lead up, grey ones down."
            + " Customers who stayed are left out.",
        from,
        to,
        List.copyOf(sums.values()),
        figures);
  }

  /** Why customers moved from segment to segment. */
  public Drawing.Picture causes(Moves moves) {
    var bars = new ArrayList<Bars.Bar>();
    moves
        .causes()
        .forEach(
            (cause, moved) ->
                bars.add(
                    Bars.Bar.of(
                        Cause.meaning(cause),
                        moved.customers(),
                        figures.count(moved.customers()))));
    return new Bars(
        "Why customers moved from %s to %s"
            .formatted(figures.date(moves.from()), figures.date(moves.to())),
        "Customers who moved from segment to segment, by cause.",
        bars);
  }

  /**
   * How many members of each audience are published.
   *
   * @param address where an audience leads, by its name; null for nowhere
   */
  public Drawing.Picture sizes(Audiences audiences, Function<String, @Nullable String> address) {
    var bars = new ArrayList<Bars.Bar>();
    for (var each : audiences.audiences()) {
      var count = figures.count(each.published());
      bars.add(
          new Bars.Bar(
              each.audience(),
              0,
              each.published(),
              count,
              false,
              "%s: %s published of %s members"
                  .formatted(each.audience(), count, figures.count(each.members())),
              address.apply(each.audience())));
    }
    return new Bars(
        "Published members by audience on " + figures.date(audiences.night()),
        "Customers in each audience who are not excluded.",
        bars);
  }

  /** The members of an audience, who was excluded, and who was delivered. */
  public Drawing.Picture funnel(Audience audience) {
    var losses = new LinkedHashMap<String, Long>();
    audience.exclusions().forEach((reason, count) -> losses.put(Words.heading(reason), count));
    var arrivals = new LinkedHashMap<String, Long>();
    for (var change : audience.changes()) {
      if (change.deliveredAt() != null) {
        arrivals.put("Delivered to " + change.destination(), change.customers());
      }
    }
    return new Funnel(
        "Audience " + audience.audience(),
        audience.description(),
        "Members",
        audience.members(),
        losses,
        "Published",
        arrivals,
        figures);
  }

  /** The effects of an audience with their intervals. */
  public Drawing.Picture uplift(Uplift uplift) {
    var intervals = new ArrayList<Intervals.Interval>();
    if (uplift.repurchase() != null) {
      intervals.add(interval("Bought again, points", uplift.repurchase(), 100));
    }
    return new Intervals(
        "Difference of exported and held-out customers",
        "Each line is a 95% interval, with the estimate in it. One that reaches the line of zero"
            + " shows no effect.",
        intervals);
  }

  /** The effects of an audience on revenue with their intervals. */
  public Drawing.Picture upliftRevenue(UpliftRevenue revenue, String currency) {
    return new Intervals(
        "Difference in revenue",
        "Revenue each in " + currency + ", capped, with its 95% interval.",
        List.of(interval("Revenue each, " + currency, revenue.each(), 1)));
  }

  private Intervals.Interval interval(String label, UpliftDifference difference, double unit) {
    double low = unit * difference.low();
    double value = unit * difference.value();
    double high = unit * difference.high();
    return new Intervals.Interval(
        label,
        low,
        value,
        high,
        "%s (%s to %s)"
            .formatted(
                figures.decimal(value, 2), figures.decimal(low, 2), figures.decimal(high, 2)));
  }
}
