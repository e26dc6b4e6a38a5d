package dev.nightjar.bench.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A small file system in memory that takes the place of a folder, and can be filled. */
public final class SmallDisk implements AutoCloseable {
  private static final int MEBI = 1 << 20;
  private static final int SPARE_MEBIBYTES = 64;
  private static final int PAGE = 4096;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Whether this process can mount file systems, which takes root. */
  public static boolean isPossible(Path scratch) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory(scratch, "mount");
    try {
      if (Shell.exitCode(mount(folder, 1)) != 0) {
        return false;
      }
      Shell.run("umount", folder.toString());
      return true;
    } finally {
      Files.delete(folder);
    }
  }

  /** Moves a folder to a file system of its own, with some room left. */
  public static SmallDisk of(Path folder) throws IOException, InterruptedException {
    var aside = folder.resolveSibling(folder.getFileName() + "-aside");
    Files.move(folder, aside);
    Files.createDirectory(folder);
    Shell.run(mount(folder, Shell.mebibytes(aside) + SPARE_MEBIBYTES).toArray(String[]::new));
    Shell.run("cp", "--archive", aside + "/.", folder.toString());
    Shell.run("rm", "--recursive", aside.toString());
    return new SmallDisk(folder);
  }

  private static List<String> mount(Path folder, long mebibytes) {
    return List.of(
        "mount",
        "-t",
        "tmpfs",
        "-o",
        "size=" + mebibytes + "m,mode=700",
        "tmpfs",
        folder.toString());
  }

  /** Fills it to the last page. */
  public void fill() {
    for (var bytes : List.of(new byte[MEBI], new byte[PAGE])) {
      try (var out =
          Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (true) {
          out.write(bytes);
        }
      } catch (IOException full) {
        // what it is for
      }
    }
  }

  /** Makes room again. */
  void free() throws IOException {
    Files.deleteIfExists(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  @Override
  public void close() throws IOException, InterruptedException {
    // the files of a server that has just stopped can be open for a moment
    Shell.run("umount", "--lazy", folder.toString());
  }
}
