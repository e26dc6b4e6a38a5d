package dev.nightjar.forecast;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How purchases are forecast.
 *
 * @param minRepeatBuyers customers with orders on more than one day that a forecast needs; a night
 *     with fewer has none
 */
@ConfigurationProperties("forecast")
record ForecastSettings(@Min(2) @DefaultValue("100") long minRepeatBuyers) {}
