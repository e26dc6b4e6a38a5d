package dev.nightjar.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.destinations.DataFile;
import dev.nightjar.destinations.Tally;
import dev.nightjar.destinations.WrittenFiles;
import dev.nightjar.destinations.names.ExtractNames;
import dev.nightjar.home.Counted;
import dev.nightjar.transport.FileDigest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param batches its batches, where the destination takes rows and no files; null elsewhere
 */
record Extract(
    ExtractNames names,
    Map<FileKind, WrittenFiles> data,
    Tally tally,
    ChangeCounts change,
    List<String> copies,
    List<String> surplus,
    boolean isWithheld,
    @Nullable Batches batches) {
  static final String MANIFEST = ExtractNames.MANIFEST;
  static final String MARKER = ExtractNames.MARKER;

  /**
   * What became of the rows of an extract that go in batches.
   *
   * @param extract number of the extract at its destination, which is in the keys of the batches
   * @param confirmed batches that the destination confirmed
   * @param refused rows in them that it refused
   */
  record Batches(int extract, int confirmed, long refused) {}

  /** The same, in batches. */
  Extract in(Batches sent) {
    return new Extract(names, data, tally, change, copies, surplus, isWithheld, sent);
  }

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

  /** Where its first file is at the destination; of batches, how many there were. */
  String path() {
    return batches == null
        ? names.path(first().name())
        : Counted.of(batches.confirmed, "batch", "batches");
  }

  /** SHA-256 over all data files, lower-case hex. */
  String hashOfAll() {
    var all = new StringBuilder();
    data.forEach(
        (kind, each) -> each.files().forEach(file -> all.append(kind).append(file.hash())));
    return FileDigest.of(all.toString().getBytes(UTF_8)).hash();
  }

  /** SHA-256 of the first file, lower-case hex. */
  String hash() {
    return first().hash();
  }

  private DataFile first() {
    return files().get(0);
  }
}
