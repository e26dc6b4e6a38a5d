package dev.nightjar.orders;

import static dev.nightjar.db.ingest.Tables.SOURCES;
import static dev.nightjar.db.orders.Tables.ORDER_PARTS;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.nightjar.db.ingest.tables.records.SourcesRecord;
import dev.nightjar.db.orders.tables.records.FilesRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * The files that differ between a night and the last one: new, replaced and mended files, files of
 * a source with another policy, and files with lines of days that only one of the two nights
 * includes.
 *
 * @param policies of all sources of orders and customers
 * @param loaded those to be read, by the policy of their source
 * @param arrived those of them that no night has read
 * @param gone those that no longer count
 */
record TouchedFiles(
    List<SourcesRecord> policies,
    Map<SourcesRecord, List<Long>> loaded,
    List<Long> arrived,
    List<Long> gone) {
  static final List<String> FEEDS_OF_ORDERS = List.of("order-lines", "orders");

  /** Every loaded file, as if none were in the orders. */
  static TouchedFiles everything(DSLContext db, LocalDate night) {
    return compare(db, night, new HashMap<>());
  }

  /** Compares the file ledger with the files that are in the orders. */
  static TouchedFiles find(DSLContext db, LocalDate night) {
    var known = dev.nightjar.db.orders.Tables.FILES;
    return compare(db, night, db.selectFrom(known).fetchMap(known.FILE_ID));
  }

  private static TouchedFiles compare(
      DSLContext db, LocalDate night, Map<Long, FilesRecord> known) {
    var policies =
        db.selectFrom(SOURCES)
            .where(SOURCES.FEED.in(FEEDS_OF_ORDERS).or(SOURCES.FEED.eq("customers")))
            .fetchMap(SOURCES.SOURCE);
    var loaded = new LinkedHashMap<SourcesRecord, List<Long>>();
    var arrived = new ArrayList<Long>();
    var files = dev.nightjar.db.ingest.Tables.FILES;
    db.select(files.FILE_ID, files.SOURCE, files.LINES_LOADED)
        .from(files)
        .where(files.VERDICT.eq("loaded"), files.SOURCE.in(policies.keySet()))
        .orderBy(files.FILE_ID)
        .forEach(
            file -> {
              var policy = policies.get(file.value2());
              var before = known.remove(file.value1());
              if (before == null) {
                arrived.add(file.value1());
              }
              if (before == null || isOtherwise(before, file.value3(), policy, night)) {
                loaded.computeIfAbsent(policy, each -> new ArrayList<>()).add(file.value1());
              }
            });
    return new TouchedFiles(
        List.copyOf(policies.values()), loaded, arrived, List.copyOf(known.keySet()));
  }

  private static boolean isOtherwise(
      FilesRecord before, long lines, SourcesRecord policy, LocalDate night) {
    return before.getLinesLoaded() != lines
        || !before.getPolicy().equals(fingerprint(policy))
        || (before.getLastDay() != null && sees(before, night));
  }

  /** Whether one of the two nights includes lines that the other does not. */
  private static boolean sees(FilesRecord before, LocalDate night) {
    var earlier = before.getNight().isBefore(night) ? before.getNight() : night;
    return !before.getNight().equals(night) && before.getLastDay().isAfter(earlier);
  }

  /** The parts of a policy that change orders. */
  static String fingerprint(SourcesRecord policy) {
    return String.join(
        " ",
        policy.getFeed(),
        policy.getReturns(),
        String.valueOf(policy.getReturnPrefix()),
        List.of(policy.getReturnStatuses()).toString(),
        policy.getIsNegativeQuantityReturn().toString(),
        List.of(policy.getKeptStatuses()).toString(),
        policy.getIsFreeLineCounted().toString(),
        policy.getDuplicates(),
        policy.getHasLineIds().toString(),
        policy.getHasRefunds().toString(),
        policy.getIsTotalOnce().toString(),
        policy.getIsRefundOnce().toString());
  }

  boolean isEmpty() {
    return loaded.isEmpty() && gone.isEmpty();
  }

  /** Every touched file, including files that no longer count. */
  List<Long> all() {
    return Stream.concat(read().stream(), gone.stream()).sorted(Comparator.naturalOrder()).toList();
  }

  /** Every file to be read. */
  List<Long> read() {
    return loaded.values().stream().flatMap(List::stream).toList();
  }

  /** Records the night and the policy by which the files were read. */
  void remember(DSLContext db, LocalDate night) {
    var known = dev.nightjar.db.orders.Tables.FILES;
    var files = dev.nightjar.db.ingest.Tables.FILES;
    db.deleteFrom(known).where(known.FILE_ID.in(all())).execute();
    loaded.forEach(
        (policy, ids) ->
            db.insertInto(known, known.fields())
                .select(
                    select(
                            files.FILE_ID,
                            files.SOURCE,
                            val(night),
                            val(fingerprint(policy)),
                            files.LINES_LOADED,
                            max(ORDER_PARTS.BOOKED_ON))
                        .from(files)
                        .leftJoin(ORDER_PARTS)
                        .on(ORDER_PARTS.FILE_ID.eq(files.FILE_ID))
                        .where(files.FILE_ID.in(ids))
                        .groupBy(files.FILE_ID))
                .execute());
  }
}
