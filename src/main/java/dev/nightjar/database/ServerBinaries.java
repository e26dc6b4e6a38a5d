package dev.nightjar.database;

import dev.nightjar.home.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's programs and libraries, unpacked from the class path into a folder that only its
 * owner can change.
 */
final class ServerBinaries {
  private static final Map<String, String> ARCHIVES =
      Map.of(
          "linux-amd64", "postgres-linux-x86_64.txz",
          "linux-aarch64", "postgres-linux-arm_64.txz",
          "mac-x86_64", "postgres-darwin-x86_64.txz",
          "mac-aarch64", "postgres-darwin-arm_64.txz");

  /** A file with the number of unpacked files and bytes. */
  private static final String CONTENTS = "contents";

  private static final Set<PosixFilePermission> PROGRAM =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OF_OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private ServerBinaries() {}

  /**
   * The folder with {@code bin}, {@code lib} and {@code share}. It is unpacked again if files are
   * missing, belong to another user or are open to others, such as after a restored backup.
   *
   * @param parent a private folder that one process at a time uses
   */
  static Path in(Path parent) throws IOException {
    var archive = archive();
    var folder = parent.resolve("binaries-%08x".formatted(checksum(archive)));
    if (!isSound(folder)) {
      discardOthers(parent);
      unpack(archive, folder);
    }
    return folder;
  }

  /** Unpacks the binaries, and replaces existing ones. */
  static void unpackInto(Path folder) throws IOException {
    unpack(archive(), folder);
  }

  private static URL archive() throws IOException {
    var system = System.getProperty("os.name").startsWith("Mac") ? "mac" : "linux";
    var name = ARCHIVES.get(system + "-" + System.getProperty("os.arch"));
    var archive = name == null ? null : ServerBinaries.class.getResource("/" + name);
    if (archive == null) {
      throw new IOException("there is no embedded PostgreSQL for this machine");
    }
    return archive;
  }

  private static long checksum(URL archive) throws IOException {
    var jar = (JarURLConnection) archive.openConnection();
    jar.setUseCaches(false);
    try (var file = jar.getJarFile()) {
      return jar.getJarEntry().getCrc();
    }
  }

  /** Removes binaries of other versions; no server runs when binaries are unpacked. */
  private static void discardOthers(Path parent) throws IOException {
    try (var all = Files.list(parent)) {
      for (var each : all.toList()) {
        if (each.getFileName().toString().startsWith("binaries-")) {
          FileSystemUtils.deleteRecursively(each);
        }
      }
    }
  }

  private static void unpack(URL archive, Path folder) throws IOException {
    var part = folder.resolveSibling(folder.getFileName() + ".part");
    PrivateFiles.makeFolders(part);
    try (var packed = archive.openStream();
        var loader = xz();
        var tar = new TarArchiveInputStream(unpacked(packed, loader))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, part);
      }
    }
    PrivateFiles.write(part.resolve(CONTENTS), contents(part).getBytes(StandardCharsets.UTF_8));
    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    var path = folder.resolve(entry.getName()).normalize();
    if (!path.startsWith(folder)) {
      throw new IOException("the archive of PostgreSQL has a path outside its folder");
    }
    if (entry.isDirectory()) {
      PrivateFiles.makeFolders(path);
      return;
    }
    PrivateFiles.makeFolders(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    try (var out = PrivateFiles.newOutputStream(path)) {
      tar.transferTo(out);
    }
    Files.setPosixFilePermissions(path, (entry.getMode() & 0100) == 0 ? FILE : PROGRAM);
  }

  /**
   * The classes of xz, in a class loader of their own. Their jar is sealed, and Java's class
   * archive has only some of them.
   */
  private static URLClassLoader xz() throws IOException {
    var oneClass = ServerBinaries.class.getResource("/org/tukaani/xz/XZInputStream.class");
    var jar = ((JarURLConnection) oneClass.openConnection()).getJarFileURL();
    return new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
  }

  private static InputStream unpacked(InputStream packed, ClassLoader xz) throws IOException {
    try {
      return (InputStream)
          xz.loadClass("org.tukaani.xz.XZInputStream")
              .getConstructor(InputStream.class)
              .newInstance(packed);
    } catch (InvocationTargetException e) {
      throw new IOException("the archive of PostgreSQL is damaged", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isSound(Path folder) throws IOException {
    var contents = folder.resolve(CONTENTS);
    if (!Files.isRegularFile(contents, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    var owner = Files.getOwner(folder.getParent());
    for (var file : everything(folder)) {
      if (!Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
        return false;
      }
      if (!Files.isSymbolicLink(file)
          && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
        return false;
      }
    }
    return Files.readString(contents).equals(contents(folder));
  }

  private static String contents(Path folder) throws IOException {
    long bytes = 0;
    var files =
        everything(folder).stream()
            .filter(file -> !file.endsWith(CONTENTS) && !Files.isDirectory(file))
            .toList();
    for (var file : files) {
      bytes += Files.exists(file) ? Files.size(file) : 0;
    }
    return "%d files, %d bytes%n".formatted(files.size(), bytes);
  }

  private static List<Path> everything(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.toList();
    }
  }
}
