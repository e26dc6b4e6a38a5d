package dev.nightjar.deliver;

import dev.nightjar.destinations.DataFile;
import dev.nightjar.destinations.names.ExtractNames;
import dev.nightjar.home.Home;
import dev.nightjar.transport.FileDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Delivers extracts to the places of their destinations. */
final class ExtractUpload implements AutoCloseable {
  private final Home home;
  private final DeliverSettings settings;
  private final Path outbox;
  private final Map<String, DestinationConnection> connections = new HashMap<>();

  ExtractUpload(Home home, DeliverSettings settings) {
    this.home = home;
    this.settings = settings;
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
      return new DestinationConnection(destination, home, settings);
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
