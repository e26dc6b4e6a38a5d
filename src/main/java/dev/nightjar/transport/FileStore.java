package dev.nightjar.transport;

import java.util.List;

/**
 * The operations where extracts go, other than transferring a file: a folder, an SFTP server, an S3
 * bucket. Paths are relative to it, with / between the folders. Exceptions of the libraries are
 * thrown as they are.
 */
public interface FileStore extends AutoCloseable {

  /** Makes a folder and those above it, up to the place itself, where they are missing. */
  void makeFolder(String folder) throws Exception;

  /**
   * Names of the files in a folder; empty if the folder does not exist.
   *
   * @param folder empty for the place itself
   */
  List<String> files(String folder) throws Exception;

  /** Reads a whole file. */
  FileDigest read(String path) throws Exception;

  /** Gives a file its name, in the place of one that has it. */
  void rename(String path, String name) throws Exception;

  /** Removes a file; does nothing where there is none. */
  void remove(String path) throws Exception;

  /** Removes a folder where it is there and empty. */
  void removeFolder(String folder) throws Exception;

  @Override
  void close();
}
