package dev.nightjar.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.yaml.snakeyaml.error.YAMLException;

/** The files of settings in which a secret is written, instead of the variable that holds it. */
public final class SecretFiles {
  private SecretFiles() {}

  /**
   * The files of a home. What cannot be read is left out, as {@link SettingsLoader} reports it.
   *
   * @throws IOException if the folder of the settings cannot be listed
   */
  public static List<Path> of(Home home) throws IOException {
    if (!Files.isDirectory(home.config())) {
      return List.of();
    }
    var found = new ArrayList<Path>();
    try (var files = Files.list(home.config())) {
      for (var file : files.filter(f -> f.toString().matches("(?s).*\\.ya?ml")).sorted().toList()) {
        if (hasSecret(file)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static boolean hasSecret(Path file) {
    try {
      return YamlSettings.read(file.toString(), file).stream().anyMatch(SecretFiles::hasSecret);
    } catch (YAMLException | IOException e) {
      return false;
    }
  }

  private static boolean hasSecret(PropertySource<?> source) {
    for (var key : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
      var value = String.valueOf(source.getProperty(key));
      if (isSecret(key) && !value.isBlank() && !value.matches("\\$\\{[^}]*}")) {
        return true;
      }
    }
    return false;
  }

  /** The address of a webhook is a secret, and the column of a customer's address is not. */
  private static boolean isSecret(String key) {
    var last = key.substring(key.lastIndexOf('.') + 1);
    return SettingsShape.isSecret(last)
        && (!last.equals("address") || key.startsWith("alerts.webhooks."));
  }
}
