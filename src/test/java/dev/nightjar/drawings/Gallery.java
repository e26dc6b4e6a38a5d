package dev.nightjar.drawings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Every kind of picture, of easy and of awkward values. */
final class Gallery {
  private static final Figures FIGURES = new Figures(Locale.ENGLISH);
  private static final List<String> SHORT =
      List.of("Champions", "Loyal", "New", "At Risk", "Cannot Lose Them", "Lost");
  private static final List<String> LONG =
      IntStream.range(0, 30)
          .mapToObj(
              i ->
                  switch (i % 6) {
                    case 0 -> "Customers who ordered again after a very long pause, group " + i;
                    case 1 -> "Donaudampfschifffahrtsgesellschaftskapitänswitwenrabatt" + i;
                    case 2 -> "<b>&\"bold\"</b> ' " + i;
                    case 3 -> "最優良顧客のセグメント" + i;
                    case 4 -> "WWWWWWWWWW MMMMMMMMMM " + i;
                    default -> "s" + i;
                  })
          .toList();

  private Gallery() {}

  /** The pictures by name. */
  static Map<String, Drawing.Picture> pictures() {
    var all = new LinkedHashMap<String, Drawing.Picture>();
    add(all, "plain", SHORT, i -> 400.0 / (i + 1));
    add(all, "long names", LONG, i -> 1000.0 / (i + 1));
    add(all, "one huge", LONG, i -> i == 7 ? 1_000_000 : 1);
    add(all, "all zero", LONG, i -> 0);
    add(all, "one", SHORT.subList(0, 1), i -> 5);
    add(all, "one with a long name", LONG.subList(0, 1), i -> 12_345_678);
    add(all, "none", List.of(), i -> 0);
    add(all, "below zero", SHORT, i -> 200 - 100 * i);
    return all;
  }

  private static void add(
      Map<String, Drawing.Picture> all,
      String name,
      List<String> names,
      IntToDoubleFunction value) {
    all.put("treemap, " + name, treemap(names, value));
    all.put("heat map, " + name, heatMap(names, value));
    all.put("development, " + name, development(names, value, 400));
    all.put("development of a night, " + name, development(names, value, 1));
    all.put("moves, " + name, moves(names, value));
    all.put("scatter, " + name, scatter(names, value));
    all.put("curves, " + name, curves(names, value));
    all.put("bars, " + name, bars(names, value));
    all.put("funnel, " + name, funnel(names, value));
    all.put("intervals, " + name, intervals(names, value));
    all.put("bins, " + name, bins(names, value));
  }

  private static double strength(int i, List<String> names) {
    return names.size() < 2 ? 1 : 1 - i / (names.size() - 1.0);
  }

  private static Treemap treemap(List<String> names, IntToDoubleFunction value) {
    var tiles = new ArrayList<Treemap.Tile>();
    for (int i = 0; i < names.size(); i++) {
      var text = FIGURES.brief(value.applyAsDouble(i));
      tiles.add(
          new Treemap.Tile(
              names.get(i),
              text,
              value.applyAsDouble(i),
              strength(i, names),
              names.get(i) + ": " + text,
              i % 2 == 0 ? "/segments?name=" + i + "&x" : null));
    }
    return new Treemap("Segments", "Customers by segment.", tiles);
  }

  private static HeatMap heatMap(List<String> names, IntToDoubleFunction value) {
    int side = names.isEmpty() ? 1 : names.size() > 10 ? 10 : 5;
    var scores = IntStream.rangeClosed(1, side).mapToObj(String::valueOf).toList();
    var cells = new ArrayList<HeatMap.Cell>();
    for (int i = 0; i < Math.min(names.size(), side * side); i++) {
      double each = value.applyAsDouble(i);
      cells.add(
          new HeatMap.Cell(
              i % side,
              i / side,
              strength(i, names),
              FIGURES.brief(each),
              FIGURES.count(123_456_789),
              "cell " + i,
              null));
    }
    return new HeatMap(
        "Scores", "Mean value.", "frequency score", "recency score", scores, scores, cells);
  }

  private static StackedArea development(
      List<String> names, IntToDoubleFunction value, int nights) {
    var times = IntStream.range(0, nights).mapToObj(i -> "2026-01-%02d".formatted(i)).toList();
    var layers = new ArrayList<StackedArea.Layer>();
    for (int i = 0; i < names.size(); i++) {
      var values = new double[nights];
      for (int night = 0; night < nights; night++) {
        values[night] = value.applyAsDouble(i) * (1 + 0.3 * Math.sin(night / 40.0 + i));
      }
      layers.add(
          new StackedArea.Layer(names.get(i), values, strength(i, names), names.get(i), null));
    }
    return new StackedArea("Development", "Customers.", times, layers, FIGURES);
  }

  private static Sankey moves(List<String> names, IntToDoubleFunction value) {
    var flows = new ArrayList<Sankey.Flow>();
    for (int i = 0; i < names.size(); i++) {
      for (int step = 1; step <= 3; step++) {
        int to = (i + step * step) % names.size();
        var kind = to == i ? Sankey.Kind.SAME : to < i ? Sankey.Kind.UP : Sankey.Kind.DOWN;
        flows.add(new Sankey.Flow(i, to, value.applyAsDouble(i) / step, kind, "flow", null));
      }
    }
    return new Sankey("Moves", "Customers who moved.", names, names, flows, FIGURES);
  }

  private static Scatter scatter(List<String> names, IntToDoubleFunction value) {
    var points =
        IntStream.range(0, 300)
            .mapToObj(i -> new Scatter.Point(1 + i % 17 * 31 % 400, 1 + i * i % 9000))
            .toList();
    var centres = new ArrayList<Scatter.Centre>();
    for (int i = 0; i < names.size(); i++) {
      double each = value.applyAsDouble(i);
      centres.add(
          new Scatter.Centre(
              names.get(i),
              10 + i * i % 97,
              1 + i * 71 % 997,
              each,
              strength(i, names),
              "c",
              null));
    }
    return new Scatter("Clusters", "Centres.", "recency", "monetary", points, centres, FIGURES);
  }

  private static Curves curves(List<String> names, IntToDoubleFunction value) {
    var numbers = IntStream.range(2, 2 + Math.max(1, names.size())).boxed().toList();
    var known = numbers.stream().map(k -> (Double) value.applyAsDouble(k - 2)).toList();
    var partly = numbers.stream().map(k -> k % 2 == 0 ? (Double) (1.0 / k) : null).toList();
    var none = numbers.stream().map(k -> (Double) null).toList();
    return new Curves(
        "Numbers of clusters",
        "Quality.",
        "Clusters",
        numbers,
        3,
        List.of(
            new Curves.Panel(
                List.of(
                    new Curves.Measure("simplified silhouette", partly),
                    new Curves.Measure("silhouette of a sample", partly))),
            new Curves.Panel(List.of(new Curves.Measure("inertia", known))),
            new Curves.Panel(List.of(new Curves.Measure("unknown", none)))),
        FIGURES);
  }

  private static Bars bars(List<String> names, IntToDoubleFunction value) {
    var bars = new ArrayList<Bars.Bar>();
    for (int i = 0; i < names.size(); i++) {
      double each = value.applyAsDouble(i);
      bars.add(Bars.Bar.of(names.get(i), each, FIGURES.decimal(each, 2) + " of everything"));
    }
    return new Bars("Revenue", "By segment.", bars);
  }

  private static Funnel funnel(List<String> names, IntToDoubleFunction value) {
    var losses = new LinkedHashMap<String, Long>();
    long all = 0;
    for (int i = 0; i < names.size(); i++) {
      long each = Math.max(0, (long) value.applyAsDouble(i));
      losses.put(names.get(i), each);
      all += each;
    }
    return new Funnel(
        "Audience",
        "Who is left.",
        "Members",
        all + 10,
        losses,
        "Published",
        Map.of("klaviyo", 9L),
        FIGURES);
  }

  private static Intervals intervals(List<String> names, IntToDoubleFunction value) {
    var all = new ArrayList<Intervals.Interval>();
    for (int i = 0; i < names.size(); i++) {
      double each = value.applyAsDouble(i);
      all.add(
          new Intervals.Interval(names.get(i), each - 20, each, each + 30, FIGURES.brief(each)));
    }
    return new Intervals("Uplift", "Difference.", all);
  }

  private static Bins bins(List<String> names, IntToDoubleFunction value) {
    var rows = new ArrayList<Bins.Row>();
    for (int i = 0; i < Math.min(3, names.size()); i++) {
      var cuts =
          IntStream.range(1, names.size())
              .mapToObj(cut -> FIGURES.decimal(value.applyAsDouble(cut), 2))
              .toList();
      var strengths =
          IntStream.range(0, names.size()).mapToObj(each -> strength(each, names)).toList();
      rows.add(new Bins.Row(names.get(i), names, strengths, cuts, i, 0.5, "12 days, score 3"));
    }
    return new Bins("Scores", "Where a customer is.", rows);
  }
}
