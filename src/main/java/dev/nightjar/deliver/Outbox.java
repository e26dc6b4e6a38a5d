package dev.nightjar.deliver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder in which extracts are written, as {@code destination/audience/night/}. */
record Outbox(Path root) {
  private static final Pattern NIGHT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** The folder of an extract. */
  record Folder(Path path) {
    String destination() {
      return path.getParent().getParent().getFileName().toString();
    }

    String audience() {
      return path.getParent().getFileName().toString();
    }

    LocalDate night() {
      return LocalDate.parse(path.getFileName().toString());
    }

    List<Path> files() {
      return list(path);
    }

    /** Removes the folder and its files. */
    void remove() throws IOException {
      for (var file : files()) {
        Files.delete(file);
      }
      Files.delete(path);
    }

    /** Removes the copies under fixed names, which lie next to the folder. */
    void removeCopies() throws IOException {
      for (var file : list(path.getParent())) {
        if (Files.isRegularFile(file)) {
          Files.delete(file);
        }
      }
    }
  }

  /** The folder of an extract, whether it is there or not. */
  Folder extract(String destination, String audience, LocalDate night) {
    return new Folder(root.resolve(destination).resolve(audience).resolve(night.toString()));
  }

  /** The extracts, in the order of their paths. */
  List<Folder> extracts() {
    return folders(root)
        .flatMap(Outbox::folders)
        .flatMap(Outbox::folders)
        .filter(folder -> isNight(folder.getFileName().toString()))
        .map(Folder::new)
        .toList();
  }

  /** Whether a folder has the name of a night. */
  static boolean isNight(String name) {
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
