package dev.nightjar.deliver;

import static dev.nightjar.db.deliver.Tables.SENT_ROWS;
import static dev.nightjar.deliver.DifferenceQueries.DIFFERENCES;
import static dev.nightjar.deliver.DifferenceQueries.FINGERPRINT;
import static dev.nightjar.deliver.DifferenceQueries.IS_ADD;
import static dev.nightjar.deliver.DifferenceQueries.KEY;
import static dev.nightjar.deliver.DifferenceQueries.TONIGHT;
import static dev.nightjar.deliver.DifferenceQueries.TONIGHT_ROWS;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The statements for the rows that a destination is to remove, in the temporary table {@code
 * removes}.
 *
 * <p>A destination knows people by their identifiers, not by our rows. So a row to remove holds
 * only identifiers that were sent and that nobody of the night has: a hash that two customers share
 * stays for as long as one of them does. If another value changed, the row is added again, which
 * replaces it there, and nothing is removed: a platform that works asynchronously could lose the
 * person.
 */
final class RemovesQueries {
  private static final Table<Record> REMOVES = table(name("removes"));
  private static final Field<String> REMOVED = field(name("removes", "customer_key"), String.class);
  private static final Field<String[]> CELLS = field(name("removes", "cells"), String[].class);
  private static final Field<Boolean> IS_CHANGE =
      field(name("removes", "is_change"), Boolean.class);
  private static final Field<Boolean> IS_LOST = field(name("removes", "is_lost"), Boolean.class);

  private final Holding holding;
  private final DifferenceQueries differences;
  private final List<Integer> identifiers;

  RemovesQueries(Holding holding, DifferenceQueries differences) {
    this.holding = holding;
    this.differences = differences;
    this.identifiers = holding.profile().identifiers();
  }

  static void drop(DSLContext db) {
    db.dropTemporaryTableIfExists(REMOVES).execute();
  }

  /**
   * Gathers the rows, once the differences are there.
   *
   * @param hasOnlyDiffering whether the night's rows are only those that differ
   * @return the rows that would have to be removed by an identifier without a column
   */
  long gather(DSLContext tx, boolean hasOnlyDiffering) {
    int rows = tx.createTemporaryTable(REMOVES).as(sent()).execute();
    if (rows == 0) {
      return 0;
    }
    tx.execute("analyze {0}", REMOVES);
    var added = select(TONIGHT.CELLS).from(TONIGHT_ROWS).where(TONIGHT.CELLS.isNotNull());
    var present = hasOnlyDiffering ? added.unionAll(unchanged()) : added;
    for (int place : identifiers) {
      keepWhatNobodyHas(tx, present, List.of(place));
    }
    if (!holding.profile().matchHelpers().isEmpty()) {
      keepWhatNobodyHas(tx, present, holding.profile().matchHelpers());
    }
    tx.deleteFrom(REMOVES).where(areEmpty(identifiers), not(condition(IS_LOST))).execute();
    return tx.fetchCount(REMOVES, condition(IS_LOST));
  }

  /** The rows as they were sent: what identifies a person, and what is the same in all rows. */
  private Select<?> sent() {
    var change = DifferenceQueries.IS_CHANGE;
    var sent = differences.cellsAsSent();
    // a row that only flags somebody holds nothing else of the person
    var helpers =
        holding.profile().flagsLeavers() ? List.<Integer>of() : holding.profile().matchHelpers();
    var cells = new ArrayList<Field<String>>();
    for (int place = 0; place < sent.size(); place++) {
      var column = holding.profile().columns().get(place);
      if (column.leaver() != null) {
        cells.add(inline(column.leaver()));
      } else if (column.field() == null || identifiers.contains(place)) {
        cells.add(sent.get(place));
      } else if (helpers.contains(place)) {
        // a person who stays could be found by them
        cells.add(when(condition(change), inline("")).otherwise(sent.get(place)));
      } else {
        cells.add(inline(""));
      }
    }
    var isNameless = and(identifiers.stream().map(place -> sent.get(place).eq("")).toList());
    return select(
            KEY.as(REMOVED.getUnqualifiedName()),
            change.as(IS_CHANGE.getUnqualifiedName()),
            DSL.array(cells).as(CELLS.getUnqualifiedName()),
            field(isNameless.and(differences.hadIdentifier())).as(IS_LOST.getUnqualifiedName()))
        .from(DIFFERENCES)
        .join(SENT_ROWS)
        .on(SENT_ROWS.CUSTOMER_KEY.eq(KEY), SENT_ROWS.FINGERPRINT.eq(FINGERPRINT))
        .and(differences.isThere())
        .where(not(condition(IS_ADD)));
  }

  /** The cells, as they were sent, of the rows that the night leaves as they are. */
  private Select<Record1<String[]>> unchanged() {
    return select(DSL.array(differences.cellsAsSent()))
        .from(SENT_ROWS)
        .where(differences.isThere())
        .andNotExists(
            selectOne().from(TONIGHT_ROWS).where(TONIGHT.CUSTOMER_KEY.eq(SENT_ROWS.CUSTOMER_KEY)));
  }

  /**
   * Empties cells of rows if a row of the night has the same values in all of them. The night's
   * rows are only read through: those to remove are mostly few.
   */
  private static void keepWhatNobodyHas(
      DSLContext tx, Select<Record1<String[]>> present, List<Integer> places) {
    tx.execute(
        """
        update removes set %1$s where (%2$s) and (%3$s) in (
          select %4$s from (%7$s) as tonight (cells)
          join (select distinct %3$s from removes where %2$s) as wanted (%5$s) on %6$s)
        """
            .formatted(
                each(places, "cells[%1$d] = ''", ", "),
                each(places, "removes.cells[%1$d] <> ''", " or "),
                each(places, "removes.cells[%1$d]", ", "),
                each(places, "tonight.cells[%1$d]", ", "),
                each(places, "value%1$d", ", "),
                each(places, "tonight.cells[%1$d] = wanted.value%1$d", " and "),
                tx.renderInlined(present)));
  }

  private static String each(List<Integer> places, String template, String between) {
    return places.stream().map(place -> template.formatted(place + 1)).collect(joining(between));
  }

  private static Condition areEmpty(List<Integer> places) {
    return and(
        places.stream().map(place -> DifferenceQueries.cell(CELLS, place + 1).eq("")).toList());
  }

  /** Customers who stay, and of whom an identifier goes. */
  static long replaced(DSLContext tx) {
    return tx.fetchCount(DSL.selectDistinct(REMOVED).from(REMOVES).where(condition(IS_CHANGE)));
  }

  /**
   * The rows of a kind of file; customers with the same identifiers are one row.
   *
   * @param kinds all kinds that the destination gets
   */
  static Select<Record3<String, Boolean, String[]>> rows(
      FileKind kind, Collection<FileKind> kinds) {
    var isIn =
        kinds.contains(FileKind.CHANGES)
            ? condition(IS_CHANGE).eq(kind == FileKind.CHANGES)
            : noCondition();
    return select(
            min(REMOVED).as(REMOVED.getUnqualifiedName()),
            inline(false).as(DifferenceQueries.ADDS),
            CELLS)
        .from(REMOVES)
        .where(isIn)
        .groupBy(CELLS);
  }
}
