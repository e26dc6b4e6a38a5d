package dev.nightjar.segments;

import dev.nightjar.home.Offers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scores of a map's three axes, and the cells that they make. */
record CellScores(ScoreRange r, ScoreRange f, ScoreRange m) {

  /** A cell of the map; its text is the R, F and M scores. */
  record Code(int r, int f, int m) {
    @Override
    public String toString() {
      return "" + r + f + m;
    }

    private int of(String metric) {
      return metric.equals("recency") ? r : metric.equals("frequency") ? f : m;
    }
  }

  /** Every cell, lowest scores first. */
  List<Code> codes() {
    var codes = new ArrayList<Code>();
    for (int r = this.r.lowest(); r <= this.r.highest(); r++) {
      for (int f = this.f.lowest(); f <= this.f.highest(); f++) {
        for (int m = this.m.lowest(); m <= this.m.highest(); m++) {
          codes.add(new Code(r, f, m));
        }
      }
    }
    return codes;
  }

  /** The axes in the order of a code's digits. */
  List<ScoreRange> axes() {
    return List.of(r, f, m);
  }

  /** The axes by the names of their metrics. */
  Map<String, ScoreRange> byMetric() {
    return Map.of("recency", r, "frequency", f, "monetary", m);
  }

  /** The lowest value of (F + M) / 2. */
  double lowestFm() {
    return (f.lowest() + m.lowest()) / 2.0;
  }

  /** The highest value of (F + M) / 2. */
  double highestFm() {
    return (f.highest() + m.highest()) / 2.0;
  }

  /** Whether all axes have the same scores. */
  boolean areAlike() {
    return r.equals(f) && f.equals(m);
  }

  /**
   * The cells that nobody can be in.
   *
   * @param scores how customers are scored, with as many scores
   */
  Set<Code> impossible(Offers.Scores scores) {
    var impossible = new LinkedHashSet<Code>();
    for (var metric : scores.metrics()) {
      for (var code : codes()) {
        var axis = byMetric().get(metric.name());
        int score = code.of(metric.name());
        int rank = scores.isHighestBest() ? score - axis.lowest() + 1 : axis.highest() - score + 1;
        if (metric.impossible().contains(rank)) {
          impossible.add(code);
        }
      }
    }
    return impossible;
  }

  /** One range if all are the same, otherwise all three. */
  @Override
  public String toString() {
    return areAlike() ? r.toString() : "r %s, f %s, m %s".formatted(r, f, m);
  }
}
