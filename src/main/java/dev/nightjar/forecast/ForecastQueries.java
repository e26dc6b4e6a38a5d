package dev.nightjar.forecast;

import static dev.nightjar.db.forecast.Tables.CUSTOMERS;
import static dev.nightjar.db.forecast.Tables.NIGHTS;
import static dev.nightjar.forecast.HistoriesQueries.FIRST;
import static dev.nightjar.forecast.HistoriesQueries.HISTORIES;
import static dev.nightjar.forecast.HistoriesQueries.KEY;
import static dev.nightjar.forecast.HistoriesQueries.LAST;
import static dev.nightjar.forecast.HistoriesQueries.REPEATS;
import static dev.nightjar.forecast.HistoriesQueries.VALUE;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.nightjar.database.AdjacentNights;
import dev.nightjar.db.forecast.tables.records.NightsRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The statements that keep the models of nights, and the forecasts of the last ones. */
final class ForecastQueries {
  private static final int SHORT = 90;
  private static final int LONG = 365;

  private static final dev.nightjar.db.orders.tables.Customers RECORDS =
      dev.nightjar.db.orders.Tables.CUSTOMERS;

  private final DSLContext tx;
  private final AdjacentNights nights;

  ForecastQueries(DSLContext tx, LocalDate night) {
    this.tx = tx;
    this.nights = AdjacentNights.of(night, NIGHTS, tx);
  }

  /** The night before if this one is the newest; otherwise null. */
  @Nullable NightsRecord step() {
    return nights.next() == null ? tx.fetchOne(NIGHTS, NIGHTS.NIGHT.eq(nights.previous())) : null;
  }

  /** The model of the night before; null if there is none. */
  @Nullable ForecastModel before() {
    var row = tx.fetchOne(NIGHTS, NIGHTS.NIGHT.eq(nights.previous()));
    if (row == null) {
      return null;
    }
    var purchases =
        row.getR() == null ? null : new BgNbd(row.getR(), row.getAlpha(), row.getA(), row.getB());
    var values = row.getP() == null ? null : new GammaGamma(row.getP(), row.getQ(), row.getV());
    return new ForecastModel(purchases, 0, values, 0, row.getProblem());
  }

  /** Replaces the night's model. */
  void replaceModel(ForecastModel model, PurchaseHistories histories) {
    tx.deleteFrom(NIGHTS).where(NIGHTS.NIGHT.eq(nights.night())).execute();
    var row = tx.newRecord(NIGHTS);
    row.setNight(nights.night());
    row.setCustomers(histories.allCustomers());
    row.setRepeatBuyers(histories.repeatBuyers());
    row.setProblem(model.problem());
    row.setBuild(
        tx.select(coalesce(max(RECORDS.BUILD), inline(0L))).from(RECORDS).fetchSingle().value1());
    var purchases = model.purchases();
    if (purchases != null) {
      row.setR(purchases.r());
      row.setAlpha(purchases.alpha());
      row.setA(purchases.a());
      row.setB(purchases.b());
      row.setLogLikelihood(model.logLikelihood());
    }
    var values = model.values();
    if (values != null) {
      row.setP(values.p());
      row.setQ(values.q());
      row.setV(values.v());
      row.setValueLogLikelihood(model.valueLogLikelihood());
    }
    tx.insertInto(NIGHTS).set(row).execute();
  }

  /** Replaces the night's forecasts, and deletes those of nights before the last one. */
  void replaceForecasts(ForecastModel model, PurchaseHistories histories, Field<Integer> ageDays) {
    tx.deleteFrom(CUSTOMERS)
        .where(CUSTOMERS.NIGHT.eq(nights.night()).or(CUSTOMERS.NIGHT.lt(nights.previous())))
        .execute();
    if (model.purchases() == null) {
      return;
    }
    var orderValue =
        model.values() == null
            ? castNull(SQLDataType.DOUBLE)
            : ForecastTable.orderValue(model.values());
    tx.insertInto(CUSTOMERS, CUSTOMERS.fields())
        .select(
            select(
                    val(nights.night()),
                    KEY,
                    REPEATS,
                    FIRST,
                    LAST,
                    VALUE,
                    rounded(ForecastTable.alive(), 6),
                    rounded(ForecastTable.orders(SHORT), 6),
                    rounded(ForecastTable.orders(LONG), 6),
                    rounded(orderValue, 2),
                    rounded(ForecastTable.orders(SHORT).times(orderValue), 2),
                    rounded(ForecastTable.orders(LONG).times(orderValue), 2))
                .from(HISTORIES)
                .join(new ForecastTable(model.purchases(), histories, SHORT, LONG).rows())
                .on(ForecastTable.isOf(ageDays)))
        .execute();
    tx.execute("analyze forecast.customers");
  }

  private static Field<BigDecimal> rounded(Field<Double> number, int decimals) {
    return round(number.cast(SQLDataType.NUMERIC), decimals);
  }
}
