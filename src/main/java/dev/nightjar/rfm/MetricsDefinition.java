package dev.nightjar.rfm;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.nullif;

import dev.nightjar.rfm.RfmSettings.Counts;
import dev.nightjar.rfm.RfmSettings.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What frequency and monetary mean in a night.
 *
 * @param window how far back they look, as an ISO period or all
 */
record MetricsDefinition(Counts counts, String window, Value value) {

  static MetricsDefinition of(RfmSettings settings) {
    return new MetricsDefinition(
        settings.frequency().counts(), settings.window(), settings.monetary().value());
  }

  /** The definition that a night was stored with, by its text. */
  static MetricsDefinition of(String text) {
    var words = text.split(" in |, ");
    return new MetricsDefinition(Counts.valueOf(words[0]), words[1], Value.valueOf(words[2]));
  }

  /** The first day of the window that ends with the given day; null if it is unlimited. */
  @Nullable LocalDate firstDay(LocalDate lastDay) {
    return RfmSettings.firstDay(window, lastDay);
  }

  /** The value that is scored, from the net value and what frequency counts. */
  Field<BigDecimal> monetary(Field<BigDecimal> netValue, Field<BigDecimal> counted) {
    return switch (value) {
      case SUM -> netValue;
      case MEAN_ORDER -> coalesce(netValue.div(nullif(counted, BigDecimal.ZERO)), netValue);
    };
  }

  @Override
  public String toString() {
    return "%s in %s, %s".formatted(counts, window, value);
  }
}
