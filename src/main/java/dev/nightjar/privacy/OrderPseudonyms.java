package dev.nightjar.privacy;

import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.ORDER_LINES;
import static dev.nightjar.db.ingest.Tables.SOURCES;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.denseRank;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.key;
import static org.jooq.impl.DSL.lpad;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;

/**
 * The statements that replace what can identify a person in the orders apart from the key: order
 * numbers and further values. Equal ones stay equal and their order stays, so that the lines make
 * the same orders as before.
 */
final class OrderPseudonyms {
  private static final Table<Record> NUMBERS = table(name("renamed_numbers"));
  private static final Table<Record> VALUES = table(name("renamed_values"));
  private static final Field<String> SOURCE =
      field(name("renamed_numbers", "source"), String.class);
  private static final Field<String> OLD_NUMBER =
      field(name("renamed_numbers", "order_number"), String.class);
  private static final Field<String> NEW_NUMBER =
      field(name("renamed_numbers", "renamed"), String.class);
  private static final Field<String> OF_CUSTOMER =
      field(name("renamed_numbers", "customer_key"), String.class);
  private static final Field<JSONB> OLD_VALUES =
      field(name("renamed_values", "attributes"), JSONB.class);
  private static final Field<JSONB> NEW_VALUES =
      field(name("renamed_values", "renamed"), JSONB.class);

  /** Where values of attributes are counted. */
  private static final List<List<String>> PROFILES =
      List.of(
          List.of("clustering", "profile_attributes"),
          List.of("segments", "profile_attributes"),
          List.of("publish", "cluster_attributes"),
          List.of("publish", "segment_attributes"));

  private final DSLContext tx;

  /**
   * @param tx with the table of erased people, see {@link Erasure}
   */
  OrderPseudonyms(DSLContext tx) {
    this.tx = tx;
  }

  /** Replaces the values, while the keys are still there. */
  void unname() {
    gatherNumbers();
    gatherValues();
    deleteProfiles();
    renameNumbers();
    renameValues(ORDER_LINES, ORDER_LINES.CUSTOMER_KEY, ORDER_LINES.ATTRIBUTES);
    renameValues(ORDER_PARTS, ORDER_PARTS.CUSTOMER_KEY, ORDER_PARTS.ATTRIBUTES);
    renameValues(CUSTOMERS, CUSTOMERS.CUSTOMER_KEY, CUSTOMERS.ATTRIBUTES);
  }

  /**
   * A number that others have too identifies nobody, and replacing it would separate copies of a
   * line.
   */
  private void gatherNumbers() {
    var numbers =
        selectDistinct(FILES.SOURCE, ORDER_LINES.ORDER_NUMBER, ORDER_LINES.CUSTOMER_KEY)
            .from(ORDER_LINES)
            .join(FILES)
            .on(FILES.FILE_ID.eq(ORDER_LINES.FILE_ID))
            .where(
                ORDER_LINES.CUSTOMER_KEY.in(ErasedTable.keys()),
                ORDER_LINES.ORDER_NUMBER.isNotNull())
            .asTable("numbers");
    var number = numbers.field(ORDER_LINES.ORDER_NUMBER);
    var customer = numbers.field(ORDER_LINES.CUSTOMER_KEY);
    var isReturn = condition("starts_with({0}, {1})", number, SOURCES.RETURN_PREFIX);
    var renamed =
        when(isReturn, SOURCES.RETURN_PREFIX)
            .otherwise(inline(""))
            .concat(ErasedTable.PSEUDONYM, inline("-"))
            .concat(rowNumber().over().partitionBy(customer).orderBy(number));
    tx.createTemporaryTable(NUMBERS)
        .as(
            select(numbers.fields())
                .select(renamed.as(NEW_NUMBER.getUnqualifiedName()))
                .from(numbers)
                .join(ErasedTable.PEOPLE)
                .on(ErasedTable.KEY.eq(customer))
                .join(SOURCES)
                .on(SOURCES.SOURCE.eq(numbers.field(FILES.SOURCE)))
                .where(
                    notExists(
                        selectOne()
                            .from(ORDER_PARTS)
                            .where(ORDER_PARTS.SOURCE.eq(numbers.field(FILES.SOURCE)))
                            .and(ORDER_PARTS.ORDER_NUMBER.eq(number))
                            .and(ORDER_PARTS.CUSTOMER_KEY.isDistinctFrom(customer)))))
        .onCommitDrop()
        .execute();
  }

  private void renameNumbers() {
    tx.update(ORDER_LINES)
        .set(ORDER_LINES.ORDER_NUMBER, NEW_NUMBER)
        .from(NUMBERS, FILES)
        .where(FILES.FILE_ID.eq(ORDER_LINES.FILE_ID), SOURCE.eq(FILES.SOURCE))
        .and(OLD_NUMBER.eq(ORDER_LINES.ORDER_NUMBER))
        .and(OF_CUSTOMER.eq(ORDER_LINES.CUSTOMER_KEY))
        .execute();
    tx.update(ORDER_PARTS)
        .set(ORDER_PARTS.ORDER_NUMBER, NEW_NUMBER)
        .from(NUMBERS)
        .where(SOURCE.eq(ORDER_PARTS.SOURCE), OLD_NUMBER.eq(ORDER_PARTS.ORDER_NUMBER))
        .and(OF_CUSTOMER.eq(ORDER_PARTS.CUSTOMER_KEY))
        .execute();
  }

  private void gatherValues() {
    var rank = denseRank().over().orderBy(ORDER_LINES.ATTRIBUTES.cast(SQLDataType.CLOB));
    var text = lpad(rank.cast(SQLDataType.CLOB), 9, "0");
    tx.createTemporaryTable(VALUES)
        .as(
            selectDistinct(
                    ORDER_LINES.ATTRIBUTES,
                    jsonbObject(key("erased").value(text)).as(NEW_VALUES.getUnqualifiedName()))
                .from(ORDER_LINES)
                .where(
                    ORDER_LINES.CUSTOMER_KEY.in(ErasedTable.keys()),
                    ORDER_LINES.ATTRIBUTES.isNotNull()))
        .onCommitDrop()
        .execute();
  }

  /** A value that nobody else has identifies the person even where it is only counted. */
  private void deleteProfiles() {
    for (var table : PROFILES) {
      var attribute = field(name(table).append("attribute"), String.class);
      var value = field(name(table).append("value"), String.class);
      var ofOthers =
          selectOne()
              .from(CUSTOMERS)
              .where(CUSTOMERS.CUSTOMER_KEY.notIn(ErasedTable.keys()))
              .and(condition("{0} ->> {1} = {2}", CUSTOMERS.ATTRIBUTES, attribute, value));
      tx.deleteFrom(table(name(table)))
          .using(VALUES)
          .where(condition("{0} ->> {1} = {2}", OLD_VALUES, attribute, value))
          .and(notExists(ofOthers))
          .execute();
    }
  }

  private void renameValues(
      Table<?> table, TableField<?, String> customer, TableField<?, JSONB> values) {
    tx.update(table)
        .set(values, NEW_VALUES)
        .from(VALUES)
        .where(List.of(OLD_VALUES.eq(values), customer.in(ErasedTable.keys())))
        .execute();
  }
}
