package dev.nightjar.deliver;

import dev.nightjar.destinations.DataFile;
import dev.nightjar.destinations.Destinations;
import dev.nightjar.destinations.MemberField;
import dev.nightjar.destinations.Profile;
import dev.nightjar.destinations.Tally;
import dev.nightjar.destinations.WrittenFiles;
import dev.nightjar.home.Durable;
import dev.nightjar.home.PrivateFiles;
import dev.nightjar.pipeline.Night;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.conf.ParamType;

/** Writes the extracts of a night into the outbox: data, manifest, marker. */
final class ExtractWriter {
  private static final String COPY = "current";

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

  /** Writes the full file, and streams its rows into the state. */
  WrittenFiles writeAll(DSLContext db, DeliveryTarget target, DestinationState state) {
    return db.transactionResult(
        transaction -> {
          var folder = outbox.resolve(target.folder(night));
          Files.deleteIfExists(folder.resolve(Extract.MARKER));
          var fields = fields(target.profile());
          var sql = rows(transaction.dsl(), target, fields);
          var extraction =
              destinations.extraction(
                  target.profile(FileKind.FULL),
                  folder,
                  target.name(night, FileKind.FULL),
                  target.audience().name());
          var previous = previous(target);
          return transaction
              .dsl()
              .connectionResult(
                  connection -> {
                    try (var rows = state.tonight()) {
                      return extraction.copyAndRecord(connection, sql, fields, previous, rows);
                    }
                  });
        });
  }

  /**
   * Streams the rows of all members into the state, and writes no file.
   *
   * @param transaction that can see members that are not committed yet
   */
  Tally stream(DSLContext transaction, DeliveryTarget target, DestinationState state) {
    var fields = fields(target.profile());
    var sql = rows(transaction, target, fields);
    return transaction.connectionResult(
        connection -> {
          var extraction =
              destinations.extraction(target.profile(), outbox, COPY, target.audience().name());
          try (OutputStream rows = state.tonight()) {
            return extraction.stream(connection, sql, fields, rows);
          }
        });
  }

  private String rows(DSLContext transaction, DeliveryTarget target, List<MemberField> fields) {
    return queries.extract(transaction, target.audience(), fields).getSQL(ParamType.INLINED);
  }

  private static List<MemberField> fields(Profile profile) {
    var fields = EnumSet.of(MemberField.CUSTOMER_KEY);
    fields.addAll(profile.fields());
    return List.copyOf(fields);
  }

  private Function<String, Optional<DataFile>> previous(DeliveryTarget target) throws IOException {
    return Manifest.files(outbox.resolve(target.folder(night)).resolve(Extract.MANIFEST));
  }

  /**
   * Completes an extract: the files of differences, the copy under a fixed name, the manifest, the
   * marker.
   *
   * @param all what {@link #writeAll} wrote; deleted if the destination does not get it
   * @param recorded names of the files that were delivered of the night before
   */
  Extract complete(
      DSLContext db,
      DeliveryTarget target,
      DestinationState state,
      WrittenFiles all,
      ChangeCounts change,
      List<String> recorded)
      throws IOException, SQLException, InterruptedException {
    var data = new EnumMap<FileKind, WrittenFiles>(FileKind.class);
    var previous = previous(target);
    for (var kind : target.kinds()) {
      data.put(kind, kind == FileKind.FULL ? all : writePart(target, state, kind, previous));
    }
    if (!data.containsKey(FileKind.FULL)) {
      discard(target, all);
    }
    var copies = state.isOver() ? List.<Path>of() : copies(target, data);
    var surplus = surplus(target, data, recorded);
    if (!state.isOver()) {
      surplus.addAll(surplusCopies(target, copies));
    }
    var extract = new Extract(target.folder(night), data, all.tally(), change, copies, surplus);
    var manifest = outbox.resolve(extract.folder()).resolve(Extract.MANIFEST);
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
            target.profile(kind),
            outbox.resolve(target.folder(night)),
            target.name(night, kind),
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
      Files.delete(outbox.resolve(target.folder(night)).resolve(file.name()));
    }
  }

  private List<Path> copies(DeliveryTarget target, EnumMap<FileKind, WrittenFiles> data)
      throws IOException {
    var copies = new ArrayList<Path>();
    if (data.containsKey(FileKind.FULL)) {
      var named = target.name(night, FileKind.FULL);
      for (var file : data.get(FileKind.FULL).files()) {
        var copy = target.home().resolve(COPY + file.name().substring(named.length()));
        var source = outbox.resolve(target.folder(night)).resolve(file.name());
        var part = outbox.resolve(target.home()).resolve("." + copy.getFileName() + ".part");
        try (var out = PrivateFiles.newOutputStream(part)) {
          Files.copy(source, out);
        }
        Durable.rename(part, outbox.resolve(copy));
        copies.add(copy);
      }
    }
    return copies;
  }

  /** Further files that an extract of the night had when it was longer or of other kinds. */
  private List<Path> surplus(
      DeliveryTarget target, EnumMap<FileKind, WrittenFiles> data, List<String> recorded)
      throws IOException {
    var names = new HashSet<String>();
    data.values().forEach(each -> each.files().forEach(file -> names.add(file.name())));
    var others = new HashSet<>(recorded);
    others.addAll(list(outbox.resolve(target.folder(night)), each -> true));
    others.removeAll(names);
    others.removeAll(Set.of(Extract.MANIFEST, Extract.MARKER));
    return new ArrayList<>(others.stream().sorted().map(target.folder(night)::resolve).toList());
  }

  private List<Path> surplusCopies(DeliveryTarget target, List<Path> copies) throws IOException {
    return list(outbox.resolve(target.home()), each -> each.startsWith(COPY)).stream()
        .map(target.home()::resolve)
        .filter(each -> !copies.contains(each))
        .toList();
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

  /** Deletes what is gone from the destination from the outbox too. */
  void tidy(Extract extract) throws IOException {
    for (var file : extract.surplus()) {
      Files.deleteIfExists(outbox.resolve(file));
    }
  }

  private static void writeWhole(Path target, byte[] bytes) throws IOException {
    var part = target.resolveSibling("." + target.getFileName() + ".part");
    PrivateFiles.write(part, bytes);
    Durable.rename(part, target);
  }
}
