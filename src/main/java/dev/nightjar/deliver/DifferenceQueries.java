package dev.nightjar.deliver;

import static dev.nightjar.db.deliver.Tables.SENT_ROWS;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import dev.nightjar.db.deliver.tables.SentRows;
import dev.nightjar.destinations.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The statements on what a destination has of an audience and the rows of a night, one method per
 * part. The night's rows are in the temporary table {@code tonight}, how they differ is in {@code
 * differences}: one row for each row to add and each to remove.
 */
final class DifferenceQueries {
  static final Table<Record> TONIGHT_ROWS = table(name("tonight"));
  static final SentRows TONIGHT = SENT_ROWS.as("tonight");
  static final Table<Record> DIFFERENCES = table(name("differences"));
  static final Field<String> KEY = field(name("differences", "customer_key"), String.class);
  static final Field<byte[]> FINGERPRINT = field(name("differences", "fingerprint"), byte[].class);
  static final Field<Boolean> IS_ADD = field(name("differences", "is_add"), Boolean.class);
  static final Name ADDS = IS_ADD.getUnqualifiedName();

  /** Whether the customer has a row to add and one to remove. */
  static final Field<Boolean> IS_CHANGE = field(name("differences", "is_change"), Boolean.class);

  private final Holding holding;
  private final LocalDate night;
  private final LocalDate from;
  private final List<String> contentsBefore;

  /**
   * @param from first night from which on it is uncertain what is there
   * @param contentsBefore what the cells of the rows hold that are there
   */
  DifferenceQueries(Holding holding, LocalDate night, LocalDate from, List<String> contentsBefore) {
    this.holding = holding;
    this.night = night;
    this.from = from;
    this.contentsBefore = contentsBefore;
  }

  /** The table of the night's rows. */
  static void createTonight(DSLContext db) {
    db.createTemporaryTable(TONIGHT_ROWS)
        .as(select(SENT_ROWS.CUSTOMER_KEY, SENT_ROWS.FINGERPRINT, SENT_ROWS.CELLS).from(SENT_ROWS))
        .withNoData()
        .execute();
  }

  static void drop(DSLContext db) {
    db.dropTemporaryTableIfExists(DIFFERENCES).execute();
  }

  /** Puts rows that were there before the night in the place of its own. */
  void putBack(DSLContext tx, Condition which) {
    tx.truncate(TONIGHT_ROWS).execute();
    tx.insertInto(TONIGHT_ROWS)
        .select(
            select(SENT_ROWS.CUSTOMER_KEY, SENT_ROWS.FINGERPRINT, DSL.array(cellsAsSent()))
                .from(SENT_ROWS)
                .where(wasThere(), which))
        .execute();
  }

  /** How many rows were there before the night. */
  long rowsBefore(DSLContext tx) {
    return tx.fetchCount(SENT_ROWS, wasThere());
  }

  /** One row for each row to add and each to remove. */
  Select<?> differences() {
    var isUncertain = SENT_ROWS.SENT_ON.ge(from).or(SENT_ROWS.REMOVED_ON.isNotNull());
    var uncertain = field(isUncertain).as("is_uncertain");
    var there =
        select(SENT_ROWS.CUSTOMER_KEY, SENT_ROWS.FINGERPRINT, uncertain)
            .from(SENT_ROWS)
            .where(isThere())
            .asTable("there");
    var key = there.field(SENT_ROWS.CUSTOMER_KEY);
    var fingerprint = there.field(SENT_ROWS.FINGERPRINT);
    var rows =
        select(
                coalesce(TONIGHT.CUSTOMER_KEY, key).as(KEY.getUnqualifiedName()),
                coalesce(TONIGHT.FINGERPRINT, fingerprint).as(FINGERPRINT.getUnqualifiedName()),
                field(TONIGHT.CUSTOMER_KEY.isNotNull()).as(IS_ADD.getUnqualifiedName()))
            .from(TONIGHT_ROWS)
            .fullJoin(there)
            .on(TONIGHT.CUSTOMER_KEY.eq(key), TONIGHT.FINGERPRINT.eq(fingerprint))
            .where(TONIGHT.CUSTOMER_KEY.isNull().or(key.isNull()))
            .or(condition(there.field(uncertain)))
            .asTable(DIFFERENCES.getUnqualifiedName());
    return withChanges(rows);
  }

  /** The same, where the night's rows are those that differ: without cells, to be removed. */
  static Select<?> found() {
    return withChanges(
        select(
                TONIGHT.CUSTOMER_KEY.as(KEY.getUnqualifiedName()),
                TONIGHT.FINGERPRINT.as(FINGERPRINT.getUnqualifiedName()),
                field(TONIGHT.CELLS.isNotNull()).as(IS_ADD.getUnqualifiedName()))
            .from(TONIGHT_ROWS)
            .asTable(DIFFERENCES.getUnqualifiedName()));
  }

  private static Select<?> withChanges(Table<?> rows) {
    var ofCustomer = partitionBy(KEY);
    var isAdded = boolOr(condition(IS_ADD)).over(ofCustomer);
    var isRemoved = boolOr(not(condition(IS_ADD))).over(ofCustomer);
    return select(
            KEY,
            FINGERPRINT,
            IS_ADD,
            field(condition(isAdded).and(condition(isRemoved))).as(IS_CHANGE.getUnqualifiedName()))
        .from(rows);
  }

  /** Rows that were there before the night, or that it or a night that is not confirmed sent. */
  Condition isThere() {
    return holding
        .is(SENT_ROWS)
        .and(SENT_ROWS.SENT_ON.le(night))
        .and(SENT_ROWS.REMOVED_ON.isNull().or(SENT_ROWS.REMOVED_ON.ge(from)));
  }

  private Condition wasThere() {
    return isThere().and(SENT_ROWS.SENT_ON.lt(from));
  }

  /**
   * A statement for the cells of one kind of file, in the order of the keys; of changes, after what
   * is to be done with the row. The full file has the rows of the night.
   *
   * @param kinds all kinds that the destination gets
   * @param removed the rows of the kind that are to be removed
   */
  String rows(
      FileKind kind,
      Collection<FileKind> kinds,
      Select<Record3<String, Boolean, String[]>> removed) {
    var elsewhere = kinds.contains(FileKind.CHANGES) ? not(condition(IS_CHANGE)) : noCondition();
    var rows =
        switch (kind) {
          case FULL ->
              select(TONIGHT.CUSTOMER_KEY, inline(true).as(ADDS), TONIGHT.CELLS).from(TONIGHT_ROWS);
          case ADDS ->
              holding.profile().flagsLeavers()
                  ? added(elsewhere).unionAll(removed)
                  : added(elsewhere);
          case REMOVES -> removed;
          case CHANGES -> added(condition(IS_CHANGE)).unionAll(removed);
        };
    var table = rows.asTable("rows");
    var cells = table.field(TONIGHT.CELLS);
    var columns = new ArrayList<Field<?>>();
    if (kind == FileKind.CHANGES) {
      columns.add(when(condition(table.field(IS_ADD)), "add").otherwise("remove"));
    }
    for (int i = 1; i <= holding.contents().size(); i++) {
      columns.add(cell(cells, i));
    }
    return DSL.using(SQLDialect.POSTGRES)
        .select(columns)
        .from(table)
        .orderBy(table.field(KEY).collate("C"), table.field(IS_ADD), cells)
        .getSQL(ParamType.INLINED);
  }

  private Select<Record3<String, Boolean, String[]>> added(Condition which) {
    return select(KEY, IS_ADD, TONIGHT.CELLS)
        .from(DIFFERENCES)
        .join(TONIGHT_ROWS)
        .on(TONIGHT.CUSTOMER_KEY.eq(KEY), TONIGHT.FINGERPRINT.eq(FINGERPRINT))
        .where(condition(IS_ADD).and(which));
  }

  /**
   * The cells as they were sent, each in the place that its content has now; those of constants as
   * they are now.
   */
  List<Field<String>> cellsAsSent() {
    var left = new ArrayList<@Nullable String>(contentsBefore);
    var cells = new ArrayList<Field<String>>();
    for (var column : holding.profile().columns()) {
      var constant = column.everywhere(night);
      int at = left.indexOf(column.content());
      if (constant != null || at < 0) {
        cells.add(inline(constant == null ? "" : constant));
      } else {
        cells.add(coalesce(cell(SENT_ROWS.CELLS, at + 1), inline("")));
        left.set(at, null); // a content that repeats stands for the next one
      }
    }
    return cells;
  }

  /** Whether a row, as it was sent, had a cell that identifies somebody. */
  Condition hadIdentifier() {
    return or(
        IntStream.range(0, contentsBefore.size())
            .filter(at -> Column.isIdentifier(contentsBefore.get(at)))
            .mapToObj(at -> cell(SENT_ROWS.CELLS, at + 1).ne(""))
            .toList());
  }

  static Field<String> cell(Field<String[]> cells, int number) {
    return field("({0})[{1}]", String.class, cells, inline(number));
  }

  /** Puts the cells of all rows into the places that their contents have now. */
  void rearrange(DSLContext tx) {
    if (!contentsBefore.equals(holding.contents())) {
      tx.update(SENT_ROWS)
          .set(SENT_ROWS.CELLS, DSL.array(cellsAsSent()))
          .where(holding.is(SENT_ROWS))
          .execute();
    }
  }

  /** Takes away what is to be removed. */
  void removeGone(DSLContext tx) {
    tx.update(SENT_ROWS)
        .set(SENT_ROWS.REMOVED_ON, night)
        .from(DIFFERENCES)
        .where(holding.is(SENT_ROWS), SENT_ROWS.REMOVED_ON.isNull())
        .and(SENT_ROWS.CUSTOMER_KEY.eq(KEY).and(SENT_ROWS.FINGERPRINT.eq(FINGERPRINT)))
        .and(not(condition(IS_ADD)))
        .execute();
  }

  /** Adds what is to be added, unless it is there again. */
  void insertNew(DSLContext tx) {
    var there = holding.is(SENT_ROWS).and(SENT_ROWS.REMOVED_ON.isNull());
    var same = selectOne().from(SENT_ROWS).where(there, SENT_ROWS.CUSTOMER_KEY.eq(KEY));
    insert(tx, 0, notExists(same));
  }

  /**
   * Adds rows of the night that are to be added.
   *
   * @param begun number of the extract whose batches can bring them; 0 once they are there
   */
  void insert(DSLContext tx, int begun, Condition which) {
    tx.insertInto(
            SENT_ROWS,
            SENT_ROWS.DESTINATION,
            SENT_ROWS.AUDIENCE,
            SENT_ROWS.CUSTOMER_KEY,
            SENT_ROWS.SENT_ON,
            SENT_ROWS.BEGUN,
            SENT_ROWS.FINGERPRINT,
            SENT_ROWS.CELLS)
        .select(
            select(
                    inline(holding.destination()),
                    inline(holding.audience()),
                    KEY,
                    inline(night),
                    inline(begun),
                    FINGERPRINT,
                    TONIGHT.CELLS)
                .from(DIFFERENCES)
                .join(TONIGHT_ROWS)
                .on(TONIGHT.CUSTOMER_KEY.eq(KEY), TONIGHT.FINGERPRINT.eq(FINGERPRINT))
                .where(condition(IS_ADD), which))
        .execute();
  }
}
