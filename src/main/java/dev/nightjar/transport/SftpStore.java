package dev.nightjar.transport;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * A folder of an SFTP server. Logs in as the route does, with the settings of its endpoint; Camel's
 * own operations neither replace a file in one step nor remove a folder.
 */
public final class SftpStore implements FileStore {
  private static final String POSIX_RENAME = "posix-rename@openssh.com";

  private final CamelContext camel;
  private final String root;
  private @Nullable ChannelSftp open;

  /**
   * @param camel whose routes have an endpoint of the server
   * @param root the folder, below the login folder unless it begins with /
   */
  public SftpStore(CamelContext camel, String root) {
    this.camel = camel;
    this.root = root.isEmpty() ? "." : root;
  }

  @Override
  public void makeFolder(String folder) throws Exception {
    with(
        server -> {
          server.stat(quoted(root)); // the place itself is not made: it could be a mistyped one
          var path = new StringBuilder(root);
          for (var name : folder.split("/")) {
            path.append('/').append(name);
            if (!exists(server, path.toString())) {
              server.mkdir(path.toString());
            }
          }
          return null;
        });
  }

  @Override
  public List<String> files(String folder) throws Exception {
    return with(
        server ->
            exists(server, at(folder))
                ? server.ls(quoted(at(folder))).stream()
                    .filter(entry -> entry.getAttrs().isReg())
                    .map(ChannelSftp.LsEntry::getFilename)
                    .toList()
                : List.of());
  }

  /** Whether an entry is neither the folder itself nor the one above it. */
  private static boolean isInside(ChannelSftp.LsEntry entry) {
    return !entry.getFilename().matches("\\.{1,2}");
  }

  @Override
  public FileDigest read(String path) throws Exception {
    return with(
        server -> {
          try (var in = server.get(quoted(at(path)))) {
            return FileDigest.of(in);
          }
        });
  }

  @Override
  public void rename(String path, String name) throws Exception {
    with(
        server -> {
          var target = at(path.substring(0, path.lastIndexOf('/') + 1) + name);
          // with the extension JSch's rename replaces in one step; without it, the name must not be
          // taken
          if (server.getExtension(POSIX_RENAME) == null && exists(server, target)) {
            server.rm(quoted(target));
          }
          server.rename(quoted(at(path)), quoted(target));
          return null;
        });
  }

  @Override
  public void remove(String path) throws Exception {
    with(
        server -> {
          if (exists(server, at(path))) {
            server.rm(quoted(at(path)));
          }
          return null;
        });
  }

  @Override
  public void removeFolder(String folder) throws Exception {
    with(
        server -> {
          if (exists(server, at(folder))
              && server.ls(quoted(at(folder))).stream().noneMatch(SftpStore::isInside)) {
            server.rmdir(quoted(at(folder)));
          }
          return null;
        });
  }

  @Override
  public void close() {
    if (open != null) {
      disconnect(open);
      open = null;
    }
  }

  private interface Use<T extends @Nullable Object> {
    T of(ChannelSftp server) throws Exception;
  }

  /** Uses the connection; after any fault the next use makes a new one. */
  private <T extends @Nullable Object> T with(Use<T> use) throws Exception {
    try {
      if (open == null || !isAlive(open)) {
        close();
        open = connect();
      }
      return use.of(open);
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  /** A server can have hung up while the next extract was written. */
  private static boolean isAlive(ChannelSftp server) {
    try {
      server.realpath(".");
      return true;
    } catch (SftpException e) {
      return false;
    }
  }

  private ChannelSftp connect() throws JSchException, IOException {
    var endpoint =
        camel.getEndpoints().stream()
            .filter(SftpEndpoint.class::isInstance)
            .map(SftpEndpoint.class::cast)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the route names no SFTP server"));
    int timeout = endpoint.getConfiguration().getConnectTimeout();
    var session = new SshConnections.Operations().connected(endpoint, timeout);
    try {
      var channel = (ChannelSftp) session.openChannel("sftp");
      channel.connect(timeout);
      return channel;
    } catch (JSchException e) {
      session.disconnect();
      throw e;
    }
  }

  private static void disconnect(ChannelSftp channel) {
    try {
      channel.getSession().disconnect();
    } catch (JSchException e) {
      channel.disconnect(); // the session is gone already
    }
  }

  private static boolean exists(ChannelSftp server, String path) throws SftpException {
    try {
      server.stat(quoted(path));
      return true;
    } catch (SftpException e) {
      if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
        return false;
      }
      throw e;
    }
  }

  private String at(String path) {
    return root + "/" + path;
  }

  /** JSch takes most paths for patterns. */
  private static String quoted(String path) {
    return path.replaceAll("([*?\\\\])", "\\\\$1");
  }
}
