package dev.nightjar.rfm;

import dev.nightjar.home.Checked;
import dev.nightjar.home.Offers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How customers are scored.
 *
 * @param rule how cut points are found, for metrics without their own
 * @param bins scores per metric, for metrics without their own
 * @param window how far back frequency and monetary look, as an ISO period (such as P365D) or all
 * @param direction which score is the best
 * @param refit when cut points are found again
 * @param recency scoring of the days since the last order
 * @param frequency scoring of the number of orders
 * @param monetary scoring of the value
 */
@ConfigurationProperties("rfm")
record RfmSettings(
    @DefaultValue("quantile") BinningRule rule,
    @Min(2) @Max(10) @DefaultValue("5") int bins,
    @DefaultValue("P365D") String window,
    @DefaultValue("n-is-best") Direction direction,
    @DefaultValue("nightly") Refit refit,
    @DefaultValue @Valid Recency recency,
    @DefaultValue @Valid Frequency frequency,
    @DefaultValue @Valid Monetary monetary)
    implements Checked {

  /** The settings that a metric can override; null or empty if it does not. */
  sealed interface Scored {
    @Nullable BinningRule rule();

    @Nullable Integer bins();

    /** In the unit of the metric, or as shares of the customers, depending on the rule. */
    List<BigDecimal> thresholds();
  }

  /**
   * @param rule of this metric; none for {@code rfm.rule}
   * @param bins scores of this metric; none for {@code rfm.bins}
   * @param thresholds cut points, or shares of the customers, for the rules that take them
   */
  record Recency(
      @Nullable BinningRule rule,
      @Min(2) @Max(10) @Nullable Integer bins,
      @DefaultValue List<BigDecimal> thresholds)
      implements Scored {}

  /**
   * @param rule of this metric; none for {@code rfm.rule}
   * @param bins scores of this metric; none for {@code rfm.bins}
   * @param thresholds cut points, or shares of the customers, for the rules that take them
   * @param counts what is counted
   */
  record Frequency(
      @Nullable BinningRule rule,
      @Min(2) @Max(10) @Nullable Integer bins,
      @DefaultValue List<BigDecimal> thresholds,
      @DefaultValue("orders") Counts counts)
      implements Scored {}

  /**
   * @param rule of this metric; none for {@code rfm.rule}
   * @param bins scores of this metric; none for {@code rfm.bins}
   * @param thresholds cut points, or shares of the customers, for the rules that take them
   * @param value what is compared
   */
  record Monetary(
      @Nullable BinningRule rule,
      @Min(2) @Max(10) @Nullable Integer bins,
      @DefaultValue List<BigDecimal> thresholds,
      @DefaultValue("sum") Value value)
      implements Scored {}

  /** What frequency counts among the kept orders in the window. */
  enum Counts {
    ORDERS,
    /** Days with an order. */
    DAYS,
    /** Order lines. */
    LINES
  }

  /** How monetary is computed from the value less returns in the window. */
  enum Value {
    SUM,
    /** The sum divided by the number of orders. */
    MEAN_ORDER
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    try {
      if (!window.equals("all") && !isPositive(Period.parse(window))) {
        problems.add("window: looks ahead or nowhere; it must be positive, such as P365D");
      }
    } catch (DateTimeParseException e) {
      problems.add("window: is not an ISO period (expected: P365D, or all)");
    }
    axes().forEach(axis -> problems.addAll(axis.problems()));
    long nested = axes().stream().filter(axis -> axis.rule() == BinningRule.NESTED).count();
    if (nested > 0 && nested < axes().size()) {
      problems.add("rule: nested is for recency, frequency and monetary together, or for none");
    }
    return problems;
  }

  @Override
  public List<Offers> offers() {
    var bySetting = new TreeMap<String, Integer>();
    addBins(bySetting, "recency", recency);
    addBins(bySetting, "frequency", frequency);
    addBins(bySetting, "monetary", monetary);
    return List.of(new Offers.Scores(bySetting, direction != Direction._1_IS_BEST));
  }

  private void addBins(Map<String, Integer> bySetting, String metric, @Nullable Scored scored) {
    var own = scored == null ? null : scored.bins();
    bySetting.put(own == null ? "rfm.bins" : "rfm." + metric + ".bins", own == null ? bins : own);
  }

  /** How each metric is scored. */
  List<MetricRule> axes() {
    return Arrays.stream(Metric.values()).map(this::axis).toList();
  }

  MetricRule axis(Metric metric) {
    Scored scored =
        switch (metric) {
          case RECENCY -> recency;
          case FREQUENCY -> frequency;
          case MONETARY -> monetary;
        };
    return new MetricRule(
        metric,
        scored.rule() == null ? rule : scored.rule(),
        scored.bins() == null ? bins : scored.bins(),
        scored.thresholds());
  }

  /** The first day of the window that ends with the given day; null if it is unlimited. */
  @Nullable LocalDate firstDay(LocalDate lastDay) {
    return firstDay(window, lastDay);
  }

  /** The first day of a window that ends with the given day; null if it is unlimited. */
  static @Nullable LocalDate firstDay(String window, LocalDate lastDay) {
    return window.equals("all") ? null : lastDay.minus(Period.parse(window)).plusDays(1);
  }

  private static boolean isPositive(Period period) {
    return !period.isNegative() && !period.isZero();
  }
}
