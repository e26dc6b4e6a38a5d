package dev.nightjar.operations;

import static dev.nightjar.db.operations.Tables.GATE_APPROVALS;
import static dev.nightjar.db.operations.Tables.GATE_RESULTS;
import static org.jooq.impl.DSL.max;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.operations.GateResult.Verdict;
import dev.nightjar.pipeline.Night;
import dev.nightjar.ports.GateApprovals;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The results of gates, and who approved them. */
@Component
final class GateLedger implements GateApprovals {
  private final DSLContext db;
  private final Clock clock;

  GateLedger(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Replaces the results of a night. */
  void keep(Night night, List<GateResult> results) {
    var now = OffsetDateTime.now(clock);
    var rows =
        results.stream()
            .map(
                result -> {
                  var row = db.newRecord(GATE_RESULTS);
                  row.setNight(night.date());
                  row.setGate(result.gate());
                  row.setSubject(result.subject());
                  row.setKind(result.isCheck() ? "check" : "gate");
                  row.setRevision(night.revision());
                  row.setValue(result.value());
                  row.setVerdict(result.verdict().key());
                  row.setFinding(result.finding());
                  row.setMeasuredAt(now);
                  return row;
                })
            .toList();
    db.transaction(
        transaction -> {
          var tx = transaction.dsl();
          tx.deleteFrom(GATE_RESULTS).where(GATE_RESULTS.NIGHT.eq(night.date())).execute();
          tx.batchInsert(rows).execute();
        });
  }

  /** Deletes the results of nights before a date. */
  static void forget(DSLContext tx, LocalDate before) {
    tx.deleteFrom(GATE_RESULTS).where(GATE_RESULTS.NIGHT.lt(before)).execute();
  }

  /** Whether somebody approved this very value of a gate in a night. */
  boolean isApproved(DSLContext on, LocalDate night, GateResult result) {
    return on.fetchExists(
        GATE_APPROVALS,
        GATE_APPROVALS.NIGHT.eq(night),
        GATE_APPROVALS.GATE.eq(result.gate()),
        GATE_APPROVALS.SUBJECT.eq(result.subject()),
        GATE_APPROVALS.VALUE.isNotDistinctFrom(result.value()));
  }

  /** The lines of a night's gates and checks that warn. */
  List<String> warnings(LocalDate night) {
    return lines(night, Verdict.WARNED);
  }

  /** The lines of a night's gates and checks that stopped it. */
  List<String> stops(LocalDate night) {
    return lines(night, Verdict.STOPPED);
  }

  private List<String> lines(LocalDate night, Verdict verdict) {
    return db.selectFrom(GATE_RESULTS)
        .where(GATE_RESULTS.NIGHT.eq(night), GATE_RESULTS.VERDICT.eq(verdict.key()))
        .orderBy(GATE_RESULTS.GATE, GATE_RESULTS.SUBJECT)
        .fetch(row -> GateResult.line(row.getGate(), row.getSubject(), row.getFinding()));
  }

  @Override
  public List<Approved> approve(@Nullable LocalDate night, String reason, String by) {
    var isStop = GATE_RESULTS.VERDICT.eq(Verdict.STOPPED.key()).and(GATE_RESULTS.KIND.eq("gate"));
    var date =
        night != null
            ? night
            : db.select(max(GATE_RESULTS.NIGHT))
                .from(GATE_RESULTS)
                .where(isStop)
                .fetchSingle()
                .value1();
    return db.transactionResult(
        transaction -> {
          var tx = transaction.dsl();
          var stops =
              tx.select(
                      GATE_RESULTS.NIGHT,
                      GATE_RESULTS.GATE,
                      GATE_RESULTS.SUBJECT,
                      GATE_RESULTS.VALUE,
                      GATE_RESULTS.FINDING)
                  .from(GATE_RESULTS)
                  .where(isStop)
                  .and(GATE_RESULTS.NIGHT.eq(date))
                  .orderBy(GATE_RESULTS.GATE, GATE_RESULTS.SUBJECT)
                  .fetch(Records.mapping(Approved::new));
          if (stops.isEmpty()) {
            throw nothingStopped(night);
          }
          stops.forEach(stop -> record(tx, stop, reason, by));
          return stops;
        });
  }

  private void record(DSLContext tx, Approved stop, String reason, String by) {
    tx.insertInto(GATE_APPROVALS)
        .set(GATE_APPROVALS.NIGHT, stop.night())
        .set(GATE_APPROVALS.GATE, stop.gate())
        .set(GATE_APPROVALS.SUBJECT, stop.subject())
        .set(GATE_APPROVALS.VALUE, stop.value())
        .set(GATE_APPROVALS.REASON, reason)
        .set(GATE_APPROVALS.APPROVED_BY, by)
        .set(GATE_APPROVALS.APPROVED_AT, OffsetDateTime.now(clock))
        .execute();
  }

  private static Failure nothingStopped(@Nullable LocalDate night) {
    return new Failure(
        FailureCode.NIGHT_REFUSED,
        "No gate has stopped %s.%nNext: nightjar status%s"
            .formatted(
                night == null ? "a night" : "night " + night,
                night == null ? "" : " --date " + night));
  }
}
