package dev.nightjar.ingest;

import dev.nightjar.db.ingest.Tables;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Notices amounts of whole orders that each of their lines repeats, and that a source adds up
 * without {@code once-per-order}. It looks at the first lines of a file: how a file is written does
 * not change further down.
 */
final class RepeatedAmounts {
  private static final int FIRST_LINES = 50_000;

  /** Prices of single products can agree by chance, or because a shop has few prices. */
  private static final int FEWEST_PRICES = 3;

  private final List<Amount> amounts;
  private final int order;
  private long lines;

  /**
   * @param targets columns of the table that the values fill
   */
  RepeatedAmounts(Source source, List<String> targets) {
    this.order = targets.indexOf(Tables.ORDER_LINES.ORDER_NUMBER.getName());
    boolean isOfTotals = source.feed() == Feed.ORDERS;
    var value = isOfTotals ? "total" : "unit-price";
    this.amounts =
        order < 0
            ? List.of()
            : Stream.of(
                    new Amount(
                        value, Tables.ORDER_LINES.UNIT_PRICE, isOfTotals ? 1 : FEWEST_PRICES),
                    new Amount("refunded", Tables.ORDER_LINES.REFUNDED, 1))
                .filter(each -> !source.oncePerOrder().contains(each.field))
                .filter(each -> each.findIn(targets))
                .toList();
  }

  /** Looks at the values of a line. */
  void see(@Nullable Object[] values) {
    if (amounts.isEmpty() || lines == FIRST_LINES || values[order] == null) {
      return;
    }
    lines++;
    amounts.forEach(each -> each.see(String.valueOf(values[order]), values));
  }

  /** What there is to say, with the setting that mends it; empty if nothing seems to be wrong. */
  List<String> notes() {
    return amounts.stream().map(Amount::note).filter(Objects::nonNull).toList();
  }

  /** An amount of the lines of orders. */
  private static final class Amount {
    private final String field;
    private final String column;
    private final int fewestDifferent;
    private final Map<String, Lines> orders = new HashMap<>();
    private int place;
    private int product;

    private Amount(String field, TableField<?, BigDecimal> column, int fewestDifferent) {
      this.field = field;
      this.column = column.getName();
      this.fewestDifferent = fewestDifferent;
    }

    private boolean findIn(List<String> targets) {
      place = targets.indexOf(column);
      product = targets.indexOf(Tables.ORDER_LINES.PRODUCT_CODE.getName());
      return place >= 0;
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
      boolean isOfOrders =
          repeated.size() > 1
              && 2 * repeated.size() > several.size()
              && byAmount.size() >= fewestDifferent
              && (fewestDifferent == 1 || 2 * most <= repeated.size());
      return isOfOrders
          ? "%,d of %,d orders with several lines have the same %s on each line; %s"
              .formatted(repeated.size(), several.size(), field, remedy())
          : null;
    }

    private String remedy() {
      return field.equals("unit-price")
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
