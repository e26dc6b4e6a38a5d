package dev.nightjar.deliver;

import dev.nightjar.destinations.DataFile;
import dev.nightjar.home.Home;
import dev.nightjar.transport.FileDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Delivers extracts to the places of their destinations: the first folder of an extract's path is
 * its destination.
 */
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
   * @param lines customers in it
   */
  record Delivered(String path, long lines, FileDigest content) {}

  /**
   * Delivers one extract: its marker goes first, then what a longer delivery of it left; then come
   * data, manifest and marker, and after it the copies. Each file is read back before it gets its
   * name. While the extract is not whole, it has no marker.
   *
   * @return its files, in the order in which they came
   * @throws DeliveryFailed if it fails in spite of retries
   */
  List<Delivered> deliver(Extract extract) throws DeliveryFailed {
    var connection = connection(extract.folder());
    var keep =
        Stream.concat(extract.files().stream().map(DataFile::name), Stream.of(Extract.MANIFEST))
            .collect(Collectors.toSet());
    connection.prepare(incoming(extract.folder(), keep));
    for (var file : extract.surplus()) {
      connection.remove(file.toString());
    }
    var delivered = new ArrayList<Delivered>();
    for (var file : extract.files()) {
      var path = extract.folder().resolve(file.name());
      var content = new FileDigest(file.bytes(), file.hash());
      connection.deliver(outbox.resolve(path), path.toString(), content);
      delivered.add(new Delivered(path.toString(), file.rows(), content));
    }
    for (var name : List.of(Extract.MANIFEST, Extract.MARKER)) {
      var path = extract.folder().resolve(name);
      delivered.add(copy(path, path, 0));
    }
    for (var copy : extract.copies()) {
      delivered.add(copy(copy, copy, extract.lines()));
    }
    return delivered;
  }

  /**
   * Delivers one file of the outbox under any name, in the place of the file that has it.
   *
   * @param file relative to the outbox
   * @param target relative to the place; its first folder is the destination
   * @param lines customers in it
   * @throws DeliveryFailed where the place does not take it, in spite of retries
   */
  Delivered copy(Path file, Path target, long lines) throws DeliveryFailed {
    var content = content(outbox.resolve(file));
    connection(target).deliver(outbox.resolve(file), target.toString(), content);
    return new Delivered(target.toString(), lines, content);
  }

  /** The connection to the destination that a path begins with. */
  DestinationConnection connection(Path path) {
    return connections.computeIfAbsent(path.getName(0).toString(), this::start);
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

  private static DeliverySteps.Incoming incoming(Path folder, Set<String> keep) {
    return new DeliverySteps.Incoming(folder.toString(), folder.getName(1).toString(), keep);
  }

  private static FileDigest content(Path file) {
    try {
      return FileDigest.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
