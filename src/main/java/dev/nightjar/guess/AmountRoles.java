package dev.nightjar.guess;

import dev.nightjar.guess.OrderRows.Filling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which amounts of a file make up the value of an order: the order's total, the totals of
 * its lines, or quantities and prices.
 */
final class AmountRoles {
  private static final double NEARLY_ALL = 0.98;
  private static final BigDecimal CENT = new BigDecimal("0.011");
  private static final Pattern CERTAIN = Pattern.compile("total|gesamt|grand|bestellwert");
  private static final Pattern MONEY =
      Pattern.compile(
          "price|total|sales|amount|value|revenue|paid|sum|preis|betrag|umsatz|montant|prix|importe");
  private static final Pattern PART =
      Pattern.compile(
          "subtotal|tax|ship|discount|refund|fee|cost|profit|tip|coupon|converted|number");

  private final Sample sample;
  private final Roles roles;
  private final @Nullable OrderRows rows;
  private final @Nullable String quantity;
  private final @Nullable String price;

  AmountRoles(Sample sample, Roles roles) {
    this.sample = sample;
    this.roles = roles;
    var order = roles.column("order");
    rows = order == null ? null : OrderRows.of(sample, order);
    quantity = named("quantity").stream().findFirst().orElse(null);
    price =
        named("unit-price").stream()
            .filter(each -> !each.equals(quantity))
            .findFirst()
            .orElse(null);
  }

  void find() {
    String ofLine = null;
    for (var total : named("total")) {
      var filling = rows == null ? Filling.ONE_ROW : rows.filling(total);
      if (filling == Filling.EACH_ROW || isOfLines(total)) {
        ofLine = ofLine == null ? total : ofLine;
      } else if (filling != Filling.UNCLEAR || quantity == null || price == null) {
        useTotal(total, filling);
        return;
      }
    }
    if (quantity != null && price != null && !(ofLine != null && !isOfLines(ofLine))) {
      useLines(quantity, price, ofLine);
    } else if (ofLine != null) {
      useLineTotals(ofLine);
      askAboutRivals("columns.unit-price", ofLine);
    } else if (price != null && quantity == null && rows != null) {
      useLineTotals(price);
      if (Names.of("quantity", sample).stream().anyMatch(each -> !sample.values(each).isEmpty())) {
        roles.asked.put("columns.unit-price", "is " + price + " of one piece or of the line?");
      }
    }
  }

  private void useTotal(String total, Filling filling) {
    roles.feed = "orders";
    roles.columns.remove("product");
    roles.columns.put("total", List.of(total));
    if (filling != Filling.ONE_ROW) {
      roles.oncePerOrder.add("total");
    }
    if (filling == Filling.UNCLEAR) {
      roles.asked.put(
          "columns.total",
          "is " + total + " the total of an order or of a line? too few orders have several lines");
    }
    askAboutRivals("columns.total", total);
    if (rows == null && isOfProducts()) {
      roles.asked.put(
          "columns.order",
          "no column is the number of an order; name the columns that tell orders apart, such as [date, customer]");
    }
    addRefunds();
  }

  private boolean isOfProducts() {
    return quantity != null && price != null
        || Names.of("product", sample).stream().anyMatch(each -> !sample.values(each).isEmpty());
  }

  /** Asks about the columns that could be the value as well, if a name leaves a doubt. */
  private void askAboutRivals(String key, String value) {
    var all =
        sample.columns().stream()
            .filter(sample::has)
            .filter(each -> MONEY.matcher(Names.plain(each)).find())
            .filter(each -> !PART.matcher(Names.plain(each)).find())
            .filter(each -> quantity == null || !each.equals(price))
            .filter(each -> NumberStyle.of(sample.values(each)) != null)
            .toList();
    boolean isCertain = CERTAIN.matcher(Names.plain(value)).find();
    if (!isCertain && !all.stream().allMatch(value::equals)) {
      roles.asked.put(key, "which is the value: " + String.join(", ", all) + "?");
    }
  }

  private void useLineTotals(String ofLine) {
    roles.feed = "order-lines";
    roles.constants.put("quantity", "1");
    roles.columns.put("unit-price", List.of(ofLine));
    addRefunds();
  }

  private void useLines(String quantity, String price, @Nullable String ofLine) {
    roles.feed = "order-lines";
    if (isDiscounted() && ofLine == null) {
      roles.asked.put(
          "columns.unit-price",
          "is the discount in " + price + " already? no column has the total of a line");
    } else if (ofLine == null && isOfLines(price)) {
      useLineTotals(price);
      return;
    } else if (ofLine == null && !isOfPieces(quantity, price)) {
      roles.asked.put(
          "columns.unit-price",
          "is "
              + price
              + " the price of one piece? if it is of the line, give constants: {quantity: 1} instead of columns.quantity");
    }
    roles.columns.put("quantity", List.of(quantity));
    roles.columns.put("unit-price", List.of(price));
    addRefunds();
  }

  private void addRefunds() {
    var refunds = named("refunded").stream().findFirst().orElse(null);
    if (refunds == null) {
      return;
    }
    roles.columns.put("refunded", List.of(refunds));
    var filling = rows == null ? Filling.ONE_ROW : rows.filling(refunds);
    if (filling == Filling.REPEATED || filling == Filling.FIRST_ROW) {
      roles.oncePerOrder.add("refunded");
    } else if (filling == Filling.UNCLEAR && !isZero(refunds)) {
      roles.asked.put(
          "columns.refunded",
          "is %1$s of an order or of a line? of a line: refunded: [%1$s]; of an order, on each of its lines: the same, and once-per-order: [refunded]"
              .formatted(refunds));
    }
  }

  private boolean isZero(String column) {
    return numbers(column).stream().noneMatch(each -> each != null && each.signum() != 0);
  }

  private boolean isDiscounted() {
    return sample.columns().stream()
        .filter(
            column ->
                Names.plain(column)
                    .matches(".*(discount|rabatt|remise|descuento|sconto|korting).*"))
        .filter(sample::has)
        .map(this::numbers)
        .anyMatch(numbers -> numbers.stream().anyMatch(each -> each != null && each.signum() != 0));
  }

  /**
   * Whether a column is the product of quantity and price; a price itself, whether it grows with
   * the quantity of a product.
   */
  private boolean isOfLines(String column) {
    if (quantity == null || price == null) {
      return false;
    }
    return column.equals(price) ? votes(quantity, price) < 0 : isProduct(column, quantity, price);
  }

  private boolean isProduct(String total, String quantity, String price) {
    var totals = numbers(total);
    var quantities = numbers(quantity);
    var prices = numbers(price);
    long read = 0;
    long equal = 0;
    for (int i = 0; i < totals.size(); i++) {
      var value = totals.get(i);
      var pieces = quantities.get(i);
      var each = prices.get(i);
      if (value != null && pieces != null && each != null) {
        read++;
        equal += value.subtract(pieces.multiply(each)).abs().compareTo(CENT) < 0 ? 1 : 0;
      }
    }
    return read > 0 && equal >= NEARLY_ALL * read;
  }

  private boolean isOfPieces(String quantity, String price) {
    return votes(quantity, price) > 0
        || Names.plain(price).matches(".*(unit|each|per|einzel|stück|stueck).*")
        || numbers(quantity).stream()
            .allMatch(each -> each == null || each.abs().compareTo(BigDecimal.ONE) == 0);
  }

  /** Above 0 if products keep their price at other quantities, below 0 if it grows with them. */
  private int votes(String quantity, String price) {
    var product = Names.of("product", sample).stream().findFirst().orElse(null);
    var quantities = numbers(quantity);
    var prices = numbers(price);
    if (product == null) {
      return 0;
    }
    var cells = sample.cells(product);
    var byProduct = new HashMap<String, List<Integer>>();
    for (int i = 0; i < cells.size(); i++) {
      byProduct.computeIfAbsent(cells.get(i), key -> new ArrayList<>()).add(i);
    }
    int votes = 0;
    for (var lines : byProduct.values()) {
      Set<BigDecimal> amounts = new HashSet<>();
      Set<BigDecimal> given = new HashSet<>();
      Set<BigDecimal> divided = new HashSet<>();
      for (int i : lines) {
        var pieces = quantities.get(i);
        var amount = prices.get(i);
        if (pieces != null && amount != null && pieces.signum() != 0) {
          amounts.add(pieces.abs());
          given.add(amount);
          divided.add(amount.divide(pieces.abs(), 2, RoundingMode.HALF_UP));
        }
      }
      if (amounts.size() > 1) {
        votes += Integer.compare(divided.size(), given.size());
      }
    }
    return votes;
  }

  /** The columns that are called as a field is, and hold nothing but numbers. */
  private List<String> named(String field) {
    return Names.of(field, sample).stream()
        .filter(each -> !sample.values(each).isEmpty())
        .filter(each -> NumberStyle.of(sample.values(each)) != null)
        .toList();
  }

  /** The numbers of a column, one for each row; null for a cell without one. */
  private List<@Nullable BigDecimal> numbers(String column) {
    var style = NumberStyle.of(sample.values(column));
    var numbers = new ArrayList<@Nullable BigDecimal>();
    for (var cell : sample.cells(column)) {
      var number = style == null ? null : NumberStyle.parse(List.of(cell), style.numbers());
      numbers.add(number == null ? null : number.get(0));
    }
    return numbers;
  }
}
