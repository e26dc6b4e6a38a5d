package dev.nightjar.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that survive a power failure: their bytes are on the disk before they get their names. */
public final class Durable {
  // tests kill processes, never the machine, and would spend half their time waiting for the disk
  private static final boolean WAITS_FOR_DISK =
      !"false".equals(System.getProperty("nightjar.durable"));

  private Durable() {}

  /** Brings a file that is written in full to the disk, then gives it its name. */
  public static void rename(Path part, Path target) throws IOException {
    sync(part, StandardOpenOption.WRITE);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Brings the names of a folder's files to the disk. */
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
