package dev.nightjar.privacy;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.ORDER_LINES;
import static dev.nightjar.db.ingest.Tables.REJECTS;
import static dev.nightjar.db.ingest.Tables.SUPPRESSIONS;
import static dev.nightjar.db.orders.Tables.CUSTOMERS;
import static dev.nightjar.db.orders.Tables.IDENTITIES;
import static dev.nightjar.db.rfm.Tables.CUT_POINTS;
import static dev.nightjar.privacy.ErasedTable.KEY;
import static dev.nightjar.privacy.ErasedTable.PEOPLE;
import static dev.nightjar.privacy.ErasedTable.PSEUDONYM;
import static dev.nightjar.privacy.ErasedTable.keys;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.nightjar.identity.ErasedPeople;
import dev.nightjar.identity.Identities;
import dev.nightjar.privacy.PersonalDataColumns.Treatment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/**
 * The statements that erase people from all tables, in one transaction. Their keys and pseudonyms
 * are in the temporary table {@code erased_people}.
 */
final class Erasure {
  private final DSLContext tx;
  private final People people;
  private final PersonalDataColumns catalogue;
  private final Condition isRecordOfTheirs;
  private final Condition isSuppressionOfTheirs;
  private final Condition isRejectOfTheirs;
  private final Map<String, Long> rows = new TreeMap<>();

  Erasure(DSLContext tx, People people, PersonalDataColumns catalogue) {
    this.tx = tx;
    this.people = people;
    this.catalogue = catalogue;
    this.isRecordOfTheirs = people.in(tx, CUSTOMER_RECORDS);
    this.isSuppressionOfTheirs =
        SUPPRESSIONS.CUSTOMER_KEY.in(keys()).or(people.in(tx, SUPPRESSIONS));
    this.isRejectOfTheirs = people.mentions().inRejects(tx);
  }

  /**
   * Gathers the people who are in some table.
   *
   * @param pseudonym makes one
   * @return the pseudonyms
   */
  List<String> gather(Supplier<String> pseudonym) {
    tx.createTemporaryTable(PEOPLE)
        .column(KEY.getName(), SQLDataType.CLOB.notNull())
        .column(PSEUDONYM.getName(), SQLDataType.CLOB.notNull())
        .onCommitDrop()
        .execute();
    for (var key : people.keys()) {
      tx.insertInto(PEOPLE).values(val(key), val(pseudonym.get())).execute();
    }
    tx.execute("analyze erased_people");
    Select<Record1<String>> there = select(KEY).from(PEOPLE).where(falseCondition());
    for (var each : catalogue.keys()) {
      there = there.union(select(each.field()).from(each.in()).where(each.field().in(keys())));
    }
    tx.deleteFrom(PEOPLE).where(KEY.notIn(there)).execute();
    return tx.select(PSEUDONYM).from(PEOPLE).fetch(PSEUDONYM);
  }

  /** Whether a customer record has one of their identities. */
  Condition isRecordOfTheirs() {
    return isRecordOfTheirs;
  }

  /** Rows by table, in which the people were. */
  Map<String, Long> rows() {
    rows.values().removeIf(count -> count == 0);
    return rows;
  }

  /** The number of other customers with an address or number of theirs. */
  long sharing() {
    return tx.select(countDistinct(CUSTOMER_RECORDS.CUSTOMER_KEY))
        .from(CUSTOMER_RECORDS)
        .where(CUSTOMER_RECORDS.CUSTOMER_KEY.notIn(keys()), isRecordOfTheirs)
        .fetchSingle()
        .value1();
  }

  /** Erases everywhere. */
  void run() {
    withholdFiles();
    new OrderPseudonyms(tx).unname();
    moveTies();
    catalogue
        .of(Treatment.RENAME_IN_LIST)
        .values()
        .forEach(each -> each.forEach(this::renameInList));
    emptyRejects();
    deleteSuppressions();
    unnameSharing();
    catalogue
        .of(Treatment.DELETE)
        .values()
        .forEach(each -> each.stream().filter(this::isKey).forEach(this::delete));
    catalogue.of(Treatment.RENAME).forEach(this::rename);
    tx.update(CUSTOMERS)
        .set(CUSTOMERS.IS_ERASED, true)
        .where(CUSTOMERS.CUSTOMER_KEY.in(select(PSEUDONYM).from(PEOPLE)))
        .execute();
  }

  private boolean isKey(PersonalDataColumns.Column column) {
    return catalogue.keys().contains(column);
  }

  private void count(String table, long changed) {
    rows.merge(table, changed, Long::sum);
  }

  /** The loaded files with a line of theirs, and the others of the same content. */
  private void withholdFiles() {
    var ofTheirs =
        select(ORDER_LINES.FILE_ID)
            .from(ORDER_LINES)
            .where(ORDER_LINES.CUSTOMER_KEY.in(keys()))
            .union(
                select(CUSTOMER_RECORDS.FILE_ID)
                    .from(CUSTOMER_RECORDS)
                    .where(CUSTOMER_RECORDS.CUSTOMER_KEY.in(keys()))
                    .or(isRecordOfTheirs))
            .union(select(SUPPRESSIONS.FILE_ID).from(SUPPRESSIONS).where(isSuppressionOfTheirs))
            .union(select(REJECTS.FILE_ID).from(REJECTS).where(isRejectOfTheirs));
    var same = FILES.as("same");
    tx.update(FILES)
        .set(FILES.IS_WITHHELD, true)
        .where(FILES.VERDICT.ne("landed"))
        .and(
            FILES.CONTENT_HASH.in(
                select(same.CONTENT_HASH).from(same).where(same.FILE_ID.in(ofTheirs))))
        .execute();
  }

  /** If ties are separated by key, the border moves to the next key below. */
  private void moveTies() {
    var below =
        select(max(CUSTOMERS.CUSTOMER_KEY))
            .from(CUSTOMERS)
            .where(CUSTOMERS.CUSTOMER_KEY.lt(CUT_POINTS.TIE_KEY))
            .and(CUSTOMERS.CUSTOMER_KEY.notIn(keys()));
    count(
        "rfm.cut_points",
        tx.update(CUT_POINTS)
            .set(CUT_POINTS.TIE_KEY, coalesce(field(below), inline("")))
            .where(CUT_POINTS.TIE_KEY.in(keys()))
            .execute());
  }

  private void renameInList(PersonalDataColumns.Column column) {
    long changed = 0;
    for (var person : tx.select(KEY, PSEUDONYM).from(PEOPLE).fetch()) {
      var list = field(name(column.name()), String[].class);
      changed +=
          tx.update(column.in())
              .set(
                  list,
                  field(
                      "array_replace({0}, {1}, {2})",
                      String[].class, list, val(person.value1()), val(person.value2())))
              .where(condition("{0} = any({1})", val(person.value1()), list))
              .execute();
    }
    count(column.tableName(), changed);
  }

  private void emptyRejects() {
    count(
        "ingest.rejects",
        tx.update(REJECTS).set(REJECTS.CELLS, new String[0]).where(isRejectOfTheirs).execute());
  }

  private void deleteSuppressions() {
    count(
        "ingest.suppressions", tx.deleteFrom(SUPPRESSIONS).where(isSuppressionOfTheirs).execute());
  }

  /**
   * Other customers with the same address or number: they keep their key and what is theirs alone.
   */
  private void unnameSharing() {
    var isSharing = CUSTOMER_RECORDS.CUSTOMER_KEY.notIn(keys()).and(isRecordOfTheirs);
    tx.update(CUSTOMERS)
        .setNull(CUSTOMERS.FIRST_NAME)
        .setNull(CUSTOMERS.LAST_NAME)
        .setNull(CUSTOMERS.EMAIL)
        .setNull(CUSTOMERS.PHONE)
        .setNull(CUSTOMERS.CITY)
        .setNull(CUSTOMERS.STATE)
        .setNull(CUSTOMERS.ZIP)
        .setNull(CUSTOMERS.BIRTH_DATE)
        .setNull(CUSTOMERS.ADDRESS)
        .setNull(CUSTOMERS.ADDRESS_2)
        .setNull(CUSTOMERS.GENDER)
        .from(CUSTOMER_RECORDS)
        .where(CUSTOMERS.CUSTOMER_KEY.eq(CUSTOMER_RECORDS.CUSTOMER_KEY), isSharing)
        .and(
            CUSTOMERS
                .EMAIL
                .eq(CUSTOMER_RECORDS.EMAIL)
                .or(CUSTOMERS.PHONE.eq(CUSTOMER_RECORDS.PHONE)))
        .execute();
    deleteIdentities(isSharing);
    ErasedPeople.unname(tx, isSharing);
    tx.update(CUSTOMERS)
        .set(CUSTOMERS.IS_ERASED, true)
        .where(
            CUSTOMERS.CUSTOMER_KEY.in(
                select(CUSTOMER_RECORDS.CUSTOMER_KEY)
                    .from(CUSTOMER_RECORDS)
                    .where(condition(CUSTOMER_RECORDS.IS_ERASED))))
        .and(not(condition(CUSTOMERS.IS_ERASED)))
        .execute();
  }

  /** What other customers have in common with them. */
  private void deleteIdentities(Condition isSharing) {
    var shared = People.values(people.identities()).stream().map(Identities::kept).toList();
    tx.deleteFrom(IDENTITIES)
        .where(
            IDENTITIES.CUSTOMER_KEY.in(
                select(CUSTOMER_RECORDS.CUSTOMER_KEY).from(CUSTOMER_RECORDS).where(isSharing)))
        .and(IDENTITIES.IDENTITY.in(shared))
        .execute();
  }

  private void delete(PersonalDataColumns.Column key) {
    count(key.tableName(), tx.deleteFrom(key.in()).where(key.field().in(keys())).execute());
  }

  /** Replaces the key by the pseudonym, and sets the other columns to null. */
  private void rename(String tableName, List<PersonalDataColumns.Column> keys) {
    var key = keys.get(0);
    var changes = new TreeMap<Field<?>, Object>((a, b) -> a.getName().compareTo(b.getName()));
    changes.put(key.target(), PSEUDONYM);
    catalogue
        .of(Treatment.BLANK)
        .getOrDefault(tableName, List.of())
        .forEach(each -> changes.put(each.target(), field("null")));
    count(
        tableName,
        tx.update(key.in()).set(changes).from(PEOPLE).where(KEY.eq(key.field())).execute());
  }
}
