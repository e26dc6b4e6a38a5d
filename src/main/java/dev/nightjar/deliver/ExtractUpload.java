package dev.nightjar.deliver;

import dev.nightjar.destinations.DataFile;
import dev.nightjar.destinations.names.ExtractNames;
import dev.nightjar.home.Home;
import dev.nightjar.transport.FileDigest;
import dev.nightjar.transport.api.Batch;
import dev.nightjar.transport.api.RowsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Delivers extracts to the places of their destinations. */
final class ExtractUpload implements AutoCloseable {
  private final Home home;
  private final DeliverSettings settings;
  private final Clock clock;
  private final Path outbox;
  private final Map<String, DestinationConnection> connections = new HashMap<>();

  ExtractUpload(Home home, DeliverSettings settings, Clock clock) {
    this.home = home;
    this.settings = settings;
    this.clock = clock;
    this.outbox = home.resolve(settings.outbox());
  }

  /**
   * A file that was delivered and read back.
   *
   * @param path below the place
   * @param mode the kind of a data file, or copy; null for a manifest and a marker
   * @param lines customers in it
   */
  record Delivered(String path, @Nullable String mode, long lines, FileDigest content) {}

  /**
   * Delivers one extract: its markers go first, then what a longer delivery of it left; then come
   * data, manifest and markers, and after them the copies. Each file is read back before it gets
   * its name. While the extract is not whole, or if it is withheld, it has no marker; without
   * markers, nothing of a withheld extract comes.
   *
   * @return its files, in the order in which they came
   * @throws DeliveryFailed if it fails in spite of retries
   */
  List<Delivered> deliver(Extract extract) throws DeliveryFailed {
    var names = extract.names();
    var files = extract.files().stream().map(DataFile::name).toList();
    var connection = connection(names.destination());
    var keep = Stream.concat(files.stream(), Stream.of(names.layout().manifest()));
    connection.prepare(
        names.incoming(extract.staysHere() ? List.of() : keep.map(names::path).toList()));
    for (var file : extract.surplus()) {
      connection.remove(file);
    }
    var delivered = new ArrayList<Delivered>();
    if (extract.staysHere()) {
      return delivered;
    }
    for (var data : extract.data().entrySet()) {
      for (var file : data.getValue().files()) {
        var content = new FileDigest(file.bytes(), file.hash());
        var path = names.path(file.name());
        connection.deliver(outbox.resolve(names.outbox()).resolve(file.name()), path, content);
        delivered.add(new Delivered(path, data.getKey().toString(), file.rows(), content));
      }
    }
    var manifest = names.manifest();
    if (manifest != null) {
      delivered.add(send(names, names.outbox().resolve(Extract.MANIFEST), manifest));
    }
    for (var marker : extract.isWithheld() ? List.<String>of() : names.markers(files)) {
      delivered.add(send(names, names.outbox().resolve(Extract.MARKER), marker));
    }
    for (var copy : extract.copies()) {
      var file = names.home().resolve(copy);
      delivered.add(copy(file, names.destination(), names.copy(copy), extract.lines()));
    }
    return delivered;
  }

  /** The batches that a destination confirmed. */
  interface ConfirmedBatches {
    /** How many rows of a batch were refused; null if it is not confirmed. */
    @Nullable Long refused(Batch batch);

    /** Notes that a batch is confirmed. */
    void add(Batch batch, long refused);
  }

  /**
   * Sends the rows of an extract in batches: first those of people to remove, then the others. A
   * batch that was confirmed before is not sent again. Nothing of a withheld extract is sent.
   *
   * @param emptied headers of columns whose empty cells empty what the destination knows
   * @throws DeliveryFailed if a batch fails in spite of retries; those before it stay confirmed
   */
  Extract.Batches send(Extract extract, Set<String> emptied, ConfirmedBatches confirmed)
      throws DeliveryFailed {
    var number = Objects.requireNonNull(extract.batches()).extract();
    var sent = new Extract.Batches(number, 0, 0);
    for (var kind : extract.isWithheld() ? Set.<FileKind>of() : extract.data().keySet()) {
      try {
        sent = send(extract, kind, emptied, confirmed, sent);
      } catch (DeliveryFailed e) {
        throw kind == FileKind.REMOVES ? e : e.afterRemoves();
      }
    }
    return sent;
  }

  private Extract.Batches send(
      Extract extract,
      FileKind kind,
      Set<String> emptied,
      ConfirmedBatches confirmed,
      Extract.Batches before)
      throws DeliveryFailed {
    var names = extract.names();
    var delivery = settings.delivery(names.destination());
    var origin =
        new Batch.Origin(
            names.destination(),
            names.audience(),
            names.night(),
            kind.toString(),
            before.extract(),
            delivery.parametersOf(names.audience()));
    boolean isRemoval = kind == FileKind.REMOVES;
    var files =
        Objects.requireNonNull(extract.data().get(kind)).files().stream()
            .map(file -> outbox.resolve(names.outbox()).resolve(file.name()))
            .toList();
    int batches = before.confirmed();
    long refused = before.refused();
    try (var rows =
        new RowsFile(origin, delivery.limits(isRemoval), isRemoval ? Set.of() : emptied, files)) {
      for (var batch = rows.next(); batch != null; batch = rows.next()) {
        var known = confirmed.refused(batch);
        long now = known == null ? connection(names.destination()).send(batch) : known;
        if (known == null) {
          confirmed.add(batch, now);
        }
        batches++;
        refused += now;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Extract.Batches(before.extract(), batches, refused);
  }

  private Delivered send(ExtractNames names, Path file, String target) throws DeliveryFailed {
    var sent = copy(file, names.destination(), target, 0);
    return new Delivered(target, null, 0, sent.content());
  }

  /**
   * Delivers one file of the outbox under any name, in the place of the file that has it.
   *
   * @param file relative to the outbox
   * @param target relative to the place of the destination
   * @param lines customers in it
   * @throws DeliveryFailed where the place does not take it, in spite of retries
   */
  Delivered copy(Path file, String destination, String target, long lines) throws DeliveryFailed {
    var content = content(outbox.resolve(file));
    connection(destination).deliver(outbox.resolve(file), target, content);
    return new Delivered(target, DeliveryAudit.COPY, lines, content);
  }

  /** The connection to a destination. */
  DestinationConnection connection(String destination) {
    return connections.computeIfAbsent(destination, this::start);
  }

  @Override
  public void close() {
    connections.values().forEach(DestinationConnection::close);
  }

  private DestinationConnection start(String destination) {
    try {
      return new DestinationConnection(destination, home, settings, clock);
    } catch (Exception e) {
      throw new IllegalStateException("the routes to " + destination + " do not start", e);
    }
  }

  private static FileDigest content(Path file) {
    try {
      return FileDigest.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
