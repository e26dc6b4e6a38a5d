package dev.nightjar.home;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
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
 * Settings of the whole shop.
 *
 * @param zone time zone in which a business date begins and ends
 * @param currency the one currency of all values
 * @param rates exchange rates of other currencies, by their codes; amounts are converted when they
 *     are loaded
 * @param retention how long metrics and memberships of past nights are kept; none for no limit
 * @param history how long everything else of past nights is kept, which says nothing about
 *     individuals: counts, results of gates, the ledger; none for no limit. What was exported and
 *     approved is always kept
 */
@ConfigurationProperties("business")
public record BusinessSettings(
    @DefaultValue("UTC") ZoneId zone,
    @DefaultValue("EUR") Currency currency,
    @DefaultValue Map<String, List<@Valid Rate>> rates,
    @Nullable Period retention,
    @Nullable Period history)
    implements Checked {

  /**
   * An exchange rate.
   *
   * @param from first day of the rate; it is valid until the next one
   * @param rate value of one unit in the business currency
   */
  public record Rate(
      @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @NotNull @Positive @Digits(integer = 20, fraction = 20) BigDecimal rate) {}

  /** The last business date that is over. */
  public LocalDate lastDate(Clock clock) {
    return lastDate(clock.instant());
  }

  /** The last business date that is over at a moment. */
  public LocalDate lastDate(Instant moment) {
    // a zone can leave out a date, when it moves to the other side of the date line
    return LocalDate.ofInstant(moment, zone).atStartOfDay(zone).minusNanos(1).toLocalDate();
  }

  /** The last night whose data is deleted in a night; null if all data is kept. */
  public @Nullable LocalDate forgottenUntil(LocalDate night) {
    return retention == null ? null : night.minus(retention);
  }

  /** The first night of which anything is kept in a night; null if there is no limit. */
  public @Nullable LocalDate firstOfHistory(LocalDate night) {
    return history == null ? null : night.minus(history);
  }

  @Override
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (retention != null && (retention.isNegative() || retention.isZero())) {
      problems.add("retention: is not a positive period (expected: P3Y)");
    }
    // 28 and 31 days are a month
    if (history != null
        && (retention == null
            || LocalDate.EPOCH.plus(history).isBefore(LocalDate.EPOCH.plus(retention)))) {
      problems.add("history: must be at least as long as retention");
    }
    // names of variables have no case: their rates are in usd, those of a file in USD
    var codes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    rates.forEach(
        (code, ofCurrency) -> {
          var key = "rates." + code + ": ";
          if (Currency.getAvailableCurrencies().stream()
              .noneMatch(each -> each.getCurrencyCode().equalsIgnoreCase(code))) {
            problems.add(key + "is not a currency (expected: an ISO 4217 code such as USD)");
          } else if (code.equalsIgnoreCase(currency.getCurrencyCode())) {
            problems.add(key + "is business.currency, which is worth 1 of itself; leave it out");
          } else if (!codes.add(code)) {
            problems.add(key + "occurs twice; keep all its rates in one list");
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
        // a rate without a day is reported already
        .filter(day -> day != null && !days.add(day))
        .distinct()
        .forEach(day -> problems.add(key + "has two rates from " + day + "; keep one"));
  }
}
