package dev.nightjar.ingest;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.ORDER_LINES;
import static dev.nightjar.db.ingest.Tables.REJECTS;
import static dev.nightjar.db.ingest.Tables.SUPPRESSIONS;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.nightjar.identity.ErasedPeople;
import dev.nightjar.identity.Identities;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * Removes erased people from a file's lines, in the transaction that loads them. Their order lines
 * stay without a customer, so that revenue still adds up; their other lines are deleted.
 */
@Component
final class ErasedLines {
  private static final int REJECTS_AT_ONCE = 1000;
  private static final Pattern SEPARATORS = Pattern.compile("[,;|\t]");
  private static final Pattern QUOTES = Pattern.compile("^[\\s\"']+|[\\s\"']+$");
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
        .where(ORDER_LINES.FILE_ID.eq(fileId))
        .and(ORDER_LINES.CUSTOMER_KEY.in(erased(keys).union(erasedContacts(transaction, fileId))))
        .execute();
  }

  /** The keys that are an address or number of an erased person, in any spelling. */
  private Select<Record1<String>> erasedContacts(DSLContext transaction, long fileId) {
    var contacts =
        transaction
            .selectDistinct(ORDER_LINES.CUSTOMER_KEY)
            .from(ORDER_LINES)
            .where(ORDER_LINES.FILE_ID.eq(fileId), Identities.isContact(ORDER_LINES.CUSTOMER_KEY))
            .fetch(ORDER_LINES.CUSTOMER_KEY);
    var keys = new ArrayList<String>();
    var identities = new ArrayList<String>();
    for (var contact : contacts) {
      for (var identity : Identities.ofContactKey(contact, null)) {
        keys.add(contact);
        identities.add(identity);
      }
    }
    return select(KEY)
        .from(
            table(
                "unnest({0}, {1}) as keys (customer_key, identity)",
                val(keys.toArray(String[]::new)), val(identities.toArray(String[]::new))))
        .where(erased.isErased(field(name("identity"), String.class)));
  }

  /** Checks each key once, however many lines it has. */
  private Select<Record1<String>> erased(Select<Record1<String>> keys) {
    return select(KEY).from(keys.asTable("keys")).where(erased.haveKey(KEY));
  }

  private long deleteRecords(DSLContext transaction, long fileId) {
    return transaction
        .deleteFrom(CUSTOMER_RECORDS)
        .where(CUSTOMER_RECORDS.FILE_ID.eq(fileId))
        .and(erased.haveKey(CUSTOMER_RECORDS.CUSTOMER_KEY))
        .execute();
  }

  /**
   * If an erased person returns under another key with the same address or number, only the key is
   * kept.
   */
  private long unnameRecords(DSLContext transaction, long fileId) {
    return ErasedPeople.unname(
        transaction,
        CUSTOMER_RECORDS.FILE_ID.eq(fileId).and(erased.haveAny(CUSTOMER_RECORDS.IDENTITIES)));
  }

  private long deleteSuppressions(DSLContext transaction, long fileId) {
    return transaction
        .deleteFrom(SUPPRESSIONS)
        .where(SUPPRESSIONS.FILE_ID.eq(fileId))
        .and(or(erased.haveKey(SUPPRESSIONS.CUSTOMER_KEY), erased.haveAny(SUPPRESSIONS.IDENTITIES)))
        .execute();
  }

  /** The cells of a reject can be of any column, and one cell can hold the whole line. */
  private long emptyRejects(DSLContext transaction, long fileId) {
    long emptied = 0;
    long last = 0;
    for (var rejects = rejects(transaction, fileId, last);
        !rejects.isEmpty();
        rejects = rejects(transaction, fileId, last)) {
      var parts = new RejectParts();
      rejects.forEach(row -> parts.add(row.value1(), row.value2()));
      emptied +=
          transaction
              .update(REJECTS)
              .set(REJECTS.CELLS, new String[0])
              .where(REJECTS.FILE_ID.eq(fileId), REJECTS.LINE_NUMBER.in(parts.erased(erased)))
              .execute();
      last = rejects.get(rejects.size() - 1).value1();
    }
    return emptied;
  }

  private static List<Record2<Long, String[]>> rejects(
      DSLContext transaction, long fileId, long after) {
    return transaction
        .select(REJECTS.LINE_NUMBER, REJECTS.CELLS)
        .from(REJECTS)
        .where(REJECTS.FILE_ID.eq(fileId), REJECTS.LINE_NUMBER.gt(after))
        .orderBy(REJECTS.LINE_NUMBER)
        .limit(REJECTS_AT_ONCE)
        .fetch();
  }

  /** What the cells of rejects can be, by line: keys of customers, and identities. */
  private static final class RejectParts {
    private final List<Long> lines = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Long> linesOfIdentities = new ArrayList<>();
    private final List<String> identities = new ArrayList<>();

    private void add(long line, String[] cells) {
      var parts = new LinkedHashSet<String>(List.of(cells));
      Stream.of(cells).flatMap(SEPARATORS::splitAsStream).forEach(parts::add);
      for (var part : parts) {
        var text = QUOTES.matcher(part).replaceAll("");
        if (!text.isBlank()) {
          lines.add(line);
          keys.add(text);
          for (var identity : Identities.of(text, text, null)) {
            linesOfIdentities.add(line);
            identities.add(identity);
          }
        }
      }
    }

    /** The lines with something of an erased person. */
    private Select<Record1<Long>> erased(ErasedPeople erased) {
      var line = field(name("line"), Long.class);
      var part = field(name("part"), String.class);
      return select(line)
          .from(unnested(lines, keys))
          .where(erased.haveKey(part))
          .union(
              select(line)
                  .from(unnested(linesOfIdentities, identities))
                  .where(erased.isErased(part)));
    }

    private static Table<?> unnested(List<Long> lines, List<String> parts) {
      return table(
          "unnest({0}, {1}) as parts (line, part)",
          val(lines.toArray(Long[]::new)), val(parts.toArray(String[]::new)));
    }
  }
}
