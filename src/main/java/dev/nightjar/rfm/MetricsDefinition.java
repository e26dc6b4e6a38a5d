package dev.nightjar.rfm;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.nullif;

import dev.nightjar.db.rfm.tables.records.NightsRecord;
import dev.nightjar.rfm.RfmSettings.Counts;
import dev.nightjar.rfm.RfmSettings.Value;
import java.math.BigDecimal;
import org.jooq.Field;

/** What frequency and monetary mean, in any window. */
record MetricsDefinition(Counts counts, Value value) {

  static MetricsDefinition of(RfmSettings settings) {
    return new MetricsDefinition(settings.frequency().counts(), settings.monetary().value());
  }

  static MetricsDefinition of(NightsRecord night) {
    return new MetricsDefinition(
        Counts.of(night.getFrequencyCounts()), Value.of(night.getMonetaryValue()));
  }

  /**
   * The value that is scored.
   *
   * @param counted what frequency counts
   */
  Field<BigDecimal> monetary(
      Field<BigDecimal> netValue, Field<BigDecimal> counted, Field<BigDecimal> orders) {
    return switch (value) {
      case SUM -> netValue;
      case MEAN_ORDER -> {
        var purchases = counts == Counts.DAYS ? counted : orders;
        yield coalesce(netValue.div(nullif(purchases, BigDecimal.ZERO)), netValue);
      }
    };
  }
}
