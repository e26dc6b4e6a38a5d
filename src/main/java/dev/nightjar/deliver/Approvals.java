package dev.nightjar.deliver;

import static dev.nightjar.db.deliver.Tables.APPROVALS;

import dev.nightjar.db.deliver.tables.records.ApprovalsRecord;
import dev.nightjar.ports.DeliveryApprovals;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores approvals for the night when it is run again. */
@Component
final class Approvals implements DeliveryApprovals {
  private final DSLContext db;
  private final Clock clock;

  Approvals(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  public void approve(Collection<Stop> stops, String by, @Nullable String reason) {
    var now = OffsetDateTime.now(clock);
    db.transaction(
        tx ->
            stops.forEach(
                each -> {
                  var row = record(tx.dsl(), each);
                  row.setApprovedAt(now);
                  row.setApprovedBy(by);
                  row.setReason(reason);
                  row.merge();
                }));
  }

  private static ApprovalsRecord record(DSLContext tx, Stop stop) {
    var row = tx.newRecord(APPROVALS);
    row.setNight(stop.night());
    row.setDestination(stop.destination());
    row.setAudience(stop.audience());
    row.setCustomersBefore(stop.before());
    row.setCustomers(stop.customers());
    row.setAdded(stop.added());
    row.setChanged(stop.changed());
    row.setRemoved(stop.removed());
    row.setReplaced(stop.replaced());
    row.setRefused(stop.refused());
    return row;
  }
}
