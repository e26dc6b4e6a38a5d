package dev.nightjar.deliver;

import dev.nightjar.destinations.Column;
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
import java.time.LocalDate;
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

  /**
   * Where an audience goes, and as what.
   *
   * @param modes the kinds of files that it gets there
   * @param expiresOn day on which the extract is removed there
   */
  record Address(
      Audience audience,
      String destination,
      Profile profile,
      Set<FileKind> modes,
      LocalDate expiresOn) {

    DestinationState.Holding holding() {
      return new DestinationState.Holding(
          destination, audience.name(), profile.columns().stream().map(Column::header).toList());
    }

    /** Of the night, relative to the outbox. */
    private Path folder(Night night) {
      return home().resolve(night.date().toString());
    }

    private Path home() {
      return Path.of(destination, audience.name());
    }

    private String name(Night night, FileKind mode) {
      return "%s__%s__%s".formatted(audience.name(), night.date(), mode);
    }
  }

  /** Writes the file of everybody, and tells its rows to the state. */
  WrittenFiles writeAll(DSLContext db, Address address, DestinationState state) {
    return db.transactionResult(
        transaction -> {
          var folder = outbox.resolve(address.folder(night));
          Files.deleteIfExists(folder.resolve(Extract.MARKER));
          var fields = fields(address.profile());
          var sql = rows(transaction.dsl(), address, fields);
          var extraction =
              destinations.extraction(
                  profile(address, FileKind.FULL),
                  folder,
                  address.name(night, FileKind.FULL),
                  address.audience().name());
          var previous = previous(address);
          return transaction
              .dsl()
              .connectionResult(
                  connection -> {
                    try (var rows = state.tonight()) {
                      return extraction.copyAndTell(connection, sql, fields, previous, rows);
                    }
                  });
        });
  }

  /**
   * Tells the rows of everybody to the state, and writes nothing.
   *
   * @param transaction that may see other members than anybody else does
   */
  Tally tell(DSLContext transaction, Address address, DestinationState state) {
    var fields = fields(address.profile());
    var sql = rows(transaction, address, fields);
    return transaction.connectionResult(
        connection -> {
          var extraction =
              destinations.extraction(address.profile(), outbox, COPY, address.audience().name());
          try (OutputStream rows = state.tonight()) {
            return extraction.tell(connection, sql, fields, rows);
          }
        });
  }

  private String rows(DSLContext transaction, Address address, List<MemberField> fields) {
    return queries.extract(transaction, address.audience(), fields).getSQL(ParamType.INLINED);
  }

  private static List<MemberField> fields(Profile profile) {
    var fields = EnumSet.of(MemberField.CUSTOMER_KEY);
    fields.addAll(profile.fields());
    return List.copyOf(fields);
  }

  private Function<String, Optional<DataFile>> previous(Address address) throws IOException {
    return Manifest.files(outbox.resolve(address.folder(night)).resolve(Extract.MANIFEST));
  }

  /**
   * Completes an extract: the files of what differs, the copy under a name that stays, the
   * manifest, the marker.
   *
   * @param all what {@link #writeAll} wrote; not kept where the destination does not get it
   * @param recorded names of the files that were delivered of the night before
   */
  Extract complete(
      DSLContext db,
      Address address,
      DestinationState state,
      WrittenFiles all,
      ChangeCounts change,
      List<String> recorded)
      throws IOException, SQLException, InterruptedException {
    var data = new EnumMap<FileKind, WrittenFiles>(FileKind.class);
    var previous = previous(address);
    for (var mode : address.modes()) {
      data.put(mode, mode == FileKind.FULL ? all : writePart(address, state, mode, previous));
    }
    if (!data.containsKey(FileKind.FULL)) {
      discard(address, all);
    }
    var copies = state.isOver() ? List.<Path>of() : copies(address, data);
    var surplus = surplus(address, data, recorded);
    if (!state.isOver()) {
      surplus.addAll(surplusCopies(address, copies));
    }
    var extract = new Extract(address.folder(night), data, all.tally(), change, copies, surplus);
    var manifest = outbox.resolve(extract.folder()).resolve(Extract.MANIFEST);
    writeWhole(manifest, new Manifest(night, address).of(db, extract));
    writeWhole(manifest.resolveSibling(Extract.MARKER), new byte[0]);
    return extract;
  }

  private WrittenFiles writePart(
      Address address,
      DestinationState state,
      FileKind mode,
      Function<String, Optional<DataFile>> previous)
      throws IOException, SQLException, InterruptedException {
    return destinations
        .extraction(
            profile(address, mode),
            outbox.resolve(address.folder(night)),
            address.name(night, mode),
            address.audience().name())
        .copyMade(state.session(), state.rows(mode, address.modes()), previous);
  }

  /**
   * The profile of a kind of file, with what is to be done with its rows: changes say of each row
   * what is to be done with it.
   */
  static Profile profile(Address address, FileKind mode) {
    var profile = address.profile().of(mode.toString());
    return mode == FileKind.CHANGES ? profile.withFirst("change") : profile;
  }

  /** Deletes files that are not to be delivered. */
  void discard(Address address, WrittenFiles files) throws IOException {
    for (var file : files.files()) {
      Files.delete(outbox.resolve(address.folder(night)).resolve(file.name()));
    }
  }

  private List<Path> copies(Address address, EnumMap<FileKind, WrittenFiles> data)
      throws IOException {
    var copies = new ArrayList<Path>();
    if (data.containsKey(FileKind.FULL)) {
      var named = address.name(night, FileKind.FULL);
      for (var file : data.get(FileKind.FULL).files()) {
        var copy = address.home().resolve(COPY + file.name().substring(named.length()));
        var source = outbox.resolve(address.folder(night)).resolve(file.name());
        var part = outbox.resolve(address.home()).resolve("." + copy.getFileName() + ".part");
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
      Address address, EnumMap<FileKind, WrittenFiles> data, List<String> recorded)
      throws IOException {
    var names = new HashSet<String>();
    data.values().forEach(each -> each.files().forEach(file -> names.add(file.name())));
    var others = new HashSet<>(recorded);
    others.addAll(list(outbox.resolve(address.folder(night)), each -> true));
    others.removeAll(names);
    others.removeAll(Set.of(Extract.MANIFEST, Extract.MARKER));
    return new ArrayList<>(others.stream().sorted().map(address.folder(night)::resolve).toList());
  }

  private List<Path> surplusCopies(Address address, List<Path> copies) throws IOException {
    return list(outbox.resolve(address.home()), each -> each.startsWith(COPY)).stream()
        .map(address.home()::resolve)
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

  /** Forgets what is gone from the destination too. */
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
