package dev.nightjar.destinations;

import java.util.List;

/**
 * What an extraction made.
 *
 * @param files one or, where a destination limits their size, several
 */
public record WrittenFiles(List<DataFile> files, Tally tally) {

  /** Size of all files. */
  public long bytes() {
    return files.stream().mapToLong(DataFile::bytes).sum();
  }
}
