package dev.nightjar.deliver;

import dev.nightjar.destinations.DataFile;
import dev.nightjar.destinations.Tally;
import dev.nightjar.destinations.WrittenFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An extract in the outbox.
 *
 * @param folder relative to the outbox, and in the same way to the delivery folder
 * @param data its files by kind, in the order of the manifest
 * @param tally of everybody, with or without the full file
 * @param change what it changes at the destination
 * @param copies further files that are delivered after the marker, relative to the outbox: the full
 *     file under a name that stays
 * @param surplus files that an earlier delivery can have left and that are removed with its marker,
 *     relative to the outbox
 */
record Extract(
    Path folder,
    Map<FileKind, WrittenFiles> data,
    Tally tally,
    ChangeCounts change,
    List<Path> copies,
    List<Path> surplus) {
  static final String MANIFEST = "datapackage.json";
  static final String MARKER = "_SUCCESS";

  /** The data files; several of one kind where the destination limits their size. */
  List<DataFile> files() {
    return data.values().stream().flatMap(each -> each.files().stream()).toList();
  }

  /** Customers at the destination after it. */
  long lines() {
    return change.customers();
  }

  /** Size of the data files. */
  long bytes() {
    return data.values().stream().mapToLong(WrittenFiles::bytes).sum();
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
