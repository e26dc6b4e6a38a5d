package dev.nightjar.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The space left on the disks of folders. A night writes its files before it removes old ones, and
 * PostgreSQL stops at a full disk.
 *
 * @param free bytes left on a disk
 */
record DiskCheck(ToLongFunction<FileStore> free) {
  private static final String DISK = "disk";
  private static final double GIB = 1L << 30;
  private static final long WARN_BELOW = 5L << 30;
  private static final long FAIL_BELOW = 1L << 30;

  DiskCheck() {
    this(DiskCheck::usable);
  }

  private static long usable(FileStore store) {
    try {
      return store.getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One finding for each disk.
   *
   * @param folders by what they are for; they do not have to exist
   */
  List<Finding> of(Map<String, Path> folders) {
    var disks = new LinkedHashMap<FileStore, List<String>>();
    folders.forEach(
        (use, folder) -> {
          try {
            disks
                .computeIfAbsent(
                    Files.getFileStore(existing(folder.toAbsolutePath())),
                    store -> new ArrayList<>())
                .add(use);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return disks.entrySet().stream()
        .map(each -> of(each.getValue(), free.applyAsLong(each.getKey())))
        .toList();
  }

  private static Finding of(List<String> uses, long bytes) {
    var what =
        String.format(Locale.ROOT, "%.1f GiB free for %s", bytes / GIB, String.join(", ", uses));
    var next = "free or add disk space; nightjar purge removes expired extracts";
    return bytes < FAIL_BELOW
        ? Finding.fail(DISK, what, next)
        : bytes < WARN_BELOW ? Finding.warn(DISK, what, next) : Finding.ok(DISK, what);
  }

  private static Path existing(Path folder) {
    var parent = folder.getParent();
    return Files.exists(folder) || parent == null ? folder : existing(parent);
  }
}
