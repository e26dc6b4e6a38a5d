package dev.nightjar.ingest;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.ORDER_LINES;
import static dev.nightjar.db.ingest.Tables.REJECTS;
import static dev.nightjar.db.ingest.Tables.SUPPRESSIONS;
import static dev.nightjar.identity.Identifier.CUSTOMER;
import static dev.nightjar.identity.Identifier.EMAIL;
import static dev.nightjar.identity.Identifier.PHONE;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import dev.nightjar.identity.ErasedPeople;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/**
 * Removes erased people from a file's lines, in the transaction that loads them. Their order lines
 * stay without a customer, so that revenue still adds up; their other lines are deleted.
 */
@Component
final class ErasedLines {
  private static final Field<String> KEY = field(name("keys", "customer_key"), String.class);

  private final ErasedPeople erased;

  ErasedLines(ErasedPeople erased) {
    this.erased = erased;
  }

  /**
   * Refuses to load anything that could bring an erased person back.
   *
   * @throws dev.nightjar.home.Failure if erased people would not be recognised
   */
  void require(DSLContext db) {
    erased.areThere(db);
  }

  /** Removes erased people from a file's rows; from then on, a file that had any is withheld. */
  void takeOut(DSLContext transaction, long fileId) {
    if (!erased.areThere(transaction)) {
      return;
    }
    long rows =
        unnameOrders(transaction, fileId)
            + deleteRecords(transaction, fileId)
            + unnameRecords(transaction, fileId)
            + deleteSuppressions(transaction, fileId)
            + emptyRejects(transaction, fileId);
    if (rows > 0) {
      withhold(transaction, fileId);
    }
  }

  /** Quarantined files are kept: the operator mends them, and there is no other copy. */
  private static void withhold(DSLContext transaction, long fileId) {
    transaction
        .update(FILES)
        .set(FILES.IS_WITHHELD, true)
        .where(FILES.FILE_ID.eq(fileId), FILES.VERDICT.ne(FileLedger.QUARANTINED))
        .execute();
  }

  private long unnameOrders(DSLContext transaction, long fileId) {
    var keys =
        selectDistinct(ORDER_LINES.CUSTOMER_KEY)
            .from(ORDER_LINES)
            .where(ORDER_LINES.FILE_ID.eq(fileId));
    return transaction
        .update(ORDER_LINES)
        .setNull(ORDER_LINES.CUSTOMER_KEY)
        .set(
            ORDER_LINES.ORDER_NUMBER,
            concat(inline("erased:" + fileId + ":"), ORDER_LINES.LINE_NUMBER))
        .setNull(ORDER_LINES.ATTRIBUTES)
        .where(ORDER_LINES.FILE_ID.eq(fileId), ORDER_LINES.CUSTOMER_KEY.in(erased(keys)))
        .execute();
  }

  /** Checks each key once, however many lines it has. */
  private Select<Record1<String>> erased(Select<Record1<String>> keys) {
    return select(KEY).from(keys.asTable("keys")).where(erased.have(CUSTOMER, KEY));
  }

  private long deleteRecords(DSLContext transaction, long fileId) {
    return transaction
        .deleteFrom(CUSTOMER_RECORDS)
        .where(CUSTOMER_RECORDS.FILE_ID.eq(fileId))
        .and(erased.have(CUSTOMER, CUSTOMER_RECORDS.CUSTOMER_KEY))
        .execute();
  }

  /**
   * If an erased person returns under another key with the same address or number, only the key is
   * kept.
   */
  private long unnameRecords(DSLContext transaction, long fileId) {
    return ErasedPeople.unname(
        transaction,
        CUSTOMER_RECORDS
            .FILE_ID
            .eq(fileId)
            .and(
                erased
                    .have(EMAIL, CUSTOMER_RECORDS.EMAIL)
                    .or(erased.have(PHONE, CUSTOMER_RECORDS.PHONE))));
  }

  private long deleteSuppressions(DSLContext transaction, long fileId) {
    return transaction
        .deleteFrom(SUPPRESSIONS)
        .where(SUPPRESSIONS.FILE_ID.eq(fileId))
        .and(
            or(
                erased.have(CUSTOMER, SUPPRESSIONS.CUSTOMER_KEY),
                erased.have(EMAIL, SUPPRESSIONS.EMAIL),
                erased.have(PHONE, SUPPRESSIONS.PHONE)))
        .execute();
  }

  /** The cells of a reject can be of any column, and one cell can hold the whole line. */
  private long emptyRejects(DSLContext transaction, long fileId) {
    var part = field(name("part"), String.class);
    var parts =
        table(
            "unnest({0}) cell, regexp_split_to_table(cell, '[,;|\\t]') split, trim(split, ' \"''') part",
            REJECTS.CELLS);
    return transaction
        .update(REJECTS)
        .set(REJECTS.CELLS, new String[0])
        .where(REJECTS.FILE_ID.eq(fileId))
        .andExists(
            selectOne()
                .from(parts)
                .where(
                    or(
                        erased.have(CUSTOMER, part),
                        erased.have(EMAIL, part),
                        erased.have(PHONE, part))))
        .execute();
  }
}
