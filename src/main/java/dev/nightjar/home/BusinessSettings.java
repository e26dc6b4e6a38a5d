package dev.nightjar.home;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What holds for the whole shop.
 *
 * @param zone time zone in which a business date begins and ends
 * @param currency the one currency of all values
 * @param rates what other currencies are worth in it, by their codes; amounts are converted by them
 *     when they are loaded
 * @param retention how far back metrics and memberships of past nights are kept; none for ever
 */
@ConfigurationProperties("business")
public record BusinessSettings(
    @DefaultValue("UTC") ZoneId zone,
    @DefaultValue("EUR") Currency currency,
    @DefaultValue Map<String, List<@Valid Rate>> rates,
    @Nullable Period retention)
    implements Checked {

  /**
   * What a currency is worth for a time.
   *
   * @param from day from which on, up to the day of the next rate
   * @param rate value of one unit in the business currency
   */
  public record Rate(
      @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @NotNull @Positive @Digits(integer = 20, fraction = 20) BigDecimal rate) {}

  /** The last business date that is over. */
  public LocalDate lastDate(Clock clock) {
    return LocalDate.now(clock.withZone(zone)).minusDays(1);
  }

  /** The night up to which the past is forgotten in a night; null where all of it is kept. */
  public @Nullable LocalDate forgottenUntil(LocalDate night) {
    return retention == null ? null : night.minus(retention);
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (retention != null && (retention.isNegative() || retention.isZero())) {
      problems.add("retention: looks ahead or nowhere; it must be positive, as P3Y");
    }
    // a variable's name has no case: what it brings comes as usd beside the USD of a file
    var codes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    rates.forEach(
        (code, ofCurrency) -> {
          var key = "rates." + code + ": ";
          if (Currency.getAvailableCurrencies().stream()
              .noneMatch(each -> each.getCurrencyCode().equalsIgnoreCase(code))) {
            problems.add(key + "is no currency; write its ISO 4217 code, as USD");
          } else if (code.equalsIgnoreCase(currency.getCurrencyCode())) {
            problems.add(key + "is business.currency, which is worth 1 of itself; leave it out");
          } else if (!codes.add(code)) {
            problems.add(key + "is there twice; keep all its rates in one list");
          } else if (ofCurrency.isEmpty()) {
            problems.add(key + "has no rate; write one as {from: 2025-01-31, rate: 0.85}");
          }
          addDaysOfTwoRates(key, ofCurrency, problems);
        });
    return problems;
  }

  private static void addDaysOfTwoRates(String key, List<Rate> rates, List<String> problems) {
    var days = new HashSet<LocalDate>();
    rates.stream()
        .map(Rate::from)
        // a rate without a day is told already
        .filter(day -> day != null && !days.add(day))
        .distinct()
        .forEach(day -> problems.add(key + "has two rates from " + day + "; keep one"));
  }
}
