package dev.nightjar.operations;

import dev.nightjar.home.Home;
import dev.nightjar.home.PrivateFiles;
import dev.nightjar.ports.LandingFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/** Copies of the inbox folder and of the landing folder for a dry run. Closing removes them. */
public final class DryFolders implements AutoCloseable {
  private static final String PREFIX = "dry-run-";

  private final Path root;

  private DryFolders(Path root) {
    this.root = root;
  }

  /** Copies the folders; as links to the same files if their file system allows it. */
  public static DryFolders of(Home home, LandingFolder folders) {
    try {
      removeLeftovers(home);
      var copies = new DryFolders(home.var().resolve(PREFIX + UUID.randomUUID()));
      PrivateFiles.makeFolders(copies.inbox());
      PrivateFiles.makeFolders(copies.landing());
      copies.link(folders.inbox(), copies.inbox(), 1);
      copies.link(folders.path(), copies.landing(), 2);
      return copies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings with which a pipeline works in the copies. */
  public List<String> settings() {
    return List.of(
        "ingest.folder.path=" + inbox().toAbsolutePath(),
        "ingest.landing=" + landing().toAbsolutePath());
  }

  private Path inbox() {
    return root.resolve("inbox");
  }

  private Path landing() {
    return root.resolve("landing");
  }

  private void link(Path from, Path to, int depth) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (var files =
        Files.find(from, depth, (path, kind) -> kind.isRegularFile() && !kind.isSymbolicLink())) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        PrivateFiles.makeFolders(target.getParent());
        try {
          Files.createLink(target, file);
        } catch (UnsupportedOperationException | IOException otherFileSystem) {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  /** A dry run that was killed could not remove its copies. */
  private static void removeLeftovers(Home home) throws IOException {
    if (Files.isDirectory(home.var())) {
      try (var folders = Files.list(home.var())) {
        for (var folder :
            folders.filter(each -> each.getFileName().toString().startsWith(PREFIX)).toList()) {
          new DryFolders(folder).close();
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      FileSystemUtils.deleteRecursively(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
