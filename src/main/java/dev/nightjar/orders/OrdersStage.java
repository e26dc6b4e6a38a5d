package dev.nightjar.orders;

import static dev.nightjar.db.orders.Sequences.BUILDS;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.LINE_OUTCOMES;
import static org.jooq.impl.DSL.sum;

import dev.nightjar.database.Statistics;
import dev.nightjar.home.Counted;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Turns the loaded lines into orders and customers. */
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
    return db.transactionResult(transaction -> rehearse(transaction.dsl(), night));
  }

  @Override
  public StageReport rehearse(DSLContext transaction, Night night) {
    var files = TouchedFiles.find(transaction, night.date());
    var touched = files.isEmpty() ? Touched.NONE : replace(transaction, night, files);
    RefusalsQueries.replace(transaction);
    OutcomesQueries.replace(transaction, night.date());
    return report(transaction, night, touched);
  }

  @Override
  public void forget(DSLContext transaction, LocalDate before) {
    transaction.deleteFrom(LINE_OUTCOMES).where(LINE_OUTCOMES.NIGHT.lt(before)).execute();
  }

  @Override
  public Map<String, Long> verify(DSLContext transaction, Night night) {
    var everything = TouchedFiles.everything(transaction, night.date());
    var parts = new PartsQueries(night.date(), everything);
    parts.read(transaction);
    var differences = new TreeMap<>(parts.differences(transaction));
    differences.put("orders.customers", CustomersQueries.differences(transaction));
    return differences;
  }

  /**
   * The customers that files touch.
   *
   * @param present customers that a record or an order line names after the night
   * @param gone customers that none names any more
   * @param replaced orders of which a new file has a newer version
   */
  private record Touched(long present, long gone, long replaced) {
    private static final Touched NONE = new Touched(0, 0, 0);

    private long all() {
      return present + gone;
    }
  }

  /** Replaces the orders that the files touch, and their customers. */
  private static Touched replace(DSLContext transaction, Night night, TouchedFiles files) {
    var parts = new PartsQueries(night.date(), files);
    parts.gather(transaction);
    long gathered = TouchedCustomers.gather(transaction, files);
    parts.replace(transaction);
    Statistics.refresh(transaction);
    long present = CustomersQueries.replace(transaction, transaction.nextval(BUILDS));
    Statistics.refresh(transaction);
    IdentitiesQueries.replace(transaction);
    Statistics.refresh(transaction);
    FileOutcomes.replace(transaction, files.all());
    files.remember(transaction, night.date());
    return new Touched(
        present, gathered - present, NewestFiles.replacedBy(transaction, files.arrived()));
  }

  private static StageReport report(DSLContext db, Night night, Touched touched) {
    var outcomes = new TreeMap<String, Long>();
    db.select(LINE_OUTCOMES.OUTCOME, sum(LINE_OUTCOMES.LINES))
        .from(LINE_OUTCOMES)
        .where(LINE_OUTCOMES.NIGHT.eq(night.date()))
        .groupBy(LINE_OUTCOMES.OUTCOME)
        .forEach(row -> outcomes.put(row.value1(), row.get(1, BigDecimal.class).longValueExact()));
    long lines = outcomes.values().stream().mapToLong(Long::longValue).sum();
    long customers = db.fetchCount(CUSTOMERS);
    var leftOut =
        outcomes.entrySet().stream()
            .filter(each -> !each.getKey().equals("kept"))
            .map(each -> "%,d %s".formatted(each.getValue(), each.getKey()))
            .collect(Collectors.joining(", "));
    var summary =
        "%s: %,d kept%s%s; %,d of %s touched%s"
            .formatted(
                Counted.of(lines, "line"),
                outcomes.getOrDefault("kept", 0L),
                leftOut.isEmpty() ? "" : ", " + leftOut,
                touched.replaced() == 0
                    ? ""
                    : "; " + Counted.of(touched.replaced(), "order") + " replaced by a newer file",
                touched.present(),
                Counted.of(customers, "customer"),
                touched.gone() == 0 ? "" : ", %,d gone".formatted(touched.gone()));
    outcomes.put("lines", lines);
    outcomes.put("customers", customers);
    outcomes.put("touched", touched.all());
    outcomes.put("replaced", touched.replaced());
    return new StageReport(summary, outcomes);
  }
}
