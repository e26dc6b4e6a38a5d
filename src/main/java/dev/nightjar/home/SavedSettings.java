package dev.nightjar.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Files of settings that people save without an editor. A file begins with a line that has the
 * SHA-256 of what follows, so that nothing is replaced that somebody else wrote or changed since.
 */
public final class SavedSettings {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,100}\\.yaml");
  private static final String MARK =
      "# Saved by the console. Once changed by hand, it is left alone. ";

  private SavedSettings() {}

  /**
   * Saves a file in the shop's own folder of settings, as a whole or not at all.
   *
   * @param name of the file: a-z, 0-9 and -, with the ending {@code .yaml}
   * @param yaml its text
   * @param check gets a file with the text that no settings are read from; its problems, one line
   *     each
   * @throws BadSettings with the problems; then nothing is saved
   * @throws Failure {@link FailureCode#NIGHT_REFUSED} if there is a file that somebody else wrote,
   *     or no folder of settings
   * @throws IOException if it cannot be written
   */
  public static synchronized void save(
      Home home, String name, String yaml, Function<Path, List<String>> check) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of a file of settings");
    }
    var folder = home.folder().resolve("config");
    if (!Files.isDirectory(folder)) {
      throw refused("This home has no folder config of its own.\nNext: nightjar init makes one");
    }
    var file = folder.resolve(name);
    boolean isThere = isOwn(file, name);
    var part = folder.resolve("." + name + "." + UUID.randomUUID() + ".part");
    var text = MARK + sha256(yaml) + "\n" + yaml;
    try {
      Files.writeString(part, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      var problems = check.apply(part);
      if (!problems.isEmpty()) {
        throw new BadSettings(problems);
      }
      if (isThere) {
        Durable.rename(part, file);
      } else {
        Durable.link(part, file);
      }
    } catch (FileAlreadyExistsException e) {
      throw foreign(name);
    } finally {
      Files.deleteIfExists(part);
    }
    Durable.syncNames(folder);
  }

  /** Whether there is a file that was saved here; fails if there is another. */
  private static boolean isOwn(Path file, String name) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw foreign(name);
    }
    var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    if (end < 0 || !text.substring(0, end).equals(MARK + sha256(text.substring(end + 1)))) {
      throw foreign(name);
    }
    return true;
  }

  private static Failure foreign(String name) {
    return refused(
        "config/%s is there, and was written or changed by hand.%nNext: choose another name, or change that file"
            .formatted(name));
  }

  private static Failure refused(String message) {
    return new Failure(FailureCode.NIGHT_REFUSED, message);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
