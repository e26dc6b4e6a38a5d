package dev.nightjar.destinations.names;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the files of one extract are called, in the outbox and at the destination. In the outbox
 * each extract has a folder of its own; at the destination, the layout of the profile decides.
 *
 * @param layout with no placeholders left but {@code {kind}} and {@code {file}}
 * @param extension of its data files
 */
public record ExtractNames(
    String destination, String audience, LocalDate night, Layout layout, String extension) {
  /** In the outbox. */
  public static final String MANIFEST = Layout.MANIFEST;

  /** In the outbox. */
  public static final String MARKER = Layout.MARKER;

  /** How the copies of the full file begin in the outbox. */
  public static final String COPY = "current";

  private static final String PART = ".part-";
  private static final String END_OF_PART = ".part";

  private static final Pattern NOTHING = Pattern.compile("(?!)");
  private static final String ANY_PART = "(-\\d+)?(\\.\\p{Alpha}+)*";

  /**
   * @param layout of the profile for the audience
   * @param extension of the profile's files
   */
  public static ExtractNames of(
      String destination, String audience, LocalDate night, Layout layout, String extension) {
    var own = layout.with(Map.of("destination", destination)).on(night);
    return new ExtractNames(destination, audience, night, own, extension);
  }

  /** What a file is called until it is whole: hidden, and of no extension that others look for. */
  public static String part(String name) {
    return PART + name + END_OF_PART;
  }

  /** The folder of the audience in the outbox, where its copies lie. */
  public Path home() {
    return Path.of(destination, audience);
  }

  /** The folder in the outbox. */
  public Path outbox() {
    return home().resolve(night.toString());
  }

  /** The folder at the destination; empty for the place itself. */
  public String folder() {
    return layout.folder().equals(".") ? "" : layout.folder();
  }

  /** Where a file is at the destination. */
  public String path(String name) {
    return folder().isEmpty() ? name : folder() + "/" + name;
  }

  /** The name of the data file of a kind, without its extension. */
  public String stem(String kind) {
    return layout.file(kind);
  }

  /** Whether the destination gets a marker. */
  public boolean hasMarker() {
    return !layout.marker().equals(Layout.NONE);
  }

  /** Paths of the markers of data files, at the destination. */
  public List<String> markers(List<String> files) {
    if (!hasMarker()) {
      return List.of();
    }
    return files.stream()
        .map(name -> name.substring(0, name.length() - extension.length()))
        .map(layout::marker)
        .distinct()
        .map(this::path)
        .toList();
  }

  /** The path of the manifest at the destination; null for none. */
  public @Nullable String manifest() {
    return layout.manifest().equals(Layout.NONE) ? null : path(layout.manifest());
  }

  /** Whether the destination gets a copy of the full file under a name that stays. */
  public boolean hasCopy() {
    return copyPath() != null;
  }

  private @Nullable String copyPath() {
    var copy = layout.copy();
    return copy == null || copy.equals(Layout.NONE) ? null : copy;
  }

  /** Where a copy is at the destination, by its name in the outbox. */
  public String copy(String name) {
    return copyPath() + name.substring(COPY.length());
  }

  /** Whether a file would be elsewhere than below its folder, as a value in a name can make it. */
  public boolean leadsOut() {
    var paths = Stream.of(layout.folder(), layout.copy() == null ? "" : layout.copy());
    var names = Stream.of(layout.file(), layout.marker(), layout.manifest());
    return names.anyMatch(name -> name.contains("/"))
        || paths.anyMatch(path -> path.startsWith("/") || List.of(path.split("/")).contains(".."));
  }

  /**
   * The folder of the copies at the destination, and what they are called.
   *
   * @param keep paths of files that stay there
   */
  public Incoming copies(List<String> keep) {
    var copy = Objects.requireNonNull(copyPath());
    int slash = copy.lastIndexOf('/');
    var names = Pattern.compile(begin(copy.substring(slash + 1)) + ANY_PART);
    return new Incoming(
        slash < 0 ? "" : copy.substring(0, slash), names, NOTHING, Layout.NONE, keep);
  }

  /**
   * The folder of the extract at the destination, and what its files are called, of any kind.
   *
   * @param keep paths of files that stay there
   */
  public Incoming incoming(List<String> keep) {
    var stem =
        layout.namesKind()
            ? begin(layout.file("{kind}")).replace("{kind}", "\\E(full|adds|removes|changes)\\Q")
            : begin(layout.file());
    var marker =
        layout.marksEachFile()
            ? "(\\Q" + layout.marker().replace("{file}", "\\E" + stem + "(-\\d+)?\\Q") + "\\E)"
            : begin(layout.marker());
    return new Incoming(
        folder(),
        Pattern.compile(stem + ANY_PART),
        hasMarker() ? Pattern.compile(marker) : NOTHING,
        layout.manifest(),
        keep);
  }

  private static String begin(String text) {
    return "\\Q" + text + "\\E";
  }

  /**
   * The folder of an extract that is about to come, or to go. Others' files can be there, too.
   *
   * @param path of the folder; empty for the place itself
   * @param data what its data files are called
   * @param markers what its markers are called
   * @param manifest what its manifest is called
   * @param keep paths of the files that come or stay; none where all goes
   */
  public record Incoming(
      String path, Pattern data, Pattern markers, String manifest, List<String> keep) {

    /** Whether a file is of an earlier delivery of the extract, which had more. */
    public boolean isSurplus(String name) {
      return isOurs(name) && !keep.contains(at(name));
    }

    private boolean isOurs(String name) {
      var own = whole(name);
      return isMarker(own) || own.equals(manifest) || data.matcher(own).matches();
    }

    /** Whether a file is one of its markers, whole or not. */
    public boolean isMarker(String name) {
      return markers.matcher(whole(name)).matches();
    }

    private static String whole(String name) {
      if (!name.startsWith(PART)) {
        return name;
      }
      // earlier versions kept the extension at the end
      int end = name.endsWith(END_OF_PART) ? END_OF_PART.length() : 0;
      return name.substring(PART.length(), name.length() - end);
    }

    /** The path of a file in it. */
    public String at(String name) {
      return path.isEmpty() ? name : path + "/" + name;
    }
  }
}
