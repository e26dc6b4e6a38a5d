package dev.nightjar.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of a shop, and the origin of its configuration.
 *
 * @param folder contains {@code inbox/}, {@code extracts/} and {@code var/}, and the shop's own
 *     {@code config/} and {@code routes/}, if any
 * @param installation contains the default {@code config/} and {@code routes/}
 * @param overrides settings for this command, each as {@code key=value}
 */
public record Home(Path folder, Path installation, List<String> overrides) {

  /** The folder of the settings: the shop's own, or the default. */
  public Path config() {
    return own("config");
  }

  /** The folder of the Camel routes: the shop's own, or the default. */
  public Path routes() {
    return own("routes");
  }

  /** The folder of Nightjar's own files. */
  public Path var() {
    return folder.resolve("var");
  }

  /** Resolves a relative path of a setting. */
  public Path resolve(Path path) {
    return folder.resolve(path).normalize();
  }

  private Path own(String name) {
    var own = folder.resolve(name);
    return Files.isDirectory(own) ? own : installation.resolve(name);
  }
}
