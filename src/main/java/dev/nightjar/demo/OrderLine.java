package dev.nightjar.demo;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/** A product sold, cancelled or brought back; {@code at} is later than the order for a return. */
record OrderLine(
    Order order, LocalDateTime at, Product product, int quantity, int pence, String status) {
  static final List<String> COLUMNS =
      List.of(
          ("order_number,ordered_at,customer_id,product_code,product_name,category,"
                  + "quantity,unit_price,status,payment_method,channel")
              .split(","));

  List<String> fields() {
    return List.of(
        order.number(),
        CsvFile.MOMENT.format(at),
        order.customerId(),
        product.code(),
        product.name(),
        product.category(),
        Integer.toString(quantity),
        BigDecimal.valueOf(pence, 2).toPlainString(),
        status,
        order.payment(),
        order.channel());
  }
}
