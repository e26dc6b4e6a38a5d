package dev.nightjar.bench.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real OpenSSH server on a free port, with keys of its own and an inbox in a folder. It runs as
 * the user of this process and lets in that user's key only.
 */
public class SshServer implements AutoCloseable {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  private final Path folder;
  private final int port;
  private Process server;

  /** Starts a server whose inbox is the folder's {@code inbox}. */
  public SshServer(Path folder) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    // where root starts it, it insists on this empty folder
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(
          Path.of("/run/sshd"),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
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

  /** Whether this machine has the program. */
  public static boolean isPossible() {
    return Files.isExecutable(SSHD);
  }

  /** The port on which it listens. */
  protected int port() {
    return port;
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

  /** The folder of its files. */
  public Path inbox() {
    return folder.resolve("inbox");
  }

  /** A file of the server, as {@code known_hosts}. */
  public Path file(String name) {
    return folder.resolve(name);
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

  /** Lets nobody do anything any more, without a word. */
  void stall() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Goes on after a stall; what was on its way arrives. */
  void goOn() throws IOException, InterruptedException {
    signal("CONT");
  }

  /** Ends each session. */
  void cut() {
    server.descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private void signal(String name) throws IOException, InterruptedException {
    for (var each : Stream.concat(Stream.of(server.toHandle()), server.descendants()).toList()) {
      Shell.exitCode(List.of("kill", "-" + name, Long.toString(each.pid())));
    }
  }

  /** Stops the server, and with it each session. */
  @Override
  public void close() {
    cut();
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
