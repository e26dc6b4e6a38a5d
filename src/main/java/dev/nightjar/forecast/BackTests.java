package dev.nightjar.forecast;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.ports.ForecastBackTests;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Forecasts from the orders up to an earlier date, as the stage does for a night. */
@Component
final class BackTests implements ForecastBackTests {
  private final DSLContext db;
  private final ForecastSettings settings;

  BackTests(DSLContext db, ForecastSettings settings) {
    this.db = db;
    this.settings = settings;
  }

  @Override
  public BackTest backTest(LocalDate night, int days) {
    return db.transactionResult(
        transaction -> {
          var tx = transaction.dsl();
          var on = night.minusDays(days);
          var purchases = new HistoriesQueries(tx, night, on);
          purchases.gather();
          var histories = purchases.histories();
          var model =
              ForecastModel.fit(histories, purchases.values(), null, settings.minRepeatBuyers());
          if (model.purchases() == null || model.values() == null) {
            throw new Failure(
                FailureCode.NIGHT_REFUSED,
                "No back-test on %s: %s.%nNext: nightjar forecast --backtest --days %d"
                    .formatted(on, model.problem(), Math.max(1, days / 2)));
          }
          return new BackTestQueries(tx, on, days)
              .compare(model.purchases(), model.values(), histories, purchases.ageDays());
        });
  }
}
