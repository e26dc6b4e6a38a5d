package dev.nightjar.database;

import static java.util.stream.Collectors.partitioningBy;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lag;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A table of states that are valid for intervals of nights, as seen from one night. One state per
 * customer, or per customer and further keys.
 *
 * <p>A row is valid from the night {@code valid_from} up to, but not including, {@code valid_to};
 * null means that it is still valid. The table has one partition for valid rows and one for past
 * rows, so that the newest night never reads the past.
 */
public final class ValidityIntervals {
  private static final Field<String> CUSTOMER_KEY = field(name("customer_key"), String.class);
  private static final Field<LocalDate> VALID_FROM = field(name("valid_from"), LocalDate.class);
  private static final Field<LocalDate> VALID_TO = field(name("valid_to"), LocalDate.class);
  private static final Field<Boolean> IS_GONE = field(name("is_gone"), Boolean.class);
  private static final Field<Boolean> STARTS = field(name("starts"), Boolean.class);
  private static final Field<Integer> ISLAND = field(name("island"), Integer.class);
  private static final Table<?> CHANGED = table(name("changed"));
  private static final Table<?> PIECES = table(name("pieces"));

  private final Table<?> table;
  private final LocalDate night;
  private final @Nullable LocalDate next;
  private final List<Field<?>> keys;
  private final List<Field<?>> values;

  /** A table of customer_key, valid_from, valid_to and the state. */
  public ValidityIntervals(Table<?> table, LocalDate night, @Nullable LocalDate next) {
    this(table, List.of(), night, next);
  }

  /**
   * @param table table of customer_key, other keys, valid_from, valid_to and the state
   * @param otherKeys names of the other keys
   * @param next the first later night that was run; null for the newest night
   */
  public ValidityIntervals(
      Table<?> table, List<String> otherKeys, LocalDate night, @Nullable LocalDate next) {
    this.table = table;
    this.night = night;
    this.next = next;
    var interval = List.of(VALID_FROM.getName(), VALID_TO.getName());
    var names = append(otherKeys, CUSTOMER_KEY.getName());
    var columns =
        Arrays.stream(table.fields())
            .filter(each -> !interval.contains(each.getName()))
            .<Field<?>>map(each -> field(each.getUnqualifiedName(), each.getDataType()))
            .collect(partitioningBy(each -> names.contains(each.getName())));
    this.keys = columns.get(true);
    this.values = columns.get(false);
  }

  /** The condition for rows that are valid in a night, in the table or an alias of it. */
  public static Condition at(Table<?> table, LocalDate night) {
    var validTo = table.field(VALID_TO);
    return table.field(VALID_FROM).le(night).and(validTo.isNull().or(validTo.gt(night)));
  }

  /** The condition for rows that are valid in this night. */
  public Condition at() {
    return next == null ? table.field(VALID_TO).isNull() : at(table, night);
  }

  /**
   * Deletes rows that are not valid after a night.
   *
   * @return the number of rows
   */
  public static long forget(DSLContext db, Table<?> table, LocalDate before) {
    return db.deleteFrom(table).where(table.field(VALID_TO).le(before)).execute();
  }

  /**
   * Makes the given states valid from this night until the next. Earlier and later states do not
   * change. Adjacent equal states become one row, so that a night that is run again or late leaves
   * the same rows.
   *
   * @param tx a transaction
   * @param states one row per touched customer with a state: the keys and the table's other columns
   *     except the interval, in the table's order
   * @param touched keys of the customers whose state can differ, null for all; a touched customer
   *     without a state is gone
   * @return the number of customers that changed
   */
  public long replace(DSLContext tx, Select<?> states, @Nullable Select<Record1<String>> touched) {
    create(tx, CHANGED, append(columns(VALID_FROM, VALID_TO), inline(false).as(IS_GONE)));
    create(tx, PIECES, columns(VALID_FROM, VALID_TO));
    long changed = collectChanged(tx, states, touched);
    takeOutPieces(tx);
    insert(tx, newcomers());
    insert(tx, merged());
    tx.dropTemporaryTable(CHANGED).execute();
    tx.dropTemporaryTable(PIECES).execute();
    return changed;
  }

  /** An empty table that is dropped with the transaction. */
  private void create(DSLContext tx, Table<?> name, List<Field<?>> columns) {
    tx.createTemporaryTable(name)
        .as(select(columns).from(table))
        .withNoData()
        .onCommitDrop()
        .execute();
  }

  /** One row per customer whose valid state differs from the given one: the given state. */
  private long collectChanged(
      DSLContext tx, Select<?> given, @Nullable Select<Record1<String>> touched) {
    var columns = Stream.concat(keys.stream(), values.stream()).toList();
    var states = given.asTable("states", columns.stream().map(Field::getName).toList());
    var held =
        select(columns.stream().map(table::field).toList())
            .from(table)
            .where(at(), touched == null ? noCondition() : table.field(CUSTOMER_KEY).in(touched))
            .asTable("held");
    var changed = new ArrayList<Field<?>>();
    keys.forEach(each -> changed.add(either(states, held, each)));
    changed.add(inline(night).as(VALID_FROM));
    changed.add(inline(next, SQLDataType.LOCALDATE).as(VALID_TO));
    values.forEach(each -> changed.add(states.field(each)));
    changed.add(field(states.field(CUSTOMER_KEY).isNull()).as(IS_GONE));
    long count =
        tx.insertInto(CHANGED)
            .select(
                select(changed)
                    .from(states)
                    .fullJoin(held)
                    .on(isOfSameKeys(states::field, held::field))
                    .where(row(states.fields()).isDistinctFrom(row(held.fields()))))
            .execute();
    tx.execute("analyze {0}", CHANGED);
    return count;
  }

  private static <T> Field<T> either(Table<?> one, Table<?> other, Field<T> column) {
    return coalesce(one.field(column), other.field(column)).as(column);
  }

  /** A column of a table with the columns of the intervals. */
  private static Function<Field<?>, Field<?>> in(Table<?> named) {
    return column ->
        field(named.getQualifiedName().append(column.getUnqualifiedName()), column.getDataType());
  }

  @SuppressWarnings("unchecked")
  private Condition isOfSameKeys(
      Function<Field<?>, Field<?>> one, Function<Field<?>, Field<?>> other) {
    return and(
        keys.stream()
            .map(each -> ((Field<Object>) one.apply(each)).eq((Field<Object>) other.apply(each)))
            .toList());
  }

  /** Removes rows of changed customers that overlap or touch the night. */
  private void takeOutPieces(DSLContext tx) {
    var isBeforeNext = next == null ? noCondition() : table.field(VALID_FROM).le(next);
    var validTo = table.field(VALID_TO);
    // one statement per partition, so that each uses its index
    for (var reachesNight : List.of(validTo.isNull(), validTo.ge(night))) {
      var removed =
          name("removed")
              .as(
                  deleteFrom(table)
                      .using(CHANGED)
                      .where(isOfSameKeys(table::field, in(CHANGED)))
                      .and(reachesNight)
                      .and(isBeforeNext)
                      .returning(Arrays.asList(table.fields())));
      tx.with(removed)
          .insertInto(PIECES)
          .select(select(columns(VALID_FROM, VALID_TO)).from(removed))
          .execute();
    }
    tx.execute("analyze {0}", PIECES);
  }

  private void insert(DSLContext tx, Select<?> intervals) {
    var columns = new ArrayList<Field<?>>(keys);
    columns.addAll(List.of(VALID_FROM, VALID_TO));
    columns.addAll(values);
    tx.insertInto(table, columns).select(intervals).execute();
  }

  /** New states without adjacent rows: in the first night, all of them. */
  private Select<?> newcomers() {
    return select(columns(VALID_FROM, VALID_TO))
        .from(CHANGED)
        .where(condition(IS_GONE).not())
        .andNotExists(selectOne().from(PIECES).where(isOfSameKeys(in(PIECES), in(CHANGED))));
  }

  /** The other new states with the remains of the removed rows, adjacent equal states merged. */
  private Select<?> merged() {
    var islands = islands().asTable("islands");
    var isOpen = boolOr(VALID_TO.isNull());
    var group = new ArrayList<Field<?>>(values);
    group.addAll(keys);
    group.add(ISLAND);
    return select(columns(min(VALID_FROM), when(not(isOpen), max(VALID_TO))))
        .from(islands)
        .groupBy(group);
  }

  /** Each interval with a number that adjacent intervals with equal values share. */
  private Select<?> islands() {
    var starts = starts().asTable("starts");
    var island = count().filterWhere(STARTS).over().partitionBy(keys).orderBy(VALID_FROM);
    return select(append(columns(VALID_FROM, VALID_TO), island.as(ISLAND))).from(starts);
  }

  /** Each interval, and whether it differs from the previous one or follows a gap. */
  private Select<?> starts() {
    var state = append(values, VALID_FROM);
    var before =
        append(values, VALID_TO).stream()
            .map(each -> lag(each).over().partitionBy(keys).orderBy(VALID_FROM))
            .toList();
    return select(
            append(
                columns(VALID_FROM, VALID_TO),
                field(row(state).isDistinctFrom(row(before))).as(STARTS)))
        .from(clipped().asTable("clipped"));
  }

  private Select<?> clipped() {
    var before =
        select(columns(VALID_FROM, least(VALID_TO, inline(night))))
            .from(PIECES)
            .where(VALID_FROM.lt(night));
    var tonight =
        select(columns(VALID_FROM, VALID_TO))
            .from(CHANGED)
            .where(condition(IS_GONE).not())
            .and(exists(selectOne().from(PIECES).where(isOfSameKeys(in(PIECES), in(CHANGED)))));
    if (next == null) {
      return before.unionAll(tonight);
    }
    var after =
        select(columns(greatest(VALID_FROM, inline(next)), VALID_TO))
            .from(PIECES)
            .where(VALID_TO.isNull().or(VALID_TO.gt(next)));
    return before.unionAll(tonight).unionAll(after);
  }

  /** All columns, with the given interval. */
  private List<Field<?>> columns(Field<LocalDate> from, Field<LocalDate> to) {
    var columns = new ArrayList<Field<?>>();
    columns.addAll(keys);
    columns.add(from.as(VALID_FROM));
    columns.add(to.as(VALID_TO));
    columns.addAll(values);
    return columns;
  }

  private static <T> List<T> append(List<? extends T> columns, T last) {
    return Stream.concat(columns.stream(), Stream.of(last)).toList();
  }
}
