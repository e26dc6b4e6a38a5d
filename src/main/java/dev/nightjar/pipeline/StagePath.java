package dev.nightjar.pipeline;

import java.nio.file.Path;

/**
 * A file or folder that the settings of a stage name.
 *
 * @param setting its key
 * @param path below the home, or absolute; it does not have to exist
 * @param server of {@link Use#KNOWN_HOSTS}, the server whose key it must have, as it names servers:
 *     {@code sftp.example.org}, or {@code [sftp.example.org]:2022}; otherwise empty
 */
public record StagePath(String setting, Path path, Use use, String server) {

  /** What it is for. */
  public enum Use {
    /** A folder of files with personal data. */
    FOLDER,
    /** A file that only its owner is to read, such as a private key. */
    SECRET,
    /** A file with the keys of SSH servers. */
    KNOWN_HOSTS
  }

  /** A folder of files with personal data. */
  public static StagePath folder(String setting, Path path) {
    return new StagePath(setting, path, Use.FOLDER, "");
  }

  /** A file that only its owner is to read. */
  public static StagePath secret(String setting, Path path) {
    return new StagePath(setting, path, Use.SECRET, "");
  }
}
