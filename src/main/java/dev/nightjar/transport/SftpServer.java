package dev.nightjar.transport;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
 * @param knownHosts file with the server's key, without which nothing is delivered
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

  /** What is wrong, one line each, beginning with the key. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (host.isBlank()) {
      problems.add("sftp.host: is missing");
    }
    if (password == null && keyFile == null) {
      problems.add("sftp.password: is missing, and so is key-file");
    }
    addUnset(problems, "sftp.password", password);
    addUnset(problems, "sftp.passphrase", passphrase);
    return problems;
  }

  /** A value that names a variable which is not set stays as it is written. */
  private static void addUnset(List<String> problems, String key, @Nullable String secret) {
    if (secret != null && secret.matches("\\$\\{[^}]*}")) {
      problems.add(key + ": names a variable that is not set");
    }
  }
}
