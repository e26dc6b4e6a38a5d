package dev.nightjar.values;

import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Signs and abbreviations of currencies as they are written next to amounts. */
final class CurrencySigns {
  private static final String DOLLARS =
      "USD AUD CAD NZD SGD HKD TWD MXN ARS CLP COP UYU BBD BMD BSD BZD FJD GYD JMD KYD LRD NAD SBD"
          + " SRD TTD XCD";
  private static final Map<String, Set<String>> SIGNS = signs();
  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private CurrencySigns() {}

  /** The ISO codes of the currencies that a sign or code can stand for; empty for other texts. */
  static Set<String> codes(String text) {
    var word = text.toUpperCase(Locale.ROOT).replaceFirst("\\.$", "");
    if (CODES.contains(word)) {
      return Set.of(word);
    }
    var codes = SIGNS.get(word);
    if (codes != null) {
      return codes;
    }
    // a sign with its code, such as $USD
    return word.length() > 3 && CODES.contains(word.substring(word.length() - 3))
        ? SIGNS.getOrDefault(word.substring(0, word.length() - 3), Set.of()).stream()
            .filter(word::endsWith)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static Map<String, Set<String>> signs() {
    var signs = new HashMap<String, Set<String>>();
    signs.put("$", codesOf(DOLLARS));
    signs.put("¥", codesOf("JPY CNY"));
    signs.put("￥", codesOf("JPY CNY"));
    signs.put("KR", codesOf("SEK NOK DKK ISK"));
    signs.put("RS", codesOf("INR PKR LKR NPR MUR SCR"));
    signs.put("FR", codesOf("CHF"));
    signs.put("₨", codesOf("INR PKR LKR NPR MUR SCR"));
    var single =
        "€ EUR, £ GBP, 円 JPY, 元 CNY, ₹ INR, ₩ KRW, ₽ RUB, РУБ RUB, ZŁ PLN, KČ CZK, FT HUF, SFR CHF, ₺ TRY,"
            + " TL TRY, ₪ ILS, R ZAR, R$ BRL, A$ AUD, AU$ AUD, C$ CAD, CA$ CAD, US$ USD, NZ$ NZD,"
            + " HK$ HKD, S$ SGD, MX$ MXN, NT$ TWD, LEI RON, ЛВ BGN, ₴ UAH, ₫ VND, ฿ THB, ₱ PHP,"
            + " RM MYR, RP IDR, ₦ NGN, ₡ CRC, ₲ PYG, ₸ KZT, ₾ GEL, ₼ AZN, S/ PEN";
    for (var each : single.split(", ")) {
      var pair = each.split(" ");
      signs.put(pair[0], Set.of(pair[1]));
    }
    return signs;
  }

  private static Set<String> codesOf(String codes) {
    return Arrays.stream(codes.split(" ")).collect(Collectors.toUnmodifiableSet());
  }
}
