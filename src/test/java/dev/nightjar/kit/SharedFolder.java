package dev.nightjar.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Data and results of others that tests compare with and that do not ship: the folder {@code
 * SHARED_DIR}, else {@code ../shared}.
 */
public final class SharedFolder {
  private static final Path FOLDER =
      Path.of(System.getenv().getOrDefault("SHARED_DIR", "../shared"));

  private SharedFolder() {}

  /** A file of the folder; skips the test where it is not there. */
  public static Path file(String name) {
    var file = FOLDER.resolve(name);
    assumeTrue(
        Files.isReadable(file),
        () -> "skipped: there is no " + file.toAbsolutePath().normalize() + " (see SHARED_DIR)");
    return file;
  }
}
