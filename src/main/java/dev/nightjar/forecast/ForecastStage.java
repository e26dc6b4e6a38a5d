package dev.nightjar.forecast;

import static dev.nightjar.db.forecast.Tables.CUSTOMERS;
import static dev.nightjar.db.forecast.Tables.NIGHTS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import dev.nightjar.home.Counted;
import dev.nightjar.pipeline.Night;
import dev.nightjar.pipeline.Stage;
import dev.nightjar.pipeline.StageReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Forecasts what each customer will buy. */
@Component
public class ForecastStage implements Stage {
  private final DSLContext db;
  private final ForecastSettings settings;

  ForecastStage(DSLContext db, ForecastSettings settings) {
    this.db = db;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "forecast";
  }

  @Override
  public StageReport run(Night night) {
    return db.transactionResult(transaction -> rehearse(transaction.dsl(), night));
  }

  @Override
  public StageReport rehearse(DSLContext transaction, Night night) {
    // the days of all customers are counted
    transaction.execute("set local work_mem = '128MB'");
    var purchases = new HistoriesQueries(transaction, night.date(), night.date());
    var queries = new ForecastQueries(transaction, night.date());
    purchases.gatherSince(queries.step());
    var histories = purchases.histories();
    var model =
        ForecastModel.fit(
            histories, purchases.values(), queries.before(), settings.minRepeatBuyers());
    queries.replaceModel(model, histories);
    queries.replaceForecasts(model, histories, purchases.ageDays());
    transaction.dropTemporaryTable(HistoriesQueries.HISTORIES).execute();
    return report(transaction, night, model, histories);
  }

  @Override
  public void forget(DSLContext transaction, LocalDate before) {
    transaction.deleteFrom(NIGHTS).where(NIGHTS.NIGHT.lt(before)).execute();
  }

  private static StageReport report(
      DSLContext db, Night night, ForecastModel model, PurchaseHistories histories) {
    var counts =
        Map.of("customers", histories.allCustomers(), "repeat_buyers", histories.repeatBuyers());
    var problem = model.problem() == null ? "" : "; " + model.problem();
    if (model.purchases() == null) {
      return new StageReport("no forecast" + problem, counts);
    }
    var sums =
        db.select(
                sum(CUSTOMERS.PROBABILITY_ALIVE),
                sum(CUSTOMERS.EXPECTED_ORDERS_365),
                coalesce(sum(CUSTOMERS.EXPECTED_VALUE_365), inline(BigDecimal.ZERO)))
            .from(CUSTOMERS)
            .where(CUSTOMERS.NIGHT.eq(night.date()))
            .fetchSingle();
    return new StageReport(
        "%s, %s; about %,.0f still buy; %,.0f orders worth %,.0f expected in 365 days%s"
            .formatted(
                Counted.of(histories.allCustomers(), "customer"),
                Counted.of(histories.repeatBuyers(), "repeat buyer"),
                sums.value1(),
                sums.value2(),
                sums.value3(),
                problem),
        counts);
  }
}
