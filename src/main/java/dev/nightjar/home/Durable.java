package dev.nightjar.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files that survive a power failure: bytes reach the disk before the file gets its name.
 */
public final class Durable {
  // tests kill processes, never the machine, and waiting for the disk would double their time
  private static final boolean WAITS_FOR_DISK =
      !"false".equals(System.getProperty("nightjar.durable"));

  private Durable() {}

  /** Forces a complete file to the disk, then renames it. */
  public static void rename(Path part, Path target) throws IOException {
    sync(part, StandardOpenOption.WRITE);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Forces a complete file to the disk, then gives it another name that nothing has.
   *
   * @throws java.nio.file.FileAlreadyExistsException if something has the name
   */
  static void link(Path part, Path target) throws IOException {
    sync(part, StandardOpenOption.WRITE);
    Files.createLink(target, part);
  }

  /** Forces the names of a folder's files to the disk. */
  public static void syncNames(Path folder) throws IOException {
    sync(folder, StandardOpenOption.READ);
  }

  private static void sync(Path path, StandardOpenOption mode) throws IOException {
    if (WAITS_FOR_DISK) {
      try (var channel = FileChannel.open(path, mode)) {
        channel.force(true);
      }
    }
  }
}
