package dev.nightjar.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * The folder of all that tests write, those with {@code @TempDir} too: in memory on machines that
 * have a folder for it, as embedded servers wait for the disk.
 */
public final class Scratch implements TempDirFactory {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long LEAST_BYTES = 4L << 30;
  private static final Path ROOT = root();

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
      throws IOException {
    return folder("junit");
  }

  /** Makes an empty folder, which the caller deletes. */
  public static Path folder(String name) throws IOException {
    return Files.createTempDirectory(ROOT, name);
  }

  private static Path root() {
    var usual = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      return isFit() ? MEMORY : usual;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Containers often have little of it, or let no program run there. */
  private static boolean isFit() throws IOException {
    if (!Files.isWritable(MEMORY) || Files.getFileStore(MEMORY).getUsableSpace() < LEAST_BYTES) {
      return false;
    }
    var executable =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    var program = Files.createTempFile(MEMORY, "nightjar", "", executable);
    try {
      return Files.isExecutable(program);
    } finally {
      Files.delete(program);
    }
  }
}
