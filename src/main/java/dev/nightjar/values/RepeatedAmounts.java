package dev.nightjar.values;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Notices amounts of whole orders that each of their lines repeats, and that a source adds up
 * without {@code once-per-order}. It looks at the first lines of a file: how a file is written does
 * not change further down.
 */
public final class RepeatedAmounts {
  private static final int FIRST_LINES = 50_000;
  private static final String PRICE = "unit-price";

  private final List<Amount> amounts;
  private final int order;
  private long lines;

  /**
   * @param order place of the number of the order among the values; -1 if there is none
   * @param amounts that the source adds up
   */
  public RepeatedAmounts(int order, List<Amount> amounts) {
    this.order = order;
    this.amounts = order < 0 ? List.of() : amounts;
  }

  /** Looks at the values of a line. */
  public void see(@Nullable Object[] values) {
    if (amounts.isEmpty() || lines == FIRST_LINES || values[order] == null) {
      return;
    }
    lines++;
    amounts.forEach(each -> each.see(String.valueOf(values[order]), values));
  }

  /** What there is to say, with the setting that mends it; empty if nothing seems to be wrong. */
  public List<String> notes() {
    return amounts.stream().map(Amount::note).filter(Objects::nonNull).toList();
  }

  /** An amount of the lines of orders. */
  public static final class Amount {
    /** Prices of single products can agree by chance, or because a shop has few prices. */
    private static final int FEWEST_PRICES = 3;

    private final String field;
    private final int place;
    private final int product;
    private final Map<String, Lines> orders = new HashMap<>();

    /**
     * @param field total, unit-price or refunded
     * @param place among the values
     * @param product place of the product among the values; -1 if there is none
     */
    public Amount(String field, int place, int product) {
      this.field = field;
      this.place = place;
      this.product = product;
    }

    private void see(String order, @Nullable Object[] values) {
      var amount = (BigDecimal) values[place];
      var code = product < 0 ? null : (String) values[product];
      var lines = orders.get(order);
      if (lines == null) {
        orders.put(order, new Lines(amount, code));
      } else {
        lines.add(amount, code);
      }
    }

    private @Nullable String note() {
      var several =
          orders.values().stream().filter(each -> each.count > 1 && each.isWorth).toList();
      var repeated = several.stream().filter(Lines::isRepeated).toList();
      var byAmount =
          repeated.stream()
              .map(each -> Objects.requireNonNull(each.amount).stripTrailingZeros())
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      long most = byAmount.values().stream().mapToLong(Long::longValue).max().orElse(0);
      boolean isPrice = field.equals(PRICE);
      boolean isOfOrders =
          repeated.size() > 1
              && 2 * repeated.size() > several.size()
              && (!isPrice || byAmount.size() >= FEWEST_PRICES && 2 * most <= repeated.size());
      return isOfOrders
          ? "%,d of %,d orders with several lines have the same %s on each line; %s"
              .formatted(repeated.size(), several.size(), field, remedy())
          : null;
    }

    private String remedy() {
      return field.equals(PRICE)
          ? "if it is the total of the order, give it as columns.total with feed: orders and once-per-order: [total]"
          : "if it is of the whole order, set once-per-order: [%s]".formatted(field);
    }
  }

  /** What the lines of an order have in common. */
  private static final class Lines {
    private final @Nullable BigDecimal amount;
    private final @Nullable String product;
    private int count = 1;
    private boolean isWorth;
    private boolean isOneAmount = true;
    private boolean isOneProduct;

    private Lines(@Nullable BigDecimal amount, @Nullable String product) {
      this.amount = amount;
      this.product = product;
      this.isWorth = isWorth(amount);
      this.isOneProduct = product != null;
    }

    private void add(@Nullable BigDecimal other, @Nullable String code) {
      count++;
      isWorth |= isWorth(other);
      isOneAmount &= isWorth(amount) && isWorth(other) && amount.compareTo(other) == 0;
      isOneProduct &= Objects.equals(product, code);
    }

    private static boolean isWorth(@Nullable BigDecimal amount) {
      return amount != null && amount.signum() != 0;
    }

    private boolean isRepeated() {
      return isOneAmount && !isOneProduct;
    }
  }
}
