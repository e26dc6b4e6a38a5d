package dev.nightjar.ingest;

import dev.nightjar.db.ingest.Tables;
import dev.nightjar.ports.FilePreviews.Figures;
import dev.nightjar.values.KeyColumns;
import dev.nightjar.values.RepeatedAmounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the orders of one file for people, by the rules by which a night classifies lines. It
 * does not compare lines with each other: duplicates count.
 */
final class OrderFigures {
  /** Orders that fit into the memory of a command. */
  private static final int MOST_ORDERS = 500_000;

  private final Source source;
  private final List<String> targets;
  private final boolean isTotalOnce;
  private final boolean isRefundOnce;
  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final KeyColumns keys;
  private final RepeatedAmounts amounts;
  private boolean isWhole = true;

  /** An order as far as it is read. */
  private static final class Order {
    private final @Nullable String status;
    private final @Nullable String customer;
    private final boolean isKept;
    private BigDecimal value = BigDecimal.ZERO;
    private BigDecimal refunded = BigDecimal.ZERO;
    private boolean isBought;
    private @Nullable LocalDate day;

    private Order(@Nullable String status, @Nullable String customer, boolean isKept) {
      this.status = status;
      this.customer = customer;
      this.isKept = isKept;
    }

    /** Whether it counts as soon as it has a customer. */
    private boolean isWorth(Source source) {
      int sign = value.signum();
      boolean isWorth = sign > 0 || sign == 0 && source.freeLines() == Source.FreeLines.COUNT;
      return isKept && isBought && isWorth;
    }
  }

  /**
   * @param targets columns of the table that the values fill
   */
  OrderFigures(Source source, List<String> targets) {
    this.source = source;
    this.targets = targets;
    this.keys = FieldColumns.keys(source, targets);
    this.amounts = FieldColumns.amounts(source, targets);
    this.isTotalOnce = source.oncePerOrder().contains("total");
    this.isRefundOnce = source.oncePerOrder().contains("refunded");
  }

  /** Takes a line into account that was read. */
  void add(long line, @Nullable Object[] values) {
    var number = text(Tables.ORDER_LINES.ORDER_NUMBER, values);
    var customer = text(Tables.ORDER_LINES.CUSTOMER_KEY, values);
    keys.see(values);
    amounts.see(values);
    var key = number == null ? "line " + line : number;
    var order = orders.get(key);
    boolean isFirst = order == null;
    if (isFirst) {
      if (orders.size() == MOST_ORDERS) {
        isWhole = false;
        return;
      }
      var status = text(Tables.ORDER_LINES.STATUS, values);
      order = new Order(status, customer, isKept(status));
      orders.put(key, order);
    }
    var amount = amount(values);
    boolean isReturn = isReturn(number, values, amount);
    if (source.returns() != Source.Returns.IGNORE || !isReturn && amount.signum() > 0) {
      add(order, isReturn ? amount.abs().negate() : amount, isFirst || !isTotalOnce);
    }
    if (!isReturn && (isFirst || !isRefundOnce)) {
      order.refunded = order.refunded.add(number(Tables.ORDER_LINES.REFUNDED, values).abs());
    }
    order.isBought |= !isReturn;
    var moment = (LocalDateTime) value(Tables.ORDER_LINES.ORDERED_AT, values);
    order.day = order.day == null && moment != null ? moment.toLocalDate() : order.day;
  }

  private static void add(Order order, BigDecimal amount, boolean counts) {
    order.value = counts ? order.value.add(amount) : order.value;
  }

  private boolean isKept(@Nullable String status) {
    return source.keptStatuses().isEmpty() || source.keptStatuses().contains(status);
  }

  private boolean isReturn(@Nullable String number, @Nullable Object[] values, BigDecimal amount) {
    var marker = source.returnMarker();
    var quantity = (BigDecimal) value(Tables.ORDER_LINES.QUANTITY, values);
    return marker.orderPrefix() != null && number != null && number.startsWith(marker.orderPrefix())
        || marker.statuses().contains(text(Tables.ORDER_LINES.STATUS, values))
        || marker.negativeQuantity()
            && (quantity == null ? amount.signum() < 0 : quantity.signum() < 0);
  }

  private BigDecimal amount(@Nullable Object[] values) {
    var quantity = (BigDecimal) value(Tables.ORDER_LINES.QUANTITY, values);
    var price = number(Tables.ORDER_LINES.UNIT_PRICE, values);
    return quantity == null ? price : quantity.multiply(price);
  }

  private BigDecimal number(Field<BigDecimal> column, @Nullable Object[] values) {
    var number = (BigDecimal) value(column, values);
    return number == null ? BigDecimal.ZERO : number;
  }

  private @Nullable String text(Field<String> column, @Nullable Object[] values) {
    return (String) value(column, values);
  }

  private @Nullable Object value(Field<?> column, @Nullable Object[] values) {
    int index = targets.indexOf(column.getName());
    return index < 0 ? null : values[index];
  }

  /** The figures of the lines up to now. */
  Figures figures() {
    var byCustomer = new HashMap<String, Integer>();
    var total = BigDecimal.ZERO;
    LocalDate from = null;
    LocalDate to = null;
    var numbers = new HashSet<String>();
    orders.values().forEach(this::settle);
    for (var each : orders.entrySet()) {
      var order = each.getValue();
      if (order.isKept && order.customer != null) {
        total = total.add(order.value);
      }
      if (order.customer != null && order.isWorth(source)) {
        numbers.add(each.getKey());
        byCustomer.merge(order.customer, 1, Integer::sum);
        from = from == null || order.day != null && order.day.isBefore(from) ? order.day : from;
        to = to == null || order.day != null && order.day.isAfter(to) ? order.day : to;
      }
    }
    var ofNobody = ofNobody();
    int most = byCustomer.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return new Figures(
        from,
        to,
        numbers.size(),
        byCustomer.size(),
        total,
        numbers.isEmpty() ? 0 : (double) most / numbers.size(),
        ofNobody.size(),
        ofNobody.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
        statuses(true),
        statuses(false),
        keys.notes(),
        amounts.notes(),
        isWhole,
        numbers);
  }

  /** The values of the orders that would count if they had a customer. */
  private List<BigDecimal> ofNobody() {
    return orders.values().stream()
        .filter(order -> order.customer == null && order.isWorth(source))
        .map(order -> order.value)
        .toList();
  }

  private Map<String, Long> statuses(boolean isKept) {
    var statuses = new LinkedHashMap<String, Long>();
    for (var order : orders.values()) {
      if (order.status != null && order.isKept == isKept) {
        statuses.merge(order.status, 1L, Long::sum);
      }
    }
    return statuses;
  }

  /** Takes off what was given back; an order that was refunded in full is none. */
  private void settle(Order order) {
    if (order.refunded.signum() > 0 && source.returns() == Source.Returns.NET) {
      order.value = order.value.subtract(order.refunded).max(BigDecimal.ZERO);
    } else if (order.refunded.signum() > 0 && order.refunded.compareTo(order.value) >= 0) {
      order.value = BigDecimal.ZERO;
    }
    order.refunded = BigDecimal.ZERO;
  }
}
