package dev.nightjar.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder a shop lives in, and where its configuration comes from.
 *
 * @param folder holds {@code inbox/}, {@code extracts/} and {@code var/}, and {@code config/} and
 *     {@code routes/} where the shop has its own
 * @param installation holds the {@code config/} and {@code routes/} that ship
 * @param overrides settings given for this command, each as {@code key=value}
 */
public record Home(Path folder, Path installation, List<String> overrides) {

  /** The folder of the settings: the shop's own where there is one, else the one that ships. */
  public Path config() {
    return own("config");
  }

  /** The folder of the Camel routes: the shop's own where there is one, else the one that ships. */
  public Path routes() {
    return own("routes");
  }

  /** Everything that Nightjar keeps for itself. */
  public Path var() {
    return folder.resolve("var");
  }

  /** Where a relative path of a setting lies. */
  public Path resolve(Path path) {
    return folder.resolve(path).normalize();
  }

  private Path own(String name) {
    var own = folder.resolve(name);
    return Files.isDirectory(own) ? own : installation.resolve(name);
  }
}
