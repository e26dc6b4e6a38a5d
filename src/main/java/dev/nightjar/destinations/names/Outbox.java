package dev.nightjar.destinations.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder in which extracts are written, as {@code destination/audience/night/}. */
public record Outbox(Path root) {
  private static final Pattern NIGHT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** The folder of an extract. */
  public record Folder(Path path) {
    /** Name of the destination. */
    public String destination() {
      return path.getParent().getParent().getFileName().toString();
    }

    /** Name of the audience. */
    public String audience() {
      return path.getParent().getFileName().toString();
    }

    /** The business date. */
    public LocalDate night() {
      return LocalDate.parse(path.getFileName().toString());
    }

    /** Its files, in the order of their names. */
    public List<Path> files() {
      return list(path);
    }

    /** Removes the folder and its files. */
    public void remove() throws IOException {
      for (var file : files()) {
        Files.delete(file);
      }
      Files.delete(path);
    }

    /** Removes the copies under fixed names, which lie next to the folder. */
    public void removeCopies() throws IOException {
      for (var file : list(path.getParent())) {
        if (Files.isRegularFile(file)) {
          Files.delete(file);
        }
      }
    }
  }

  /** The folder of an extract, whether it is there or not. */
  public Folder extract(String destination, String audience, LocalDate night) {
    return new Folder(root.resolve(destination).resolve(audience).resolve(night.toString()));
  }

  /** The extracts, in the order of their paths. */
  public List<Folder> extracts() {
    return folders(root)
        .flatMap(Outbox::folders)
        .flatMap(Outbox::folders)
        .filter(folder -> isNight(folder.getFileName().toString()))
        .map(Folder::new)
        .toList();
  }

  /** Whether a folder has the name of a night. */
  public static boolean isNight(String name) {
    return NIGHT.matcher(name).matches();
  }

  private static Stream<Path> folders(Path folder) {
    return list(folder).stream().filter(Files::isDirectory);
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
