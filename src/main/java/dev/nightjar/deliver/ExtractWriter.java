package dev.nightjar.deliver;

import static java.util.Comparator.naturalOrder;

import dev.nightjar.destinations.DataFile;
import dev.nightjar.destinations.Destinations;
import dev.nightjar.destinations.MemberField;
import dev.nightjar.destinations.Profile;
import dev.nightjar.destinations.Tally;
import dev.nightjar.destinations.WrittenFiles;
import dev.nightjar.destinations.names.ExtractNames;
import dev.nightjar.home.Durable;
import dev.nightjar.home.PrivateFiles;
import dev.nightjar.pipeline.Night;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.conf.ParamType;
import org.jspecify.annotations.Nullable;

/** Writes the extracts of a night into the outbox: data, manifest, marker. */
final class ExtractWriter {
  private static final String UNDELIVERED = "undelivered";

  private final Night night;
  private final Path outbox;
  private final Destinations destinations;
  private final DeliverQueries queries;

  ExtractWriter(Night night, Path outbox, Destinations destinations, DeliverQueries queries) {
    this.night = night;
    this.outbox = outbox;
    this.destinations = destinations;
    this.queries = queries;
  }

  /** Streams the rows into the state, and writes the full file if the destination gets one. */
  WrittenFiles writeAll(DSLContext db, DeliveryTarget target, DestinationState state) {
    return db.transactionResult(
        transaction ->
            db.connectionResult(
                reading -> {
                  Files.deleteIfExists(folder(target).resolve(Extract.MARKER));
                  try (var rows = state.tonight(reading)) {
                    return target.kinds().contains(FileKind.FULL)
                        ? writeFull(transaction.dsl(), target, rows)
                        : new WrittenFiles(List.of(), stream(transaction.dsl(), target, rows));
                  }
                }));
  }

  private WrittenFiles writeFull(DSLContext transaction, DeliveryTarget target, OutputStream rows)
      throws IOException {
    var values = values(target.profile());
    var sql = rows(transaction, target, values);
    var extraction =
        destinations.extraction(
            target.profile(FileKind.FULL, night),
            folder(target),
            stem(target, FileKind.FULL),
            target.audience().name());
    var previous = previous(target);
    return transaction.connectionResult(
        connection -> extraction.copyAndRecord(connection, sql, values, previous, rows));
  }

  /**
   * Streams the rows of all members into the state, and writes no file.
   *
   * @param transaction that can see members that are not committed yet
   */
  Tally stream(DSLContext transaction, DeliveryTarget target, DestinationState state)
      throws IOException, SQLException {
    try (var rows = state.tonight()) {
      return stream(transaction, target, rows);
    }
  }

  private Tally stream(DSLContext transaction, DeliveryTarget target, OutputStream rows) {
    var values = values(target.profile());
    var sql = rows(transaction, target, values);
    return transaction.connectionResult(
        connection -> {
          var extraction =
              destinations.extraction(
                  target.profile(FileKind.FULL, night),
                  outbox,
                  ExtractNames.COPY,
                  target.audience().name());
          return extraction.stream(connection, sql, values, rows);
        });
  }

  private Path folder(DeliveryTarget target) {
    return outbox.resolve(target.names(night).outbox());
  }

  private String rows(
      DSLContext transaction, DeliveryTarget target, List<MemberField.Value> values) {
    return queries.extract(transaction, target, values).getSQL(ParamType.INLINED);
  }

  /** Sorted, so that the columns of a file can be moved without another statement. */
  private static List<MemberField.Value> values(Profile profile) {
    var values = new HashSet<>(profile.values());
    values.add(MemberField.Value.of(MemberField.CUSTOMER_KEY));
    return values.stream()
        .sorted(
            Comparator.comparing(MemberField.Value::field)
                .thenComparing(MemberField.Value::name, Comparator.nullsFirst(naturalOrder())))
        .toList();
  }

  /** A full file that is not delivered never has the name of one that is. */
  private String stem(DeliveryTarget target, FileKind kind) {
    return target.kinds().contains(kind) ? target.names(night).stem(kind.toString()) : UNDELIVERED;
  }

  private Function<String, Optional<DataFile>> previous(DeliveryTarget target) throws IOException {
    return Manifest.files(folder(target).resolve(Extract.MANIFEST));
  }

  /**
   * Completes an extract: the files of differences, the copy under a fixed name, the manifest, the
   * marker.
   *
   * @param all what {@link #writeAll} wrote; deleted if the destination does not get it
   * @param copiesThere paths of the copies that earlier nights delivered
   */
  Extract complete(
      DSLContext db,
      DeliveryTarget target,
      DestinationState state,
      WrittenFiles all,
      ChangeCounts change,
      List<String> copiesThere)
      throws IOException, SQLException, InterruptedException {
    var data = new EnumMap<FileKind, WrittenFiles>(FileKind.class);
    if (!target.kinds().contains(FileKind.FULL)) {
      discard(target, all);
    }
    var previous = previous(target);
    for (var kind : target.kinds()) {
      data.put(kind, kind == FileKind.FULL ? all : writePart(target, state, kind, previous));
    }
    var names = target.names(night);
    boolean isWithheld = target.isRefused(change);
    var copies =
        state.isOver() || isWithheld || !names.hasCopy()
            ? List.<String>of()
            : copies(names, data.get(FileKind.FULL));
    var surplus = state.isOver() ? List.<String>of() : surplusCopies(names, copies, copiesThere);
    var extract = new Extract(names, data, all.tally(), change, copies, surplus, isWithheld, null);
    tidy(extract, state.isOver());
    var manifest = outbox.resolve(names.outbox()).resolve(Extract.MANIFEST);
    writeWhole(manifest, new Manifest(night, target).of(db, extract));
    writeWhole(manifest.resolveSibling(Extract.MARKER), new byte[0]);
    return extract;
  }

  private WrittenFiles writePart(
      DeliveryTarget target,
      DestinationState state,
      FileKind kind,
      Function<String, Optional<DataFile>> previous)
      throws IOException, SQLException, InterruptedException {
    return destinations
        .extraction(
            target.profile(kind, night),
            folder(target),
            stem(target, kind),
            target.audience().name())
        .copyMade(state.session(), state.rows(kind, target.kinds()), previous);
  }

  /** Writes the full file once more, with the rows that the state has of the night. */
  WrittenFiles writeKept(DeliveryTarget target, DestinationState state)
      throws IOException, SQLException, InterruptedException {
    return writePart(target, state, FileKind.FULL, previous(target));
  }

  /** Deletes files that are not to be delivered. */
  void discard(DeliveryTarget target, WrittenFiles files) throws IOException {
    for (var file : files.files()) {
      Files.delete(folder(target).resolve(file.name()));
    }
  }

  /**
   * @param full the full file, which can have several parts; null if the destination gets none
   */
  private List<String> copies(ExtractNames names, @Nullable WrittenFiles full) throws IOException {
    var copies = new ArrayList<String>();
    for (var file : full == null ? List.<DataFile>of() : full.files()) {
      var copy =
          ExtractNames.COPY + file.name().substring(names.stem(FileKind.FULL.toString()).length());
      var home = outbox.resolve(names.home());
      var part = home.resolve("." + copy + ".part");
      try (var out = PrivateFiles.newOutputStream(part)) {
        Files.copy(outbox.resolve(names.outbox()).resolve(file.name()), out);
      }
      Durable.rename(part, home.resolve(copy));
      copies.add(copy);
    }
    return copies;
  }

  /** Paths of copies that are at the destination and are not among those of the night. */
  private List<String> surplusCopies(
      ExtractNames names, List<String> copies, List<String> copiesThere) throws IOException {
    var surplus = new TreeSet<>(copiesThere);
    if (names.hasCopy()) {
      localCopies(names).stream().map(names::copy).forEach(surplus::add);
      copies.stream().map(names::copy).forEach(surplus::remove);
    }
    return List.copyOf(surplus);
  }

  private List<String> localCopies(ExtractNames names) throws IOException {
    return list(outbox.resolve(names.home()), each -> each.startsWith(ExtractNames.COPY));
  }

  /** Deletes from the outbox what an earlier run of the night had and this one has not. */
  private void tidy(Extract extract, boolean isOver) throws IOException {
    var names = extract.names();
    var ours = new HashSet<>(Set.of(Extract.MANIFEST, Extract.MARKER));
    extract.files().forEach(file -> ours.add(file.name()));
    var folder = outbox.resolve(names.outbox());
    for (var other : list(folder, each -> !ours.contains(each))) {
      Files.delete(folder.resolve(other));
    }
    if (!isOver) {
      for (var copy : localCopies(names)) {
        if (!extract.copies().contains(copy)) {
          Files.delete(outbox.resolve(names.home()).resolve(copy));
        }
      }
    }
  }

  private static List<String> list(Path folder, Predicate<String> which) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(each -> each.getFileName().toString())
          .filter(which)
          .sorted()
          .toList();
    }
  }

  private static void writeWhole(Path target, byte[] bytes) throws IOException {
    var part = target.resolveSibling("." + target.getFileName() + ".part");
    PrivateFiles.write(part, bytes);
    Durable.rename(part, target);
  }
}
