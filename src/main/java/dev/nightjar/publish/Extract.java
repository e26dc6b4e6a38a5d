package dev.nightjar.publish;

import dev.nightjar.destinations.DataFile;
import dev.nightjar.destinations.Extracted;
import java.nio.file.Path;
import java.util.List;

/**
 * An extract in the outbox.
 *
 * @param folder relative to the outbox, and in the same way to the delivery folder
 * @param data its files, and what was left out of them
 */
record Extract(Path folder, Extracted data) {
  static final String MANIFEST = "datapackage.json";
  static final String MARKER = "_SUCCESS";

  /** The data files; more than one where the destination limits their size. */
  List<DataFile> files() {
    return data.files();
  }

  /** Customers in it. */
  long lines() {
    return data.tally().rows();
  }

  /** Where its first file is. */
  Path path() {
    return folder.resolve(first().name());
  }

  /** SHA-256 of the first file, lower-case hex. */
  String hash() {
    return first().hash();
  }

  private DataFile first() {
    return files().get(0);
  }
}
