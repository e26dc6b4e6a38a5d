package dev.nightjar.guess;

import dev.nightjar.home.BusinessSettings;
import dev.nightjar.home.Rates;
import dev.nightjar.values.Numbers;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes how the amounts of a source are written, and in which currency they are. */
final class MoneySettings {
  private static final int SETTING = 3;
  private static final int MOST_NAMED = 6;

  private final Sample sample;
  private final Roles roles;
  private final Draft draft;
  private final BusinessSettings business;
  private final Set<String> accepted;

  MoneySettings(Sample sample, Roles roles, Draft draft, BusinessSettings business) {
    this.sample = sample;
    this.roles = roles;
    this.draft = draft;
    this.business = business;
    this.accepted = Rates.of(business).keySet();
  }

  void add() {
    var amounts = values("total", "unit-price", "refunded");
    var all = Stream.concat(amounts.stream(), values("quantity").stream()).toList();
    var style = NumberStyle.of(all);
    if (style == null) {
      draft.line(
          SETTING, "numbers", "{decimal: \"?\"}", "the amounts are not numbers of one style");
      return;
    }
    if (style.other() != null) {
      draft.line(
          SETTING,
          "numbers",
          "{decimal: \"?\"}",
          "the amounts can be read in two ways: with \"%c\" before the decimals, or with \"%c\""
              .formatted(style.numbers().decimal(), style.other().decimal()));
    } else if (!style.settings().isEmpty()) {
      draft.line(SETTING, "numbers", "{" + String.join(", ", style.settings()) + "}", null);
    }
    addCurrency(amounts, style.numbers());
  }

  private List<String> values(String... fields) {
    return Stream.of(fields)
        .map(roles::column)
        .filter(Objects::nonNull)
        .flatMap(column -> sample.values(column).stream())
        .toList();
  }

  private void addCurrency(List<String> amounts, Numbers marks) {
    if (roles.column("currency") != null) {
      addCurrencies(sample.counts(String.valueOf(roles.column("currency"))));
      return;
    }
    var all = Currency.getAvailableCurrencies();
    var fitting =
        all.stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> amounts.stream().allMatch(each -> marks.isIn(code, each)))
            .sorted()
            .toList();
    if (fitting.size() == 1 && !accepted.contains(fitting.get(0))) {
      draft.question(
          SETTING,
          "currency",
          "the amounts are in %1$s, and business.currency is %2$s; set business.rates.%1$s, then write %1$s"
              .formatted(fitting.get(0), business.currency()));
    } else if (fitting.size() == 1) {
      draft.line(SETTING, "currency", fitting.get(0), null);
    } else if (fitting.isEmpty()) {
      draft.question(SETTING, "currency", "the amounts have signs of several currencies");
    } else if (fitting.size() < all.size()) {
      draft.question(
          SETTING,
          "currency",
          "the sign at the amounts can be of "
              + fitting.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
              + (fitting.size() > MOST_NAMED ? " …" : ""));
    } else {
      draft.note(SETTING, "currency: of the amounts, if it is not business.currency");
    }
  }

  /** Counts the lines of each currency, and names the rates that they need. */
  private void addCurrencies(Map<String, Integer> counts) {
    var rates =
        counts.keySet().stream()
            .map(Rates::capitals)
            .filter(each -> !accepted.contains(each))
            .map("business.rates."::concat)
            .collect(Collectors.joining(", "));
    if (counts.size() > 1 || !rates.isEmpty()) {
      draft.note(
          SETTING,
          "lines by currency: "
              + OrderSettings.words(counts)
              + (rates.isEmpty() ? "" : "; lines are rejects without " + rates));
    }
  }
}
