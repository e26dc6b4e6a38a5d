package dev.nightjar.kit;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real OpenSSH server on a free port, with keys of its own and an inbox in a folder. It runs as
 * the user of the tests and lets in that user's key only.
 */
public final class OpenSsh implements AutoCloseable {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  private final Path folder;
  private final int port;
  private Process server;

  private OpenSsh(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.port = freePort();
    Files.createDirectories(inbox());
    newKey("host_key");
    newKey("user_key");
    Files.copy(folder.resolve("user_key.pub"), folder.resolve("authorized_keys"));
    Files.writeString(folder.resolve("known_hosts"), knownHost("host_key"));
    Files.writeString(
        folder.resolve("sshd_config"),
        """
        ListenAddress 127.0.0.1
        Port %1$d
        HostKey %2$s/host_key
        AuthorizedKeysFile %2$s/authorized_keys
        PidFile none
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        PermitRootLogin yes
        MaxStartups 100
        Subsystem sftp internal-sftp
        """
            .formatted(port, folder));
    start();
  }

  /** A server whose inbox is the folder's {@code inbox}; skips the test where there is no sshd. */
  public static OpenSsh in(Path folder) throws IOException, InterruptedException {
    if (!Files.isExecutable(SSHD)) {
      System.out.println("Skipped: there is no " + SSHD + " (Debian's openssh-server)");
      abort("skipped: there is no " + SSHD + " (Debian's openssh-server)");
    }
    // where root starts it, it insists on this empty folder
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(
          Path.of("/run/sshd"),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
    return new OpenSsh(Files.createDirectories(folder));
  }

  /** The settings of an inbox on this server. */
  public List<String> settings(String name) {
    return List.of(
        "ingest.sftp.%s.host=localhost".formatted(name),
        "ingest.sftp.%s.port=%d".formatted(name, port),
        "ingest.sftp.%s.path=%s".formatted(name, inbox()),
        "ingest.sftp.%s.user=%s".formatted(name, System.getProperty("user.name")),
        "ingest.sftp.%s.key-file=%s".formatted(name, folder.resolve("user_key")),
        "ingest.sftp.%s.known-hosts=%s".formatted(name, folder.resolve("known_hosts")),
        "ingest.sftp.%s.min-age=1s".formatted(name));
  }

  /** The settings of a delivery to this server. */
  public List<String> delivery(String destination) {
    var key = "deliver.deliveries." + destination + ".sftp.";
    return List.of(
        key + "host=localhost",
        key + "port=" + port,
        key + "path=" + inbox(),
        key + "user=" + System.getProperty("user.name"),
        key + "key-file=" + folder.resolve("user_key"),
        key + "known-hosts=" + folder.resolve("known_hosts"));
  }

  public Path inbox() {
    return folder.resolve("inbox");
  }

  /** A file of the server, as {@code known_hosts}. */
  public Path file(String name) {
    return folder.resolve(name);
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
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    var owner = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
    Files.setOwner(inbox(), owner);
  }

  /** Makes a key pair, in place of one of the same name. */
  public void newKey(String name) throws IOException, InterruptedException {
    Files.deleteIfExists(folder.resolve(name));
    var made =
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", name)
            .directory(folder.toFile())
            .inheritIO()
            .start()
            .waitFor();
    if (made != 0) {
      throw new IllegalStateException("ssh-keygen makes no key");
    }
  }

  /** The line of a known-hosts file for this server with a key. */
  public String knownHost(String key) throws IOException {
    return "[localhost]:%d %s".formatted(port, Files.readString(folder.resolve(key + ".pub")));
  }

  /** Starts the server. */
  public void start() throws IOException, InterruptedException {
    server =
        new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", folder + "/sshd_config")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    var patience = Instant.now().plus(Duration.ofSeconds(20));
    while (!isListening()) {
      if (!server.isAlive() || Instant.now().isAfter(patience)) {
        throw new IllegalStateException(Files.readString(folder.resolve("sshd.log")));
      }
      Thread.sleep(20);
    }
  }

  /** Stops the server, and with it each session. */
  @Override
  public void close() {
    server.descendants().forEach(ProcessHandle::destroyForcibly);
    server.destroyForcibly();
    try {
      server.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isListening() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
