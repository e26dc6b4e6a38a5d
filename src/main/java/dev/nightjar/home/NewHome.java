package dev.nightjar.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a home: a folder with the settings that ship, but without the sample sources, which are of
 * other shops.
 *
 * @param zone of the business
 * @param currency of the business
 */
public record NewHome(ZoneId zone, Currency currency) {
  /** Better taken from the installation, so that it grows with it. */
  private static final String LEFT_OUT = "presets.yaml";

  private static final Pattern ZONE = Pattern.compile("(?m)^  zone: .*$");
  private static final Pattern CURRENCY = Pattern.compile("(?m)^  currency: .*$");

  /**
   * Writes the settings and an empty inbox.
   *
   * @param folder of the home; it is made if it does not exist
   * @param installation with the settings that ship
   * @throws Failure {@link FailureCode#BAD_SETTINGS} if the folder is a home already
   */
  public void make(Path folder, Path installation) {
    var config = folder.resolve("config");
    if (Files.exists(config)) {
      throw new Failure(
          FailureCode.BAD_SETTINGS,
          "%s exists already; nothing was written.%nNext: nightjar --home %s lint"
              .formatted(config, folder));
    }
    try (var files = Files.list(installation.resolve("config"))) {
      Files.createDirectories(config);
      Files.createDirectories(folder.resolve("inbox"));
      for (var file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        var name = String.valueOf(file.getFileName());
        if (!LEFT_OUT.equals(name)) {
          Files.writeString(config.resolve(name), settings(Files.readString(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file of settings, with the zone and the currency of the business. */
  private String settings(String text) {
    int business = text.indexOf("business:\n");
    if (business < 0) {
      return text;
    }
    var zoned =
        ZONE.matcher(text.substring(business))
            .replaceFirst("  zone: " + Matcher.quoteReplacement(zone.getId()));
    return text.substring(0, business)
        + CURRENCY.matcher(zoned).replaceFirst("  currency: " + currency.getCurrencyCode());
  }
}
