package dev.nightjar.pipeline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for the whole shop.
 *
 * @param zone time zone in which a business date begins and ends
 * @param currency the one currency of all values
 */
@ConfigurationProperties("business")
public record Business(@DefaultValue("UTC") ZoneId zone, @DefaultValue("EUR") Currency currency) {

  /** The last business date that is over. */
  public LocalDate lastDate(Clock clock) {
    return LocalDate.now(clock.withZone(zone)).minusDays(1);
  }
}
