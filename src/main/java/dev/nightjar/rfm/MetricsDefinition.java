package dev.nightjar.rfm;

import dev.nightjar.rfm.RfmSettings.Counts;
import dev.nightjar.rfm.RfmSettings.Value;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What frequency and monetary mean in a night.
 *
 * @param window how far back they look, as an ISO period or all
 */
record MetricsDefinition(Counts counts, String window, Value value) {

  /** The definition that a night was stored with, by its text. */
  static MetricsDefinition of(String text) {
    var words = text.split(" in |, ");
    return new MetricsDefinition(Counts.valueOf(words[0]), words[1], Value.valueOf(words[2]));
  }

  /** The first day of the window that ends with the given day; null if it is unlimited. */
  @Nullable LocalDate firstDay(LocalDate lastDay) {
    return window.equals("all") ? null : lastDay.minus(Period.parse(window)).plusDays(1);
  }

  @Override
  public String toString() {
    return "%s in %s, %s".formatted(counts, window, value);
  }
}
