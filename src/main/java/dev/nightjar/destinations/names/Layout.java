package dev.nightjar.destinations.names;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the files of an extract lie at the destination, and what they are called. Names can have
 * {@code {destination}}, {@code {audience}}, {@code {kind}}, the parameters of the profile, and the
 * night: {@code {date}}, {@code {date:yyyyMMdd}}.
 *
 * @param folder below the place of the deliveries; a dot is the place itself
 * @param file name of a data file without its extension; a second part has {@code -2} after it
 * @param extension of data files, before those of compression and encryption; null for the format's
 * @param marker name of the empty file that comes last: one for each data file if it has {@code
 *     {file}}, the name of that file without its extension; {@code none} for no marker
 * @param manifest name of the manifest; {@code none} for no manifest
 * @param copy path of the newest full file under a name that stays, without its extension; {@code
 *     none} for no copy. Null for the rule: {destination}/{audience}/current unless the folder is
 *     another than the default
 */
public record Layout(
    @DefaultValue(Layout.FOLDER) String folder,
    @DefaultValue(Layout.FILE) String file,
    @Nullable String extension,
    @DefaultValue(Layout.MARKER) String marker,
    @DefaultValue(Layout.MANIFEST) String manifest,
    @Nullable String copy) {
  /** The name of the marker unless a layout gives another. */
  public static final String MARKER = "_SUCCESS";

  /** The name of the manifest unless a layout gives another. */
  public static final String MANIFEST = "datapackage.json";

  /** How a name says that there is no such file. */
  public static final String NONE = "none";

  private static final String FOLDER = "{destination}/{audience}/{date}";
  private static final String FILE = "{audience}__{date}__{kind}";
  private static final String COPY = "{destination}/{audience}/current";
  private static final String IN_FILE = "file";

  /** The same with values in the place of placeholders. */
  public Layout with(Map<String, String> values) {
    return new Layout(
        Placeholders.with(values, folder),
        Placeholders.with(values, file),
        extension,
        Placeholders.with(values, marker),
        Placeholders.with(values, manifest),
        copy == null && !folder.equals(FOLDER)
            ? NONE
            : Placeholders.with(values, copy == null ? COPY : copy));
  }

  /** The same for a night. */
  public Layout on(LocalDate night) {
    return new Layout(
        Placeholders.on(night, folder),
        Placeholders.on(night, file),
        extension,
        Placeholders.on(night, marker),
        Placeholders.on(night, manifest),
        copy == null ? null : Placeholders.on(night, copy));
  }

  /** The name of the data file of a kind, without its extension. */
  public String file(String kind) {
    return Placeholders.with(Map.of("kind", kind), file);
  }

  /** Whether each kind of file has another name. */
  public boolean namesKind() {
    return file.contains("{kind}");
  }

  /** Whether each data file has its own marker. */
  public boolean marksEachFile() {
    return marker.contains("{" + IN_FILE + "}");
  }

  /** The marker of a data file, by its name without extension; of all if they share one. */
  public String marker(String stem) {
    return Placeholders.with(Map.of(IN_FILE, stem), marker);
  }

  /** Whether the folder is one of the night alone. */
  public boolean hasFolderOfNight() {
    return Placeholders.namesNight(folder);
  }

  /** Whether two nights never have a data file of one path. */
  public boolean tellsNightsApart() {
    var nights =
        Stream.of("2026-01-12", "2026-01-21", "2026-02-12", "2027-01-12").map(LocalDate::parse);
    return nights.map(night -> on(night).folder() + "/" + on(night).file()).distinct().count() == 4;
  }

  /** The folders in which everything lies, whatever the audience and the night. */
  public String fixedFolder() {
    var fixed = new ArrayList<String>();
    for (var name : folder.split("/")) {
      if (name.contains("{")) {
        break;
      }
      fixed.add(name);
    }
    return String.join("/", fixed);
  }

  /**
   * What is wrong, one line each, beginning with the key.
   *
   * @param extensions what is added to the names of data files
   * @param parameters of the profile
   */
  public List<String> problems(String extensions, Iterable<String> parameters) {
    var names = new TreeSet<>(List.of("destination", "audience", "date", "night"));
    parameters.forEach(names::add);
    var problems = new ArrayList<String>();
    add(problems, "folder", folder, names);
    if (copy != null) {
      add(problems, "copy", copy, names);
    }
    add(problems, "manifest", manifest, names);
    names.add("kind");
    add(problems, "file", file, names);
    names.add(IN_FILE);
    add(problems, "marker", marker, names);
    if (file.endsWith(extensions)) {
      problems.add("file: ends with %s, which is added; leave it out".formatted(extensions));
    }
    if (extension != null && !extension.matches("[A-Za-z0-9]+")) {
      problems.add("extension: must be letters and digits, such as txt");
    }
    for (var named : Map.of("file", file, "marker", marker, "manifest", manifest).entrySet()) {
      if (named.getValue().contains("/")) {
        problems.add(named.getKey() + ": is a name, not a path; give folder");
      }
    }
    return problems;
  }

  private static void add(
      List<String> problems, String key, String text, TreeSet<String> placeholders) {
    Placeholders.problems(text, placeholders)
        .forEach(problem -> problems.add(key + ": " + problem));
    if (text.isBlank()) {
      problems.add(key + ": is empty" + (key.equals("folder") ? "; write a dot for none" : ""));
    }
    if (text.startsWith("/") || text.endsWith("/") || text.matches("(.*/)?\\.\\.(/.*)?")) {
      problems.add(key + ": must be below the place of the deliveries, such as Import");
    }
  }
}
