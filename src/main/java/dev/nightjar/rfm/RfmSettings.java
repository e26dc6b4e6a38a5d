package dev.nightjar.rfm;

import dev.nightjar.pipeline.Checked;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How customers are scored.
 *
 * @param rule how cut points are found
 * @param bins scores per metric
 * @param window how far back frequency and monetary look, as an ISO period such as P365D, or all
 */
@ConfigurationProperties("rfm")
record RfmSettings(
    @DefaultValue("quantile") Rule rule,
    @Min(2) @Max(10) @DefaultValue("5") int bins,
    @DefaultValue("P365D") String window)
    implements Checked {

  /** Scoring rules. */
  enum Rule {
    /** Type-7 quantiles, bins closed on the right, equal values in one bin. */
    QUANTILE
  }

  @Override
  public List<String> problems() {
    try {
      return window.equals("all") || isPositive(Period.parse(window))
          ? List.of()
          : List.of("window: looks ahead or nowhere; it must be positive, as P365D");
    } catch (DateTimeParseException e) {
      return List.of("window: is no ISO period such as P365D, and not all");
    }
  }

  /**
   * The first day of the window that ends with the given day; null where it reaches back for ever.
   */
  @Nullable LocalDate firstDay(LocalDate lastDay) {
    return window.equals("all") ? null : lastDay.minus(Period.parse(window)).plusDays(1);
  }

  private static boolean isPositive(Period period) {
    return !period.isNegative() && !period.isZero();
  }
}
