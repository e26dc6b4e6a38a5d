package dev.nightjar.forecast;

import static dev.nightjar.forecast.HistoriesQueries.LAST_DAYS;
import static dev.nightjar.forecast.HistoriesQueries.REPEATS;
import static dev.nightjar.forecast.HistoriesQueries.VALUE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * The forecast of each history as a table in SQL, to be joined with the customers: many customers
 * have one history.
 */
final class ForecastTable {
  private static final String NAME = "forecasts";

  private final BgNbd model;
  private final PurchaseHistories histories;
  private final int[] horizons;

  /**
   * @param horizons in days
   */
  ForecastTable(BgNbd model, PurchaseHistories histories, int... horizons) {
    this.model = model;
    this.histories = histories;
    this.horizons = horizons;
  }

  /** One row per history. */
  Table<?> rows() {
    var arrays = new Field<?>[4 + horizons.length];
    var columns = new String[arrays.length];
    arrays[0] = numbers(histories.repeats());
    arrays[1] = numbers(histories.lastDays());
    arrays[2] = numbers(histories.ageDays());
    arrays[3] = val(each(this::probabilityAlive));
    columns[0] = "repeat_days";
    columns[1] = "last_days";
    columns[2] = "age_days";
    columns[3] = "probability_alive";
    for (int i = 0; i < horizons.length; i++) {
      double weeks = PurchaseHistories.weeks(horizons[i]);
      arrays[4 + i] = val(each(history -> expectedOrders(history, weeks)));
      columns[4 + i] = "expected_orders_" + horizons[i];
    }
    var places = IntStream.range(0, arrays.length).mapToObj("{%d}"::formatted).toList();
    return table("unnest(" + String.join(", ", places) + ")", arrays).as(NAME, columns);
  }

  /** Whether a row is that of a customer's history. */
  static Condition isOf(Field<Integer> ageDays) {
    return column("repeat_days", Integer.class)
        .eq(REPEATS)
        .and(column("last_days", Integer.class).eq(LAST_DAYS))
        .and(column("age_days", Integer.class).eq(ageDays));
  }

  static Field<Double> alive() {
    return column("probability_alive", Double.class);
  }

  static Field<Double> orders(int horizon) {
    return column("expected_orders_" + horizon, Double.class);
  }

  /** {@link GammaGamma#expectedValue} of a customer of {@link HistoriesQueries#HISTORIES}. */
  static Field<Double> orderValue(GammaGamma values) {
    var repeated = greatest(VALUE, inline(BigDecimal.ZERO)).cast(SQLDataType.DOUBLE);
    return val(values.p())
        .times(val(values.v()).plus(repeated))
        .div(val(values.p()).times(REPEATS).plus(val(values.q() - 1)));
  }

  private double probabilityAlive(int i) {
    return model.probabilityAlive(histories.repeats()[i], histories.last(i), histories.age(i));
  }

  private double expectedOrders(int i, double weeks) {
    return model.expectedOrders(histories.repeats()[i], histories.last(i), histories.age(i), weeks);
  }

  private Double[] each(IntToDoubleFunction forecast) {
    return IntStream.range(0, histories.size())
        .parallel()
        .mapToDouble(forecast)
        .boxed()
        .toArray(Double[]::new);
  }

  private static Field<Integer[]> numbers(int[] numbers) {
    return val(Arrays.stream(numbers).boxed().toArray(Integer[]::new));
  }

  private static <T> Field<T> column(String column, Class<T> type) {
    return field(name(NAME, column), type);
  }
}
