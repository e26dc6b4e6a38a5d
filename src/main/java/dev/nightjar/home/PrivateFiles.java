package dev.nightjar.home;

import static java.nio.file.attribute.PosixFilePermission.GROUP_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Creates the folders (0700) and files (0600) that contain personal data, whatever the umask.
 *
 * <p>In a folder that its group can read and others cannot (0750), new folders get 0750 and new
 * files 0640. So {@code chmod 750 extracts} opens the extracts to a group. Nothing ever opens them
 * to everybody.
 */
public final class PrivateFiles {
  private static final Set<PosixFilePermission> OWNER =
      Set.of(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);
  private static final Set<PosixFilePermission> GROUP = Set.of(GROUP_READ, GROUP_EXECUTE);
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(OTHERS_READ, OTHERS_WRITE, OTHERS_EXECUTE);

  private PrivateFiles() {}

  /** Creates a folder and its missing parents; existing ones do not change. */
  public static void makeFolders(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    var absolute = folder.toAbsolutePath();
    if (absolute.getParent() != null) {
      makeFolders(absolute.getParent());
    }
    var mode = folderMode(absolute);
    try {
      Files.createDirectory(absolute, PosixFilePermissions.asFileAttribute(OWNER));
      if (!mode.equals(OWNER)) {
        Files.setPosixFilePermissions(absolute, mode);
      }
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(absolute)) {
        throw e;
      }
    }
  }

  /** Opens a file for writing; a new file is private from its creation. */
  public static FileChannel open(Path file, OpenOption... options) throws IOException {
    var mode = fileMode(file);
    var first = PosixFilePermissions.asFileAttribute(Set.of(OWNER_READ, OWNER_WRITE));
    var channel = FileChannel.open(file, Set.of(options), first);
    try {
      if (!Files.getPosixFilePermissions(file).equals(mode)) {
        Files.setPosixFilePermissions(file, mode);
      }
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Truncates a file and opens it for writing. */
  public static OutputStream newOutputStream(Path file) throws IOException {
    return Channels.newOutputStream(
        open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE));
  }

  /** Writes a whole file. */
  public static void write(Path file, byte[] bytes) throws IOException {
    try (var out = newOutputStream(file)) {
      out.write(bytes);
    }
  }

  /**
   * Restricts a file or folder that a library created. In a private folder, it gets the permissions
   * above; in a folder that is open to others, at most those of the folder.
   */
  public static void adopt(Path made) throws IOException {
    var parent = Files.getPosixFilePermissions(made.resolveSibling("."));
    var mode = Files.getPosixFilePermissions(made);
    if (Collections.disjoint(parent, OTHERS)) {
      mode = Files.isDirectory(made) ? folderMode(made) : fileMode(made);
    } else {
      mode.retainAll(parent);
    }
    if (!mode.equals(Files.getPosixFilePermissions(made))) {
      Files.setPosixFilePermissions(made, mode);
    }
  }

  /** Restricts an existing folder to its owner. */
  public static void close(Path folder) throws IOException {
    if (!Files.getPosixFilePermissions(folder).equals(OWNER)) {
      Files.setPosixFilePermissions(folder, OWNER);
    }
  }

  private static Set<PosixFilePermission> folderMode(Path made) throws IOException {
    var parent = Files.getPosixFilePermissions(made.resolveSibling("."));
    var mode = EnumSet.copyOf(OWNER);
    if (Collections.disjoint(parent, OTHERS) && parent.containsAll(GROUP)) {
      mode.addAll(GROUP);
    }
    return mode;
  }

  private static Set<PosixFilePermission> fileMode(Path made) throws IOException {
    var mode = folderMode(made);
    mode.remove(OWNER_EXECUTE);
    mode.remove(GROUP_EXECUTE);
    return mode;
  }
}
