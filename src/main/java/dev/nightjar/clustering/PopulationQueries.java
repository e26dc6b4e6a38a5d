package dev.nightjar.clustering;

import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static dev.nightjar.db.rfm.Tables.METRICS;
import static dev.nightjar.db.segments.Tables.MEMBERSHIPS;
import static dev.nightjar.db.segments.Tables.NIGHTS;
import static org.jooq.impl.DSL.boolAnd;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import dev.nightjar.clustering.Population.ScoredMetrics;
import dev.nightjar.database.ValidityIntervals;
import dev.nightjar.db.rfm.tables.Metrics;
import dev.nightjar.kmeans.Matrix;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;

/** Reads customers of a night, whichever night that is, one method per part of the statement. */
final class PopulationQueries {
  private static final int ROWS_AT_A_TIME = 10_000;
  private static final double DAYS_OF_A_MONTH = 30.4375;
  private static final Set<Feature> OF_ORDERS =
      EnumSet.of(Feature.RETURN_SHARE, Feature.ORDERS_PER_MONTH, Feature.SHARE);
  private static final Field<BigDecimal> BOUGHT = field(name("bought"), BigDecimal.class);
  private static final Field<BigDecimal> RETURNED = field(name("returned"), BigDecimal.class);
  private static final Field<Integer> ORDERS = field(name("orders"), Integer.class);

  private static final dev.nightjar.db.rfm.tables.Nights RFM_NIGHTS =
      dev.nightjar.db.rfm.Tables.NIGHTS;

  private static final Table<?> NEWCOMERS = table(name("newcomers"));

  private final LocalDate night;
  private final ClusteringSettings settings;
  private final Metrics metrics;
  private final Table<?> rows;

  PopulationQueries(LocalDate night, ClusteringSettings settings) {
    this(night, settings, METRICS, METRICS);
  }

  private PopulationQueries(
      LocalDate night, ClusteringSettings settings, Metrics metrics, Table<?> rows) {
    this.night = night;
    this.settings = settings;
    this.metrics = metrics;
    this.rows = rows;
  }

  /**
   * Queries of customers who are new in some night, from a table that {@link #gatherNewcomers} made
   * in the same transaction.
   */
  static PopulationQueries ofNewcomers(LocalDate night, ClusteringSettings settings) {
    return new PopulationQueries(night, settings, METRICS.as(NEWCOMERS), NEWCOMERS);
  }

  /**
   * Makes a temporary table of the metrics that customers have while they are new, so that many
   * nights can be asked without reading all metrics for each.
   *
   * @param tx a transaction that has not done so before
   * @param days how long customers are new at the most
   */
  static void gatherNewcomers(DSLContext tx, int days) {
    var isNew = METRICS.VALID_FROM.lt(METRICS.FIRST_ORDERED_ON.plus(days));
    tx.createTemporaryTable(NEWCOMERS)
        .as(select(METRICS.fields()).from(METRICS).where(METRICS.STANDING.eq("scored"), isNew))
        .onCommitDrop()
        .execute();
    tx.execute("analyze {0}", NEWCOMERS);
  }

  /**
   * Streams the population into arrays; nothing else of a row is kept.
   *
   * @param tx a transaction: without one, the driver would fetch all rows at once
   */
  Population read(DSLContext tx) {
    long others = tx.fetchCount(rows, hasOrdered(), not(isInPopulation()));
    return read(tx, isInPopulation(), others);
  }

  /**
   * The scored customers who are new in the night, whatever the configured population is.
   *
   * @param tx a transaction
   * @param after day after which they ordered for the first time
   */
  Population readNewcomers(DSLContext tx, LocalDate after) {
    return read(tx, isScored().and(metrics.FIRST_ORDERED_ON.gt(after)), 0);
  }

  private Population read(DSLContext tx, Condition who, long others) {
    int columns = settings.features().size();
    var counted = tx.select(count(), countsOrders(), isValue()).from(rows).where(who).fetchOne();
    int count = counted.value1();
    var scored = new ScoredMetrics(definition(tx), counted.value2(), counted.value3());
    var keys = new PackedKeys(count);
    var cells = new double[Math.multiplyExact(count, columns)];
    var query =
        tx.select(columns())
            .from(source())
            .where(who)
            .orderBy(metrics.CUSTOMER_KEY.collate("C"))
            .fetchSize(ROWS_AT_A_TIME);
    try (var rows = query.fetchResultSet()) {
      for (int cell = 0; rows.next(); ) {
        keys.add(rows.getString(1));
        for (int f = 0; f < columns; f++) {
          double value = rows.getDouble(f + 2);
          cells[cell++] = rows.wasNull() ? Double.NaN : value;
        }
      }
    } catch (SQLException e) {
      throw new DataAccessException("the population could not be read", e);
    }
    return new Population(keys, new Matrix(cells, columns), scored, others);
  }

  private Field<Boolean> countsOrders() {
    var orders = metrics.ORDERS_COUNT.cast(SQLDataType.DOUBLE);
    return coalesce(boolAnd(metrics.FREQUENCY.eq(orders)), inline(true));
  }

  private Field<Boolean> isValue() {
    var value = metrics.NET_VALUE.cast(SQLDataType.DOUBLE);
    return coalesce(boolAnd(metrics.MONETARY.eq(value)), inline(true));
  }

  /** The definition of the metrics of the night; empty if it has none. */
  private String definition(DSLContext tx) {
    var definition =
        tx.select(RFM_NIGHTS.DEFINITION)
            .from(RFM_NIGHTS)
            .where(RFM_NIGHTS.NIGHT.eq(night))
            .fetchOne(RFM_NIGHTS.DEFINITION);
    return definition == null ? "" : definition;
  }

  private Condition hasOrdered() {
    return ValidityIntervals.at(metrics, night).and(metrics.STANDING.in("scored", "lapsed"));
  }

  /** Whether there is an order in the window. */
  private Condition isScored() {
    return ValidityIntervals.at(metrics, night).and(metrics.STANDING.eq("scored"));
  }

  private Condition isInPopulation() {
    return switch (settings.population()) {
      case ALL -> hasOrdered();
      case BUYERS -> isScored();
      case SEGMENT -> hasOrdered().and(isInSegment());
    };
  }

  /** In the night before this one: clusters are made before segments. */
  private Condition isInSegment() {
    var before = field(select(max(NIGHTS.NIGHT)).from(NIGHTS).where(NIGHTS.NIGHT.lt(night)));
    return metrics.CUSTOMER_KEY.in(
        select(MEMBERSHIPS.CUSTOMER_KEY)
            .from(MEMBERSHIPS)
            .where(MEMBERSHIPS.SEGMENT.eq(settings.segment()))
            .and(MEMBERSHIPS.VALID_FROM.le(before))
            .and(MEMBERSHIPS.VALID_TO.isNull().or(MEMBERSHIPS.VALID_TO.gt(before))));
  }

  private ArrayList<Field<?>> columns() {
    var columns = new ArrayList<Field<?>>();
    columns.add(metrics.CUSTOMER_KEY);
    for (int i = 0; i < settings.features().size(); i++) {
      var value = value(settings.features().get(i).feature(), i);
      columns.add(value.cast(SQLDataType.DOUBLE).as("feature_" + i));
    }
    return columns;
  }

  private Field<?> value(Feature feature, int place) {
    var tenure = days(metrics.FIRST_ORDERED_ON).cast(SQLDataType.DOUBLE);
    return switch (feature) {
      case RECENCY -> days(metrics.LAST_ORDERED_ON);
      case FREQUENCY -> metrics.FREQUENCY;
      case MONETARY -> metrics.MONETARY;
      case AVERAGE_ORDER_VALUE -> metrics.NET_VALUE.div(nullif(metrics.ORDERS_COUNT, inline(0L)));
      case TENURE -> tenure;
      case RETURN_SHARE -> coalesce(RETURNED, inline(BigDecimal.ZERO)).div(bought());
      case ORDERS_PER_MONTH ->
          ORDERS
              .cast(SQLDataType.DOUBLE)
              .div(greatest(tenure.div(inline(DAYS_OF_A_MONTH)), inline(1.0)));
      case SHARE -> coalesce(share(place), inline(BigDecimal.ZERO)).div(bought());
    };
  }

  /** From a day to the night. */
  private Field<Integer> days(Field<LocalDate> day) {
    return localDateDiff(inline(night), day);
  }

  private static Field<BigDecimal> bought() {
    return nullif(BOUGHT, inline(BigDecimal.ZERO));
  }

  private static Field<BigDecimal> share(int place) {
    return field(name("share_" + place), BigDecimal.class);
  }

  /** The metrics, and the orders if the features need them. */
  private Table<? extends Record> source() {
    if (settings.features().stream().noneMatch(each -> OF_ORDERS.contains(each.feature()))) {
      return rows;
    }
    var orders = orders();
    return rows.leftJoin(orders)
        .on(orders.field(ORDER_PARTS.CUSTOMER_KEY).eq(metrics.CUSTOMER_KEY));
  }

  /** One row per customer: all orders up to the night. */
  private Table<?> orders() {
    var isBought = not(condition(ORDER_PARTS.IS_RETURN));
    var columns = new ArrayList<Field<?>>();
    columns.add(ORDER_PARTS.CUSTOMER_KEY);
    columns.add(count().filterWhere(condition(ORDER_PARTS.IS_ORDER)).as(ORDERS));
    columns.add(sum(ORDER_PARTS.VALUE).filterWhere(isBought).as(BOUGHT));
    columns.add(
        sum(ORDER_PARTS.VALUE.neg()).filterWhere(condition(ORDER_PARTS.IS_RETURN)).as(RETURNED));
    for (int i = 0; i < settings.features().size(); i++) {
      var feature = settings.features().get(i);
      if (feature.feature() == Feature.SHARE) {
        columns.add(sum(ORDER_PARTS.VALUE).filterWhere(isBought, isOf(feature)).as(share(i)));
      }
    }
    return select(columns)
        .from(ORDER_PARTS)
        .where(ORDER_PARTS.OUTCOME.eq("kept"), ORDER_PARTS.ORDERED_ON.le(night))
        .groupBy(ORDER_PARTS.CUSTOMER_KEY)
        .asTable("all_orders");
  }

  private static Condition isOf(FeatureSettings feature) {
    var attribute =
        feature.attribute().equals("country")
            ? ORDER_PARTS.COUNTRY
            : jsonbGetAttributeAsText(ORDER_PARTS.ATTRIBUTES, feature.attribute());
    return attribute.eq(feature.value());
  }
}
