package dev.nightjar.kit;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.nightjar.bench.chaos.SshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

/** A real OpenSSH server with an inbox, for tests. */
public final class OpenSsh extends SshServer {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  private OpenSsh(Path folder) throws IOException, InterruptedException {
    super(folder);
  }

  /** A server whose inbox is the folder's {@code inbox}; skips the test where there is no sshd. */
  public static OpenSsh in(Path folder) throws IOException, InterruptedException {
    if (!isPossible()) {
      System.out.println("Skipped: there is no sshd (Debian's openssh-server)");
      abort("skipped: there is no sshd (Debian's openssh-server)");
    }
    return new OpenSsh(folder);
  }

  /** The settings of an inbox on this server. */
  public List<String> settings(String name) {
    return List.of(
        "ingest.sftp.%s.host=localhost".formatted(name),
        "ingest.sftp.%s.port=%d".formatted(name, port()),
        "ingest.sftp.%s.path=%s".formatted(name, inbox()),
        "ingest.sftp.%s.user=%s".formatted(name, System.getProperty("user.name")),
        "ingest.sftp.%s.key-file=%s".formatted(name, file("user_key")),
        "ingest.sftp.%s.known-hosts=%s".formatted(name, file("known_hosts")),
        "ingest.sftp.%s.min-age=1s".formatted(name));
  }

  /** Puts a file of lines into the inbox, as if it had come long ago. */
  public OpenSsh deliver(String name, String... lines) throws IOException {
    var file = inbox().resolve(name);
    Files.writeString(file, String.join("\n", lines) + "\n");
    Files.setLastModifiedTime(file, LONG_AGO);
    return this;
  }

  /** Lets another user read the folder, and log in with the same key; only root can do that. */
  public void letIn(String user) throws IOException {
    Files.setPosixFilePermissions(
        inbox().getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    var owner = inbox().getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
    Files.setOwner(inbox(), owner);
  }
}
