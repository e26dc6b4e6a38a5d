package dev.nightjar.pipeline;

import static dev.nightjar.db.pipeline.Sequences.ATTEMPTS;
import static dev.nightjar.db.pipeline.Tables.NIGHTS;
import static dev.nightjar.db.pipeline.Tables.STAGES;
import static org.jooq.impl.DSL.max;

import dev.nightjar.home.FailureCode;
import dev.nightjar.home.ProductVersion;
import dev.nightjar.home.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The record of the nights: stages, results, counts and settings. */
@Component
public class Ledger {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String RUNNING = "running";
  private static final String FAILED = "failed";
  static final String FINISHED = "finished";

  private final DSLContext db;
  private final Clock clock;
  private final Settings settings;

  Ledger(DSLContext db, Clock clock, Settings settings) {
    this.db = db;
    this.clock = clock;
    this.settings = settings;
  }

  /** The same record, read with the rights of other connections. */
  public Ledger readBy(DSLContext reader) {
    return new Ledger(reader, clock, settings);
  }

  /** A revision of a night in the ledger. */
  public record Entry(
      LocalDate night,
      int revision,
      String status,
      OffsetDateTime startedAt,
      @Nullable OffsetDateTime finishedAt) {

    public boolean isFinished() {
      return FINISHED.equals(status);
    }

    public Night asNight() {
      return new Night(night, revision);
    }
  }

  /** The last attempt at a stage in the ledger. */
  public record StageEntry(
      String stage,
      String status,
      OffsetDateTime startedAt,
      @Nullable OffsetDateTime finishedAt,
      Map<String, Long> counts,
      @Nullable String summary,
      @Nullable String failureCode) {}

  /** The last revision of a night; empty if the night never started. */
  public Optional<Entry> lastRevision(LocalDate night) {
    return db.selectFrom(NIGHTS)
        .where(NIGHTS.NIGHT.eq(night))
        .orderBy(NIGHTS.REVISION.desc())
        .limit(1)
        .fetchOptional(Ledger::entry);
  }

  /** The last revision of each night, newest night first. */
  public List<Entry> nights() {
    return db.select()
        .distinctOn(NIGHTS.NIGHT)
        .from(NIGHTS)
        .orderBy(NIGHTS.NIGHT.desc(), NIGHTS.REVISION.desc())
        .fetch(Ledger::entry);
  }

  /** The last revision of the newest night; empty if none has run. */
  public Optional<Entry> newest() {
    return nights().stream().findFirst();
  }

  /** The newest finished night; empty if none has finished. */
  public Optional<LocalDate> newestFinished() {
    return db.select(max(NIGHTS.NIGHT))
        .from(NIGHTS)
        .where(NIGHTS.STATUS.eq(FINISHED))
        .fetchOptional(max(NIGHTS.NIGHT));
  }

  /** When a night failed last; empty if it has not, or is being repeated. */
  public Optional<OffsetDateTime> failedAt(Night night) {
    return db.select(max(STAGES.FINISHED_AT))
        .from(NIGHTS)
        .join(STAGES)
        .using(NIGHTS.NIGHT, NIGHTS.REVISION)
        .where(NIGHTS.NIGHT.eq(night.date()), NIGHTS.REVISION.eq(night.revision()))
        .and(NIGHTS.STATUS.eq(FAILED))
        .and(STAGES.STATUS.eq(FAILED))
        .fetchOptional(max(STAGES.FINISHED_AT));
  }

  /** The stages of a night in the order in which they started. */
  public List<StageEntry> stages(Night night) {
    return db.selectFrom(STAGES)
        .where(STAGES.NIGHT.eq(night.date()), STAGES.REVISION.eq(night.revision()))
        .orderBy(STAGES.ATTEMPT)
        .fetch(Ledger::stageEntry);
  }

  /** The effective settings of the last attempt at a night, secrets masked. */
  public JsonNode settings(Night night) {
    return db.select(NIGHTS.SETTINGS)
        .from(NIGHTS)
        .where(NIGHTS.NIGHT.eq(night.date()), NIGHTS.REVISION.eq(night.revision()))
        .fetchSingle(row -> JSON.readTree(row.value1().data()));
  }

  /** The version of Nightjar that worked on a night last; empty if that was not kept yet. */
  public Optional<String> version(Night night) {
    return db.select(NIGHTS.VERSION)
        .from(NIGHTS)
        .where(NIGHTS.NIGHT.eq(night.date()), NIGHTS.REVISION.eq(night.revision()))
        .fetchOptional(NIGHTS.VERSION);
  }

  /** The night of a stage's last finished run. */
  Optional<Night> lastFinished(String stage) {
    return db.selectFrom(STAGES)
        .where(STAGES.STAGE.eq(stage), STAGES.STATUS.eq(FINISHED))
        .orderBy(STAGES.ATTEMPT.desc())
        .limit(1)
        .fetchOptional(row -> new Night(row.getNight(), row.getRevision()));
  }

  /** Whether another night has started since the last attempt at this one. */
  public boolean isOvertaken(Night night) {
    var lastAttempt =
        db.select(max(STAGES.ATTEMPT))
            .from(STAGES)
            .where(STAGES.NIGHT.eq(night.date()), STAGES.REVISION.eq(night.revision()));
    return db.fetchExists(
        STAGES,
        STAGES.NIGHT.ne(night.date()).or(STAGES.REVISION.ne(night.revision())),
        STAGES.ATTEMPT.gt(lastAttempt));
  }

  /** Deletes the nights before a date, but for those whose last revision is not finished. */
  void forget(DSLContext tx, LocalDate before) {
    var unfinished =
        nights().stream().filter(each -> !each.isFinished()).map(Entry::night).toList();
    tx.deleteFrom(STAGES).where(STAGES.NIGHT.lt(before), STAGES.NIGHT.notIn(unfinished)).execute();
    tx.deleteFrom(NIGHTS).where(NIGHTS.NIGHT.lt(before), NIGHTS.NIGHT.notIn(unfinished)).execute();
  }

  void nightStarted(Night night) {
    var effective = JSONB.valueOf(settings.json());
    write(
        db.insertInto(NIGHTS)
            .set(NIGHTS.NIGHT, night.date())
            .set(NIGHTS.REVISION, night.revision())
            .set(NIGHTS.STATUS, RUNNING)
            .set(NIGHTS.SETTINGS, effective)
            .set(NIGHTS.VERSION, ProductVersion.text())
            .set(NIGHTS.STARTED_AT, now())
            .onConflict(NIGHTS.NIGHT, NIGHTS.REVISION)
            .doUpdate()
            .set(NIGHTS.STATUS, RUNNING)
            .set(NIGHTS.VERSION, ProductVersion.text())
            .set(NIGHTS.SETTINGS, effective)
            .setNull(NIGHTS.FINISHED_AT));
  }

  void nightEnded(Night night, boolean isFinished) {
    write(
        db.update(NIGHTS)
            .set(NIGHTS.STATUS, isFinished ? FINISHED : FAILED)
            .set(NIGHTS.FINISHED_AT, isFinished ? now() : null)
            .where(NIGHTS.NIGHT.eq(night.date()), NIGHTS.REVISION.eq(night.revision())));
  }

  void stageStarted(Night night, String stage) {
    write(
        db.insertInto(STAGES)
            .set(STAGES.NIGHT, night.date())
            .set(STAGES.REVISION, night.revision())
            .set(STAGES.STAGE, stage)
            .set(STAGES.ATTEMPT, ATTEMPTS.nextval())
            .set(STAGES.STATUS, RUNNING)
            .set(STAGES.STARTED_AT, now())
            .onConflict(STAGES.NIGHT, STAGES.REVISION, STAGES.STAGE)
            .doUpdate()
            .set(STAGES.ATTEMPT, ATTEMPTS.nextval())
            .set(STAGES.STATUS, RUNNING)
            .set(STAGES.STARTED_AT, now())
            .setNull(STAGES.FINISHED_AT)
            .setNull(STAGES.SUMMARY)
            .setNull(STAGES.FAILURE_CODE));
  }

  void stageFinished(Night night, String stage, StageReport report) {
    var counts = JSONB.valueOf(JSON.writeValueAsString(report.counts()));
    stageEnded(night, stage, FINISHED, report.summary(), counts, null);
  }

  void stageFailed(Night night, String stage, FailureCode code, String message) {
    stageEnded(night, stage, FAILED, message, JSONB.valueOf("{}"), code.name());
  }

  private void stageEnded(
      Night night,
      String stage,
      String status,
      String summary,
      JSONB counts,
      @Nullable String code) {
    write(
        db.update(STAGES)
            .set(STAGES.STATUS, status)
            .set(STAGES.FINISHED_AT, now())
            .set(STAGES.SUMMARY, summary)
            .set(STAGES.COUNTS, counts)
            .set(STAGES.FAILURE_CODE, code)
            .where(STAGES.NIGHT.eq(night.date()), STAGES.REVISION.eq(night.revision()))
            .and(STAGES.STAGE.eq(stage)));
  }

  /** In a transaction, so that a process that has lost the lock cannot write. */
  private void write(Query query) {
    db.transaction(transaction -> transaction.dsl().execute(query));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static Entry entry(Record row) {
    return new Entry(
        row.get(NIGHTS.NIGHT),
        row.get(NIGHTS.REVISION),
        row.get(NIGHTS.STATUS),
        row.get(NIGHTS.STARTED_AT),
        row.get(NIGHTS.FINISHED_AT));
  }

  private static StageEntry stageEntry(Record row) {
    return new StageEntry(
        row.get(STAGES.STAGE),
        row.get(STAGES.STATUS),
        row.get(STAGES.STARTED_AT),
        row.get(STAGES.FINISHED_AT),
        JSON.readValue(row.get(STAGES.COUNTS).data(), new TypeReference<Map<String, Long>>() {}),
        row.get(STAGES.SUMMARY),
        row.get(STAGES.FAILURE_CODE));
  }
}
