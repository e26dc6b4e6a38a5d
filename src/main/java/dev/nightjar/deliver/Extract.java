package dev.nightjar.deliver;

import dev.nightjar.destinations.DataFile;
import dev.nightjar.destinations.Tally;
import dev.nightjar.destinations.WrittenFiles;
import dev.nightjar.destinations.names.ExtractNames;
import java.util.List;
import java.util.Map;

/**
 * An extract in the outbox.
 *
 * @param names what its files are called, here and at the destination
 * @param data its files by kind, in the order of the manifest
 * @param tally of everybody, with or without the full file
 * @param change what it changes at the destination
 * @param copies names in the outbox of further files that are delivered after the marker: the full
 *     file under a name that stays
 * @param surplus files at the destination that an earlier delivery can have left and that are
 *     removed with its marker
 * @param isWithheld whether nobody there is to read it, as the destination would refuse it
 */
record Extract(
    ExtractNames names,
    Map<FileKind, WrittenFiles> data,
    Tally tally,
    ChangeCounts change,
    List<String> copies,
    List<String> surplus,
    boolean isWithheld) {
  static final String MANIFEST = ExtractNames.MANIFEST;
  static final String MARKER = ExtractNames.MARKER;

  /** The data files; several of one kind where the destination limits their size. */
  List<DataFile> files() {
    return data.values().stream().flatMap(each -> each.files().stream()).toList();
  }

  /** Whether no file of it goes to the destination: without a marker, each would be read. */
  boolean staysHere() {
    return isWithheld && !names.hasMarker();
  }

  /** Customers at the destination after it. */
  long lines() {
    return change.customers();
  }

  /** Size of the data files. */
  long bytes() {
    return data.values().stream().mapToLong(WrittenFiles::bytes).sum();
  }

  /** Where its first file is at the destination. */
  String path() {
    return names.path(first().name());
  }

  /** SHA-256 of the first file, lower-case hex. */
  String hash() {
    return first().hash();
  }

  private DataFile first() {
    return files().get(0);
  }
}
