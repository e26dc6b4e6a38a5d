package dev.nightjar.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Nightjar as it ships, but with the sample sources in force: those of the shops of tests. */
public final class Installation {
  private static final Path SHIPPED = Path.of("").toAbsolutePath();
  private static final Path WITH_SAMPLES = withSamples();

  private Installation() {}

  /** The folder of settings and routes. */
  public static Path folder() {
    return WITH_SAMPLES;
  }

  /** Gives a home the settings, for commands that run in a process of their own. */
  public static void configure(Path home) throws IOException {
    Files.createSymbolicLink(home.resolve("config"), folder().resolve("config"));
  }

  private static Path withSamples() {
    try {
      var folder = Scratch.folder("installation");
      var config = Files.createDirectory(folder.resolve("config"));
      copy(SHIPPED.resolve("config"), config);
      copy(SHIPPED.resolve("config/samples"), config);
      copy(SHIPPED.resolve("config/samples"), Files.createDirectory(config.resolve("samples")));
      Files.delete(config.resolve("shop-audiences.yaml")); // tests declare their own
      Files.createSymbolicLink(folder.resolve("routes"), SHIPPED.resolve("routes"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.list(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void delete(Path folder) {
    try (var walk = Files.walk(folder)) {
      for (var each : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
