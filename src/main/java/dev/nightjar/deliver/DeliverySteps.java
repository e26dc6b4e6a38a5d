package dev.nightjar.deliver;

import dev.nightjar.destinations.names.ExtractNames;
import dev.nightjar.transport.FileDigest;
import dev.nightjar.transport.FileStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** The bean that the routes call for every step at a destination other than transferring a file. */
final class DeliverySteps {
  /** Header of the path at which a file is at last. */
  static final String TARGET = "target";

  /** Header of what was sent. */
  static final String CONTENT = "content";

  private final FileStore place;

  DeliverySteps(FileStore place) {
    this.place = place;
  }

  /** The name that a file has until it is found to be whole. */
  static String part(String target) {
    var path = Path.of(target);
    return path.resolveSibling(ExtractNames.part(path.getFileName().toString())).toString();
  }

  /** Takes the markers away first, then what a longer delivery of the extract left. */
  public void prepare(@Body ExtractNames.Incoming folder) throws Exception {
    var files = place.files(folder.path());
    for (var name : files) {
      if (folder.isMarker(name)) {
        place.remove(folder.at(name));
      }
    }
    for (var name : files) {
      if (folder.isSurplus(name) && !folder.isMarker(name)) {
        place.remove(folder.at(name));
      }
    }
  }

  /** Makes the folder of a file. */
  public void open(@Header(TARGET) String target) throws Exception {
    int slash = target.lastIndexOf('/');
    place.makeFolder(target.substring(0, Math.max(0, slash)));
  }

  /**
   * Reads a file back.
   *
   * @throws ContentDiffers where it is not what was sent
   */
  public void confirm(@Header(Exchange.FILE_NAME) String path, @Header(CONTENT) FileDigest sent)
      throws Exception {
    var found = place.read(path);
    if (!found.equals(sent)) {
      throw new ContentDiffers(sent, found);
    }
  }

  /** Gives a file its name. */
  public void settle(@Header(Exchange.FILE_NAME) String path, @Header(TARGET) String target)
      throws Exception {
    place.rename(path, Objects.requireNonNull(Path.of(target).getFileName()).toString());
  }

  /**
   * Removes an extract but for what is to be kept: its markers, its data and its manifest, in this
   * order.
   *
   * @return paths of the files that were removed
   */
  public List<String> withdraw(@Body ExtractNames.Incoming folder) throws Exception {
    var ours = place.files(folder.path()).stream().filter(folder::isSurplus).toList();
    var order =
        Comparator.comparing((String name) -> !folder.isMarker(name))
            .thenComparing(name -> name.equals(folder.manifest()));
    var paths = ours.stream().sorted(order).map(folder::at).toList();
    for (var path : paths) {
      place.remove(path);
    }
    return paths;
  }

  /** Removes a file. */
  public void remove(@Body String path) throws Exception {
    place.remove(path);
  }

  /** Removes a folder that became empty. */
  public void leave(@Body String folder) throws Exception {
    place.removeFolder(folder);
  }

  /** What was read back is not what was sent. */
  static final class ContentDiffers extends IOException {
    ContentDiffers(FileDigest sent, FileDigest found) {
      super(
          sent.bytes() == found.bytes()
              ? "read back, its %,d bytes have another SHA-256".formatted(sent.bytes())
              : "read back, it has %,d bytes instead of %,d"
                  .formatted(found.bytes(), sent.bytes()));
    }
  }
}
