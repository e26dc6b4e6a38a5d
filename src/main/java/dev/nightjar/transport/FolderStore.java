package dev.nightjar.transport;

import dev.nightjar.home.Durable;
import dev.nightjar.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder of this machine, or one mounted on it. A file never has wider permissions than its
 * folder, which decides who can read.
 */
public final class FolderStore implements FileStore {
  private final Path root;

  public FolderStore(Path root) {
    this.root = root;
  }

  @Override
  public void makeFolder(String folder) throws IOException {
    PrivateFiles.makeFolders(root);
    var path = root;
    for (var name : Path.of(folder)) {
      path = path.resolve(name);
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
        PrivateFiles.adopt(path);
      }
    }
  }

  @Override
  public List<String> files(String folder) throws IOException {
    var place = root.resolve(folder);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (var entries = Files.list(place)) {
      return entries
          .filter(Files::isRegularFile)
          .map(entry -> entry.getFileName().toString())
          .toList();
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
    PrivateFiles.adopt(file);
    Durable.rename(file, target);
    // otherwise a crash could lose this name but keep a later one, such as the marker's
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
