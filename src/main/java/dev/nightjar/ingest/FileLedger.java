package dev.nightjar.ingest;

import static dev.nightjar.db.ingest.Tables.FILES;
import static dev.nightjar.db.ingest.Tables.REJECTS;
import static dev.nightjar.db.ingest.Tables.SOURCES;
import static dev.nightjar.db.ingest.Tables.SUPPRESSIONS;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;

import dev.nightjar.db.ingest.tables.records.FilesRecord;
import dev.nightjar.formats.BadFile;
import dev.nightjar.home.Counted;
import dev.nightjar.pipeline.Night;
import dev.nightjar.transport.FileDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records which files landed, and what happened to them. */
@Component
class FileLedger {
  private static final int MAX_CELL = 4000;
  private static final int NAMED_CHANNELS = 3;

  /** A name that is short and has only letters: in a wrong column, there can be personal data. */
  private static final Pattern CHANNEL = Pattern.compile("[\\p{L} _-]{1,20}");

  static final String LANDED = "landed";
  static final String LOADED = "loaded";
  static final String REPLACED = "replaced";
  static final String DUPLICATE = "duplicate";
  static final String QUARANTINED = "quarantined";

  private final DSLContext db;
  private final Clock clock;

  FileLedger(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Stores what the sources' lines mean, for the later stages. */
  void replacePolicies(Map<String, Source> sources, ZoneId businessZone) {
    sources.forEach(
        (name, source) -> {
          var policy = db.newRecord(SOURCES);
          policy.setSource(name);
          policy.setFeed(Source.key(source.feed()));
          policy.setReturns(Source.key(source.returns()));
          policy.setReturnPrefix(source.returnMarker().orderPrefix());
          policy.setReturnStatuses(source.returnMarker().statuses().toArray(String[]::new));
          policy.setIsNegativeQuantityReturn(source.returnMarker().negativeQuantity());
          policy.setKeptStatuses(source.keptStatuses().toArray(String[]::new));
          policy.setIsFreeLineCounted(source.freeLines() == Source.FreeLines.COUNT);
          policy.setDuplicates(Source.key(source.duplicatesOrDefault()));
          policy.setHasCountry(
              source.isMapped("country") || source.constants().containsKey("country"));
          policy.setHasLineIds(source.isMapped("line"));
          policy.setHasRefunds(source.isMapped("refunded"));
          policy.setIsTotalOnce(source.oncePerOrder().contains("total"));
          policy.setIsRefundOnce(source.oncePerOrder().contains("refunded"));
          policy.setHasAttributes(!source.attributes().isEmpty());
          policy.setIsRequired(source.expect().required());
          policy.setExpectedBy(source.expect().by());
          policy.setZone((source.zone() == null ? businessZone : source.zone()).getId());
          db.insertInto(SOURCES)
              .set(policy)
              .onConflict(SOURCES.SOURCE)
              .doUpdate()
              .set(policy)
              .execute();
        });
  }

  /**
   * Registers a file that lies in the landing folder. One that was registered and not loaded yet,
   * because of a crash, is the same file. Synchronized: if two inboxes bring the same content at
   * once, one is the duplicate.
   */
  synchronized void register(
      Night night, String source, String name, FileDigest content, String landingPath) {
    var known =
        db.selectFrom(FILES)
            .where(FILES.SOURCE.eq(source), FILES.CONTENT_HASH.eq(content.hash()))
            .and(FILES.VERDICT.in(LANDED, LOADED))
            .fetchOne();
    if (known != null
        && known.getVerdict().equals(LANDED)
        && known.getLandingPath().equals(landingPath)) {
      return;
    }
    // in a transaction, so that a process that has lost the lock leaves the file in its inbox
    db.transaction(
        transaction ->
            transaction
                .dsl()
                .insertInto(FILES)
                .set(FILES.SOURCE, source)
                .set(FILES.NAME, name)
                .set(FILES.CONTENT_HASH, content.hash())
                .set(FILES.BYTES, content.bytes())
                .set(FILES.LANDING_PATH, landingPath)
                .set(FILES.NIGHT, night.date())
                .set(FILES.LANDED_AT, OffsetDateTime.now(clock))
                .set(FILES.VERDICT, known == null ? LANDED : DUPLICATE)
                .set(FILES.IS_WITHHELD, known != null && known.getIsWithheld())
                .execute());
  }

  /** The files that wait to be loaded, in the order in which they landed. */
  List<FilesRecord> waiting() {
    return db.selectFrom(FILES).where(FILES.VERDICT.eq(LANDED)).orderBy(FILES.FILE_ID).fetch();
  }

  /** Paths, present or past, of files with lines of erased people. */
  List<String> withheld() {
    return db.selectFrom(FILES)
        .where(condition(FILES.IS_WITHHELD), FILES.VERDICT.ne(LANDED))
        .fetch(FILES.LANDING_PATH);
  }

  /** Notes, in the transaction of the load, that a file is loaded. */
  static void loaded(DSLContext transaction, long fileId, FileFindings found) {
    transaction
        .update(FILES)
        .set(FILES.VERDICT, LOADED)
        .set(found(found))
        // only for loaded files: without a header, the first line can be of a customer
        .set(FILES.COLUMNS, found.columns().toArray(String[]::new))
        .set(FILES.LINES_LOADED, found.read() - found.rejected())
        .set(FILES.LATEST_DAY, found.latestDay())
        .set(FILES.NOTES, found.notes().toArray(String[]::new))
        .where(FILES.FILE_ID.eq(fileId))
        .execute();
  }

  /** Replaces the loaded files of the same name. */
  static void replaceEarlier(DSLContext transaction, FilesRecord file) {
    transaction
        .update(FILES)
        .set(FILES.VERDICT, REPLACED)
        .set(FILES.REPLACED_BY, file.getFileId())
        .where(FILES.SOURCE.eq(file.getSource()), FILES.NAME.eq(file.getName()))
        .and(FILES.VERDICT.eq(LOADED))
        .and(FILES.FILE_ID.ne(file.getFileId()))
        .execute();
  }

  /** Notes that a file is set aside, and why. */
  void quarantined(long fileId, BadFile bad, FileFindings found) {
    db.transaction(
        transaction -> {
          keep(transaction.dsl(), fileId, found.firstRejects());
          transaction
              .dsl()
              .update(FILES)
              .set(FILES.VERDICT, QUARANTINED)
              .set(FILES.REASON, bad.getMessage())
              .set(FILES.LINE_NUMBER, bad.line())
              .set(found(found))
              .where(FILES.FILE_ID.eq(fileId))
              .execute();
        });
  }

  private static FilesRecord found(FileFindings found) {
    var columns = new FilesRecord();
    columns.setLayout(found.layout());
    columns.setLinesRead(found.read());
    columns.setLinesRejected(found.rejected());
    return columns;
  }

  /** The files that landed for a night. */
  List<FilesRecord> landedFor(Night night) {
    return db.selectFrom(FILES).where(FILES.NIGHT.eq(night.date())).orderBy(FILES.FILE_ID).fetch();
  }

  /**
   * The files that came for a night, without duplicates: those that landed for it, and those that
   * landed for an earlier night when this one's date was over, as when missed nights are caught up.
   *
   * @param over when the night's date was over
   */
  List<FilesRecord> cameFor(Night night, OffsetDateTime over) {
    return db.selectFrom(FILES)
        .where(FILES.VERDICT.ne(DUPLICATE))
        .and(
            FILES
                .NIGHT
                .eq(night.date())
                .or(FILES.NIGHT.lt(night.date()).and(FILES.LANDED_AT.ge(over))))
        .fetch();
  }

  /** The time, as files are registered with it. */
  OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  /** The names of a night's files that replaced an earlier file. */
  List<String> correctionsOf(Night night) {
    var earlier = FILES.as("earlier");
    return db.selectFrom(FILES)
        .where(FILES.NIGHT.eq(night.date()))
        .andExists(db.selectOne().from(earlier).where(earlier.REPLACED_BY.eq(FILES.FILE_ID)))
        .orderBy(FILES.FILE_ID)
        .fetch(FILES.NAME);
  }

  /** A note on suppressions of a night that name a channel that is not known; empty for none. */
  Optional<String> unknownChannels(Night night) {
    var isUnknown = SUPPRESSIONS.CHANNEL.isNotNull().and(SUPPRESSIONS.CHANNELS.isNull());
    var names =
        db.select(FILES.SOURCE, SUPPRESSIONS.CHANNEL, count())
            .from(SUPPRESSIONS)
            .join(FILES)
            .on(FILES.FILE_ID.eq(SUPPRESSIONS.FILE_ID), FILES.NIGHT.eq(night.date()))
            .where(isUnknown)
            .groupBy(FILES.SOURCE, SUPPRESSIONS.CHANNEL)
            .orderBy(count().desc(), SUPPRESSIONS.CHANNEL)
            .fetch();
    long lines = names.stream().mapToLong(Record3::value3).sum();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s with an unknown channel, refused for every channel: %s"
                .formatted(
                    Counted.of(lines, "suppression"),
                    names.stream()
                        .filter(each -> CHANNEL.matcher(each.value2()).matches())
                        .limit(NAMED_CHANNELS)
                        .map(each -> each.value1() + " " + each.value2())
                        .collect(Collectors.joining(", "))));
  }

  /** The last new file of a source; null if none ever came. */
  @Nullable FilesRecord lastOf(String source) {
    return db.selectFrom(FILES)
        .where(FILES.SOURCE.eq(source), FILES.VERDICT.ne(DUPLICATE))
        .orderBy(FILES.FILE_ID.desc())
        .limit(1)
        .fetchOne();
  }

  /** The quarantined files of a night that no later good file of the same name replaced. */
  List<FilesRecord> unresolved(Night night) {
    var later = FILES.as("later");
    return db.selectFrom(FILES)
        .where(FILES.NIGHT.eq(night.date()), FILES.VERDICT.eq(QUARANTINED))
        .andNotExists(
            db.selectOne()
                .from(later)
                .where(later.SOURCE.eq(FILES.SOURCE), later.NAME.eq(FILES.NAME))
                .and(later.FILE_ID.gt(FILES.FILE_ID))
                .and(later.VERDICT.in(LOADED, DUPLICATE)))
        .orderBy(FILES.FILE_ID)
        .fetch();
  }

  /** Stores rejects. */
  static void keep(DSLContext transaction, long fileId, List<Reject> rejects) {
    var rows =
        rejects.stream()
            .map(
                reject -> {
                  var row = transaction.newRecord(REJECTS);
                  row.setFileId(fileId);
                  row.setLineNumber(reject.line());
                  row.setColumnName(reject.column());
                  row.setReason(reject.reason().code());
                  row.setCells(withoutNul(reject.cells()));
                  return row;
                })
            .toList();
    transaction.batchInsert(rows).execute();
  }

  /** A PostgreSQL text cannot hold NUL; the replacement character stands for it. */
  private static String[] withoutNul(String[] cells) {
    return Stream.of(cells)
        .map(cell -> cell.length() > MAX_CELL ? cell.substring(0, MAX_CELL) : cell)
        .map(cell -> cell.replace('\0', '\uFFFD'))
        .toArray(String[]::new);
  }
}
