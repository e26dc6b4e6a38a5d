package dev.nightjar.deliver;

import dev.nightjar.transport.FileDigest;
import dev.nightjar.transport.FileStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** The bean that the routes call for every step at a destination other than transferring a file. */
final class DeliverySteps {
  /** Header of the path at which a file is at last. */
  static final String TARGET = "target";

  /** Header of what was sent. */
  static final String CONTENT = "content";

  private static final String PART = ".part-";

  private final FileStore place;

  DeliverySteps(FileStore place) {
    this.place = place;
  }

  /**
   * The folder of an extract that is about to come, or to go.
   *
   * @param path of the folder
   * @param audience whose files it holds
   * @param keep names of the files that come; none where it goes
   */
  record Incoming(String path, String audience, Set<String> keep) {

    /** Whether a file is of an earlier delivery of the extract, which had more. */
    private boolean isSurplus(String name) {
      return isOurs(name)
          && (name.startsWith(PART) || !keep.contains(name))
          && !name.equals(Extract.MARKER);
    }

    private boolean isOurs(String name) {
      var own = name.startsWith(PART) ? name.substring(PART.length()) : name;
      return own.startsWith(audience + "__")
          || own.equals(Extract.MANIFEST)
          || own.equals(Extract.MARKER);
    }
  }

  /** The name that a file has until it is found to be whole. */
  static String part(String target) {
    var path = Path.of(target);
    return path.resolveSibling(PART + path.getFileName()).toString();
  }

  /** Takes the marker away first, then what a longer delivery of the extract left. */
  public void prepare(@Body Incoming folder) throws Exception {
    var files = place.files(folder.path());
    if (files.contains(Extract.MARKER)) {
      place.remove(folder.path() + "/" + Extract.MARKER);
    }
    for (var name : files) {
      if (folder.isSurplus(name)) {
        place.remove(folder.path() + "/" + name);
      }
    }
  }

  /** Makes the folder of a file. */
  public void open(@Header(TARGET) String target) throws Exception {
    place.makeFolder(target.substring(0, target.lastIndexOf('/')));
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
   * What is in the folder of an audience.
   *
   * @param folders of its extracts, and any others
   * @param files its copies under fixed names, and any others
   */
  record Contents(List<String> folders, List<String> files) {}

  /** Lists a folder. */
  public Contents list(@Body String folder) throws Exception {
    return new Contents(place.folders(folder), place.files(folder));
  }

  /**
   * Removes an extract: its marker, its data and its manifest, in this order.
   *
   * @return how many files there were
   */
  public int withdraw(@Body Incoming folder) throws Exception {
    var ours = place.files(folder.path()).stream().filter(folder::isOurs).toList();
    var order =
        Comparator.comparing((String name) -> !name.equals(Extract.MARKER))
            .thenComparing(name -> name.equals(Extract.MANIFEST));
    for (var name : ours.stream().sorted(order).toList()) {
      place.remove(folder.path() + "/" + name);
    }
    return ours.size();
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
