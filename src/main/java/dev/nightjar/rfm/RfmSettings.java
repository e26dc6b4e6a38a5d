package dev.nightjar.rfm;

import dev.nightjar.home.Checked;
import dev.nightjar.home.Offers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How customers are scored.
 *
 * @param rule how cut points are found, for metrics without their own
 * @param bins scores per metric, for metrics without their own; rule mean always makes two
 * @param window how far back scores look, as an ISO period (such as P365D) or all; customers whose
 *     last order is older are not scored, but lapsed
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

    Side atThreshold();

    Order ranks();
  }

  /** Where a value belongs that equals a threshold. */
  enum Side {
    /** Up to 180 days are in the lower bin. */
    BELOW,
    /** Less than 180 days are in the lower bin, and 180 days in the higher. */
    ABOVE
  }

  /** The order of values. */
  enum Order {
    /** As in SQL's {@code ntile(5) over (order by recency, customer)}, 1 for the best recency. */
    ASCENDING,
    /** As in SQL's {@code ntile(5) over (order by recency desc, customer)}, 5 for the best. */
    DESCENDING
  }

  /**
   * @param rule of this metric; none for {@code rfm.rule}
   * @param bins scores of this metric; none for {@code rfm.bins}
   * @param thresholds cut points, or shares of the customers, for the rules that take them
   * @param atThreshold where a value belongs that equals a threshold of rule fixed
   * @param ranks order in which rules ntile and rank-first rank customers; equal values by key
   */
  record Recency(
      @Nullable BinningRule rule,
      @Min(2) @Max(10) @Nullable Integer bins,
      @DefaultValue List<BigDecimal> thresholds,
      @DefaultValue("below") Side atThreshold,
      @DefaultValue("ascending") Order ranks)
      implements Scored {}

  /**
   * @param rule of this metric; none for {@code rfm.rule}
   * @param bins scores of this metric; none for {@code rfm.bins}
   * @param thresholds cut points, or shares of the customers, for the rules that take them
   * @param atThreshold where a value belongs that equals a threshold of rule fixed
   * @param ranks order in which rules ntile and rank-first rank customers; equal values by key
   * @param counts what is counted
   */
  record Frequency(
      @Nullable BinningRule rule,
      @Min(2) @Max(10) @Nullable Integer bins,
      @DefaultValue List<BigDecimal> thresholds,
      @DefaultValue("below") Side atThreshold,
      @DefaultValue("ascending") Order ranks,
      @DefaultValue("orders") Counts counts)
      implements Scored {}

  /**
   * @param rule of this metric; none for {@code rfm.rule}
   * @param bins scores of this metric; none for {@code rfm.bins}
   * @param thresholds cut points, or shares of the customers, for the rules that take them
   * @param atThreshold where a value belongs that equals a threshold of rule fixed
   * @param ranks order in which rules ntile and rank-first rank customers; equal values by key
   * @param value what is compared
   */
  record Monetary(
      @Nullable BinningRule rule,
      @Min(2) @Max(10) @Nullable Integer bins,
      @DefaultValue List<BigDecimal> thresholds,
      @DefaultValue("below") Side atThreshold,
      @DefaultValue("ascending") Order ranks,
      @DefaultValue("sum") Value value)
      implements Scored {}

  /** What frequency counts among the kept orders in the window. */
  enum Counts {
    ORDERS,
    /** Days with an order. */
    DAYS,
    /** Order lines. */
    LINES,
    /** Pieces: the quantities of the order lines. */
    UNITS;

    /** As settings spell it. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Counts of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }

  /** How monetary is computed from the value less returns in the window. */
  enum Value {
    SUM,
    /** The sum divided by the number of orders, or of days if frequency counts days. */
    MEAN_ORDER;

    /** As settings spell it. */
    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Value of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    try {
      if (hasWindow() && !isPositive(Period.parse(window))) {
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
    boolean isHighestBest = direction != Direction._1_IS_BEST;
    // sections that cannot be read are reported, and offer nothing
    return recency == null || frequency == null || monetary == null
        ? List.of()
        : List.of(
            new Offers.Scores(
                axes().stream().map(this::offer).toList(), isHighestBest, mostDays()));
  }

  private Offers.Metric offer(MetricRule axis) {
    var own = "rfm." + axis.metric().key();
    var setting =
        axis.rule() == BinningRule.MEAN
            ? (scored(axis.metric()).rule() == null ? "rfm" : own) + ".rule"
            : scored(axis.metric()).bins() == null ? "rfm.bins" : own + ".bins";
    var impossible = axis.problems().isEmpty() ? axis.impossible() : Set.<Integer>of();
    return new Offers.Metric(axis.metric().key(), axis.bins(), setting, impossible);
  }

  /** How each metric is scored. */
  List<MetricRule> axes() {
    return Arrays.stream(Metric.values()).map(this::axis).toList();
  }

  MetricRule axis(Metric metric) {
    var scored = scored(metric);
    var rule = scored.rule() == null ? this.rule : scored.rule();
    int bins = scored.bins() != null ? scored.bins() : rule == BinningRule.MEAN ? 2 : this.bins;
    return new MetricRule(
        metric,
        rule,
        new BinningRule.Bounds(
            bins,
            scored.thresholds(),
            scored.atThreshold() == Side.ABOVE,
            scored.ranks() == Order.DESCENDING),
        values(metric));
  }

  private Scored scored(Metric metric) {
    return switch (metric) {
      case RECENCY -> recency;
      case FREQUENCY -> frequency;
      case MONETARY -> monetary;
    };
  }

  /** The values of scored customers, who have an order in the window and are worth something. */
  private ValueRange values(Metric metric) {
    return switch (metric) {
      case RECENCY -> new ValueRange(0, oldestDay(), true);
      case FREQUENCY ->
          frequency.counts() == Counts.UNITS
              ? new ValueRange(0, Double.POSITIVE_INFINITY, false)
              : new ValueRange(1, Double.POSITIVE_INFINITY, true);
      case MONETARY -> new ValueRange(0, Double.POSITIVE_INFINITY, false);
    };
  }

  /** Days from the first day of the longest window to its night. */
  private double oldestDay() {
    var afterLeapDay = LocalDate.of(2024, 12, 31);
    try {
      var firstDay = firstDay(afterLeapDay);
      return firstDay == null
          ? Double.POSITIVE_INFINITY
          : ChronoUnit.DAYS.between(firstDay, afterLeapDay);
    } catch (DateTimeException e) {
      return Double.POSITIVE_INFINITY; // reported as a problem of the window
    }
  }

  private @Nullable Integer mostDays() {
    double days = oldestDay();
    return Double.isInfinite(days) ? null : (int) days;
  }

  /** Whether frequency and monetary look back for a limited time. */
  boolean hasWindow() {
    return !window.equals("all");
  }

  /** The first day of the window that ends with the given day; null if it is unlimited. */
  @Nullable LocalDate firstDay(LocalDate lastDay) {
    return !hasWindow() ? null : lastDay.minus(Period.parse(window)).plusDays(1);
  }

  private static boolean isPositive(Period period) {
    return !period.isNegative() && !period.isZero();
  }
}
