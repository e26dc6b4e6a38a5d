package dev.nightjar.deliver;

import dev.nightjar.destinations.Layout;
import dev.nightjar.destinations.Profile;
import dev.nightjar.pipeline.Night;
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
record ExtractNames(
    String destination, String audience, LocalDate night, Layout layout, String extension) {
  /** In the outbox. */
  static final String MANIFEST = Layout.MANIFEST;

  /** In the outbox. */
  static final String MARKER = Layout.MARKER;

  /** How the copies of the full file begin in the outbox. */
  static final String COPY = "current";

  /** A file under this prefix is not whole. */
  static final String PART = ".part-";

  private static final Pattern NOTHING = Pattern.compile("(?!)");
  private static final String ANY_PART = "(-\\d+)?(\\.\\p{Alpha}+)*";

  /**
   * @param profile for the audience
   */
  static ExtractNames of(String destination, Profile profile, String audience, LocalDate night) {
    var layout = profile.layout().with(Map.of("destination", destination)).on(night);
    return new ExtractNames(destination, audience, night, layout, profile.extension());
  }

  static ExtractNames of(DeliveryTarget target, Night night) {
    return of(target.destination(), target.profile(), target.audience().name(), night.date());
  }

  /** The folder of the audience in the outbox, where its copies lie. */
  Path home() {
    return Path.of(destination, audience);
  }

  /** The folder in the outbox. */
  Path outbox() {
    return home().resolve(night.toString());
  }

  /** The folder at the destination; empty for the place itself. */
  String folder() {
    return layout.folder().equals(".") ? "" : layout.folder();
  }

  /** Where a file is at the destination. */
  String path(String name) {
    return folder().isEmpty() ? name : folder() + "/" + name;
  }

  /** The name of the data file of a kind, without its extension. */
  String stem(FileKind kind) {
    return layout.file(kind.toString());
  }

  boolean hasMarker() {
    return !layout.marker().equals(Layout.NONE);
  }

  /** Paths of the markers of data files, at the destination. */
  List<String> markers(List<String> files) {
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
  @Nullable String manifest() {
    return layout.manifest().equals(Layout.NONE) ? null : path(layout.manifest());
  }

  boolean hasCopy() {
    return copyPath() != null;
  }

  private @Nullable String copyPath() {
    var copy = layout.copy();
    return copy == null || copy.equals(Layout.NONE) ? null : copy;
  }

  /** Where a copy is at the destination, by its name in the outbox. */
  String copy(String name) {
    return copyPath() + name.substring(COPY.length());
  }

  /** Whether a file would be elsewhere than below its folder, as a value in a name can make it. */
  boolean leadsOut() {
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
  DeliverySteps.Incoming copies(List<String> keep) {
    var copy = Objects.requireNonNull(copyPath());
    int slash = copy.lastIndexOf('/');
    var names = Pattern.compile(begin(copy.substring(slash + 1)) + ANY_PART);
    return new DeliverySteps.Incoming(
        slash < 0 ? "" : copy.substring(0, slash), names, NOTHING, Layout.NONE, keep);
  }

  /**
   * The folder of the extract at the destination, and what its files are called, of any kind.
   *
   * @param keep paths of files that stay there
   */
  DeliverySteps.Incoming incoming(List<String> keep) {
    var stem =
        layout.namesKind()
            ? begin(layout.file("{kind}")).replace("{kind}", "\\E(full|adds|removes|changes)\\Q")
            : begin(layout.file());
    var marker =
        layout.marksEachFile()
            ? "(\\Q" + layout.marker().replace("{file}", "\\E" + stem + "(-\\d+)?\\Q") + "\\E)"
            : begin(layout.marker());
    return new DeliverySteps.Incoming(
        folder(),
        Pattern.compile(stem + ANY_PART),
        hasMarker() ? Pattern.compile(marker) : NOTHING,
        layout.manifest(),
        keep);
  }

  private static String begin(String text) {
    return "\\Q" + text + "\\E";
  }
}
