package dev.nightjar.transport;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import dev.nightjar.home.Home;
import dev.nightjar.pipeline.StagePath;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A folder on an SFTP server.
 *
 * @param host of the server
 * @param port of the server
 * @param path of the folder, below the login folder unless it begins with /; it must be there
 * @param user login name
 * @param password of the user; none where the key file lets in
 * @param keyFile private key of the user
 * @param passphrase of the key file
 * @param knownHosts file with the server's key, without which nothing is transferred
 */
public record SftpServer(
    @DefaultValue("") String host,
    @Min(1) @Max(65535) @DefaultValue("22") int port,
    @DefaultValue("") String path,
    @DefaultValue("nightjar") String user,
    @Nullable String password,
    @Nullable Path keyFile,
    @Nullable String passphrase,
    @DefaultValue("config/known_hosts") Path knownHosts) {
  private static final int SSH_PORT = 22;

  /** Where the folder is; no secrets. */
  public String place() {
    return "sftp://%s@%s:%d/%s".formatted(user, host, port, path);
  }

  /** What is wrong, one line each, beginning with the key that goes on from this one's. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (host.isBlank()) {
      problems.add(".host: is missing");
    }
    if (password == null && keyFile == null) {
      problems.add(": password or key-file is required");
    }
    addUnset(problems, ".password", password);
    addUnset(problems, ".passphrase", passphrase);
    return problems;
  }

  /** A value that names a variable which is not set stays as it is written. */
  private static void addUnset(List<String> problems, String key, @Nullable String secret) {
    if (secret != null && secret.matches("\\$\\{[^}]*}")) {
      problems.add(key + ": names a variable that is not set");
    }
  }

  /** Which of its files cannot be read, in the same way. */
  public List<String> missingFiles(Home home) {
    var problems = new ArrayList<String>();
    var hosts = home.resolve(knownHosts);
    if (!Files.isReadable(hosts)) {
      problems.add(
          ".known-hosts: %1$s cannot be read; ssh-keyscan -p %2$d %3$s >> %1$s makes it, then compare the fingerprint (ssh-keygen -lf %1$s) with that of the server's owner"
              .formatted(hosts, port, host));
    }
    if (keyFile != null && !Files.isReadable(home.resolve(keyFile))) {
      problems.add(".key-file: %s cannot be read".formatted(home.resolve(keyFile)));
    }
    return problems;
  }

  /**
   * Its files.
   *
   * @param setting the key of this server
   */
  public List<StagePath> paths(String setting, Home home) {
    var paths = new ArrayList<StagePath>();
    paths.add(
        new StagePath(
            setting + ".known-hosts",
            home.resolve(knownHosts),
            StagePath.Use.KNOWN_HOSTS,
            port == SSH_PORT ? host : "[%s]:%d".formatted(host, port)));
    if (keyFile != null) {
      paths.add(StagePath.secret(setting + ".key-file", home.resolve(keyFile)));
    }
    return paths;
  }

  /**
   * Whether a file has a key of a server.
   *
   * @param server as {@link StagePath#server} names it
   * @throws IOException if the file cannot be read
   */
  public static boolean isKnown(String server, Path knownHosts) throws IOException {
    try {
      var jsch = new JSch();
      jsch.setKnownHosts(knownHosts.toString());
      return jsch.getHostKeyRepository().getHostKey(server, null).length > 0;
    } catch (JSchException e) {
      throw new IOException(knownHosts + " is not a file of known hosts", e);
    }
  }
}
