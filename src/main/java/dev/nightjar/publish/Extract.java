package dev.nightjar.publish;

import java.nio.file.Path;

/**
 * An extract in the outbox.
 *
 * @param folder relative to the outbox, and in the same way to the delivery folder
 * @param file name of the data file in the folder
 * @param lines customers in it
 * @param hash SHA-256 of the data file, lower-case hex
 */
record Extract(Path folder, String file, long bytes, long lines, String hash) {
  static final String MANIFEST = "datapackage.json";
  static final String MARKER = "_SUCCESS";

  Path path() {
    return folder.resolve(file);
  }
}
