package dev.nightjar.transport;

import dev.nightjar.home.Durable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of this machine, or of one that looks so. */
public final class FolderStore implements FileStore {
  private final Path root;

  public FolderStore(Path root) {
    this.root = root;
  }

  @Override
  public void makeFolder(String folder) throws IOException {
    Files.createDirectories(root.resolve(folder));
  }

  @Override
  public List<String> files(String folder) throws IOException {
    var place = root.resolve(folder);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (var files = Files.list(place)) {
      return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
    }
  }

  @Override
  public FileDigest read(String path) throws IOException {
    return FileDigest.of(root.resolve(path));
  }

  @Override
  public void rename(String path, String name) throws IOException {
    var file = root.resolve(path);
    var target = file.resolveSibling(name);
    Durable.rename(file, target);
    // else the name could be lost in a crash, and a later one, as the marker's, not
    Durable.syncNames(target.getParent());
  }

  @Override
  public void remove(String path) throws IOException {
    Files.deleteIfExists(root.resolve(path));
  }

  @Override
  public void removeFolder(String folder) throws IOException {
    try {
      Files.deleteIfExists(root.resolve(folder));
    } catch (DirectoryNotEmptyException e) {
      // holds what others put there
    }
  }

  @Override
  public void close() {}
}
