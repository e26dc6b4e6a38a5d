package dev.nightjar.deliver;

import static dev.nightjar.db.deliver.Tables.EXPORTS;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.nightjar.db.deliver.tables.records.ExportsRecord;
import dev.nightjar.destinations.names.ExtractNames;
import dev.nightjar.pipeline.Night;
import dev.nightjar.transport.FileDigest;
import dev.nightjar.transport.api.Batch;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The audit table: who exported which file or batch where, and what was removed. Rows are added and
 * never changed; the table itself enforces that.
 */
final class DeliveryAudit {
  /** The mode of a full file under a name that stays. */
  static final String COPY = "copy";

  private static final String DELIVERED = "delivered";
  private static final String PURGED = "purged";
  private static final String WITHDRAWN = "withdrawn";
  private static final String SENT = "sent";

  private final DeliverSettings settings;
  private final Clock clock;

  DeliveryAudit(DeliverSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Notes files of an extract that were delivered. */
  void delivered(
      DSLContext db, Night night, ExtractNames names, List<ExtractUpload.Delivered> files) {
    var rows =
        files.stream()
            .map(file -> row(db, night, names.destination(), names.audience(), file))
            .toList();
    add(db, DELIVERED, rows);
  }

  private ExportsRecord row(
      DSLContext db,
      Night night,
      String destination,
      String audience,
      ExtractUpload.Delivered file) {
    var row = db.newRecord(EXPORTS);
    row.setNight(night.date());
    row.setRevision(night.revision());
    row.setAudience(audience);
    row.setDestination(destination);
    row.setPlace(DestinationConnection.place(destination, settings));
    row.setPath(file.path());
    row.setMode(file.mode());
    row.setLines(file.lines());
    row.setBytes(file.content().bytes());
    row.setContentHash(file.content().hash());
    row.setExpiresOn(settings.expiresOn(destination, night.date()));
    return row;
  }

  /** The batches of an extract that its destination confirmed, each in a row as soon as it is. */
  ExtractUpload.ConfirmedBatches batches(DSLContext db, Night night) {
    return new ExtractUpload.ConfirmedBatches() {
      @Override
      public @Nullable Long refused(Batch batch) {
        var place = DestinationConnection.place(batch.of().destination(), settings);
        return db.select(EXPORTS.LINES)
            .from(EXPORTS)
            .where(EXPORTS.PLACE.eq(place), EXPORTS.PATH.eq(batch.key()), EXPORTS.ACTION.eq(SENT))
            .fetchOne(row -> batch.rows().size() - row.value1());
      }

      @Override
      public void add(Batch batch, long refused) {
        var of = batch.of();
        var content = new FileDigest(batch.bytes(), batch.hash());
        var sent =
            new ExtractUpload.Delivered(
                batch.key(), of.kind(), batch.rows().size() - refused, content);
        DeliveryAudit.this.add(
            db, SENT, List.of(row(db, night, of.destination(), of.audience(), sent)));
      }
    };
  }

  /** The expired files that are still where they were delivered, the last first. */
  List<ExportsRecord> expired(DSLContext db, LocalDate today) {
    return db.selectFrom(EXPORTS)
        .where(isLast(noCondition()))
        .and(EXPORTS.ACTION.eq(DELIVERED))
        .and(EXPORTS.EXPIRES_ON.le(today))
        // of an extract the marker came last, and goes first
        .orderBy(EXPORTS.EXPORT_ID.desc())
        .fetch();
  }

  /** The files of an audience that are still where they were delivered. */
  List<ExportsRecord> present(DSLContext db, String destination, String place, String audience) {
    var isTheirs =
        EXPORTS
            .DESTINATION
            .eq(destination)
            .and(EXPORTS.PLACE.eq(place))
            .and(EXPORTS.AUDIENCE.eq(audience));
    return db.selectFrom(EXPORTS).where(isLast(isTheirs)).and(EXPORTS.ACTION.eq(DELIVERED)).fetch();
  }

  /** Paths of the copies of an audience that are still at its destination. */
  List<String> copies(DSLContext db, DeliveryTarget target) {
    var destination = target.destination();
    var place = DestinationConnection.place(destination, settings);
    return present(db, destination, place, target.audience().name()).stream()
        .filter(each -> COPY.equals(each.getMode()))
        .map(ExportsRecord::getPath)
        .toList();
  }

  /** Whether a row is the newest of its file. */
  private static Condition isLast(Condition among) {
    return EXPORTS.EXPORT_ID.in(
        select(max(EXPORTS.EXPORT_ID))
            .from(EXPORTS)
            .where(among)
            .groupBy(EXPORTS.PLACE, EXPORTS.PATH));
  }

  /** Notes expired files that were removed. */
  void purged(DSLContext db, List<ExportsRecord> files) {
    add(db, PURGED, files.stream().map(ExportsRecord::copy).toList());
  }

  /** Notes files that were removed because a person in them was erased. */
  void withdrawn(DSLContext db, List<ExportsRecord> files) {
    add(db, WITHDRAWN, files.stream().map(ExportsRecord::copy).toList());
  }

  private void add(DSLContext db, String action, List<ExportsRecord> rows) {
    for (var row : rows) {
      row.setAction(action);
      row.setExportedBy(System.getProperty("user.name", ""));
      row.setRecordedAt(OffsetDateTime.now(clock));
      row.reset(EXPORTS.DATABASE_ROLE);
    }
    db.batchInsert(rows).execute();
  }
}
