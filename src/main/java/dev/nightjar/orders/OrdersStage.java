package dev.nightjar.orders;

import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.LINE_OUTCOMES;
import static dev.nightjar.db.orders.Tables.ORDERS;
import static org.jooq.impl.DSL.sum;

import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Makes orders and customers of the loaded lines. */
@Component
public class OrdersStage implements Stage {
  private final DSLContext db;

  OrdersStage(DSLContext db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "orders";
  }

  @Override
  public StageReport run(Night night) {
    var queries = new OrdersQueries(night.date());
    db.transaction(
        transaction -> {
          queries.replaceOrders(transaction.dsl());
          new CustomersQueries(night.date()).replaceCustomers(transaction.dsl());
        });
    db.execute("analyze orders.orders, orders.customers");
    return report(night);
  }

  private StageReport report(Night night) {
    var outcomes = new TreeMap<String, Long>();
    db.select(LINE_OUTCOMES.OUTCOME, sum(LINE_OUTCOMES.LINES))
        .from(LINE_OUTCOMES)
        .where(LINE_OUTCOMES.NIGHT.eq(night.date()))
        .groupBy(LINE_OUTCOMES.OUTCOME)
        .forEach(row -> outcomes.put(row.value1(), row.get(1, BigDecimal.class).longValueExact()));
    long lines = outcomes.values().stream().mapToLong(Long::longValue).sum();
    long orders = db.fetchCount(ORDERS, ORDERS.IS_KEPT.isTrue());
    long customers = db.fetchCount(CUSTOMERS);
    var leftOut =
        outcomes.entrySet().stream()
            .filter(each -> !each.getKey().equals("kept"))
            .map(each -> "%,d %s".formatted(each.getValue(), each.getKey()))
            .collect(Collectors.joining(", "));
    var summary =
        "%,d lines: %,d kept%s; %,d orders of %,d customers"
            .formatted(
                lines,
                outcomes.getOrDefault("kept", 0L),
                leftOut.isEmpty() ? "" : ", " + leftOut,
                orders,
                customers);
    outcomes.put("lines", lines);
    outcomes.put("orders", orders);
    outcomes.put("customers", customers);
    return new StageReport(summary, outcomes);
  }
}
