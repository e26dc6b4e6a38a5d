package dev.nightjar.ingest;

import static dev.nightjar.db.ingest.Tables.CUSTOMER_RECORDS;
import static dev.nightjar.db.ingest.Tables.SUPPRESSIONS;

import dev.nightjar.db.ingest.tables.records.CustomerRecordsRecord;
import dev.nightjar.db.ingest.tables.records.SuppressionsRecord;
import dev.nightjar.identity.Identities;
import dev.nightjar.ingest.RefusalReader.Refused;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.UpdatableRecord;

/** The statements for what rejects refuse. */
final class RefusedLines {
  private RefusedLines() {}

  /**
   * Stores what rejects of a file refuse: of a customers file as records of the customers, where
   * later records can take it back, otherwise as suppressions.
   */
  static void keep(DSLContext tx, Feed feed, long fileId, List<RefusalReader.Line> lines) {
    var rows = new ArrayList<UpdatableRecord<?>>();
    for (var line : lines) {
      var refused = line.refused();
      rows.add(
          feed == Feed.CUSTOMERS && refused.key() != null
              ? record(tx, fileId, line.number(), refused)
              : suppression(tx, fileId, line.number(), refused));
    }
    tx.batchInsert(rows).execute();
  }

  private static CustomerRecordsRecord record(
      DSLContext tx, long fileId, long line, Refused refused) {
    var row = tx.newRecord(CUSTOMER_RECORDS);
    row.setFileId(fileId);
    row.setLineNumber(line);
    row.setCustomerKey(Objects.requireNonNull(refused.key()));
    row.setUpdatedAt((LocalDateTime) refused.time());
    row.setIsOptedOut(refused.isOptedOut() ? true : null);
    row.setHasConsent(refused.hasConsent());
    row.setConsents(refused.consents());
    row.setIdentities(identities(refused));
    row.setIsErased(false);
    row.setIsRejected(true);
    return row;
  }

  private static SuppressionsRecord suppression(
      DSLContext tx, long fileId, long line, Refused refused) {
    var row = tx.newRecord(SUPPRESSIONS);
    row.setFileId(fileId);
    row.setLineNumber(line);
    row.setCustomerKey(refused.key());
    row.setEmail(refused.email());
    row.setPhone(refused.phone());
    row.setSuppressedAt((LocalDateTime) refused.time());
    row.setIdentities(identities(refused));
    return row;
  }

  private static String[] identities(Refused refused) {
    var identities = Identities.of(refused.email(), refused.phone(), refused.country());
    identities.addAll(Identities.ofContactKey(refused.key(), refused.country()));
    return identities.toArray(String[]::new);
  }

  /** Forgets what a reject refused: it was mended, and the line itself says it. */
  static void forget(DSLContext tx, long fileId, long line) {
    tx.deleteFrom(CUSTOMER_RECORDS)
        .where(CUSTOMER_RECORDS.FILE_ID.eq(fileId), CUSTOMER_RECORDS.LINE_NUMBER.eq(line))
        .execute();
    tx.deleteFrom(SUPPRESSIONS)
        .where(SUPPRESSIONS.FILE_ID.eq(fileId), SUPPRESSIONS.LINE_NUMBER.eq(line))
        .execute();
  }
}
