package dev.nightjar.home;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one unit of a currency is worth in the business currency, by day. */
public final class Rates {
  /** Of the business currency itself: no conversion. */
  public static final Rates OWN = new Rates(List.of());

  private final NavigableMap<LocalDate, BigDecimal> byFirstDay = new TreeMap<>();

  private Rates(List<BusinessSettings.Rate> rates) {
    rates.forEach(each -> byFirstDay.put(each.from(), each.rate()));
  }

  /** The rates of each currency that has some, by its upper-case code. */
  public static Map<String, Rates> of(BusinessSettings business) {
    var all = new HashMap<String, Rates>();
    business.rates().forEach((code, rates) -> all.put(capitals(code), new Rates(rates)));
    all.put(business.currency().getCurrencyCode(), OWN);
    return all;
  }

  /** A currency's code in capitals. */
  public static String capitals(String code) {
    return code.toUpperCase(Locale.ROOT);
  }

  /** The rate of a day: the latest that has begun; null if the first begins later. */
  public @Nullable BigDecimal on(LocalDate day) {
    var latest = byFirstDay.floorEntry(day);
    return latest == null ? null : latest.getValue();
  }
}
