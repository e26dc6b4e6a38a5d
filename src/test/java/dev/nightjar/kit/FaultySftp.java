package dev.nightjar.kit;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server in this process that breaks when it is told to; it asks for a password. */
public final class FaultySftp implements AutoCloseable {
  /** With all that means something to a URL, to Camel or to Spring. */
  public static final String PASSWORD = "p&a)s s%20{{w}}+\u00f6#?$x";

  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
  private static final long MIDDLE = 100_000;

  private final Path folder;
  private final SshServer server = SshServer.setUpDefaultServer();
  private final Set<String> vanishing = ConcurrentHashMap.newKeySet();
  private final Set<String> forbidden = ConcurrentHashMap.newKeySet();
  private volatile int cuts;
  private volatile int logins;
  private volatile int cutLogin;
  private volatile boolean isFull;
  private volatile boolean isTampering;

  private FaultySftp(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(inbox());
    var keys = new SimpleGeneratorHostKeyProvider();
    keys.setAlgorithm("EC");
    var subsystem = new SftpSubsystemFactory();
    subsystem.addSftpEventListener(new Faults());
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(keys);
    server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
    server.setSubsystemFactories(List.of(subsystem));
    server.setPasswordAuthenticator(this::letIn);
    server.start();
    var key = keys.loadKeys(null).iterator().next().getPublic();
    Files.writeString(
        folder.resolve("known_hosts"),
        "[localhost]:%d %s\n".formatted(server.getPort(), PublicKeyEntry.toString(key)));
  }

  /** A server whose inbox is the folder's {@code inbox}. */
  public static FaultySftp in(Path folder) throws IOException {
    return new FaultySftp(folder);
  }

  private boolean letIn(String user, String password, ServerSession session) {
    logins++;
    if (logins == cutLogin) {
      session.close(true);
    }
    return password.equals(PASSWORD);
  }

  /** Cuts the connection while a user logs in: the first or a later one from now on. */
  public void cutLogin(int which) {
    logins = 0;
    cutLogin = which;
  }

  /** Offers no extension of OpenSSH: a file is renamed only to a name that nobody has. */
  public FaultySftp withPlainRename() {
    SftpModuleProperties.OPENSSH_EXTENSIONS.set(server, "fsync@openssh.com=1");
    return this;
  }

  public int port() {
    return server.getPort();
  }

  /** The settings of an inbox on this server, but for the password. */
  public List<String> settings(String name) {
    return List.of(
        "ingest.sftp.%s.host=localhost".formatted(name),
        "ingest.sftp.%s.port=%d".formatted(name, server.getPort()),
        "ingest.sftp.%s.known-hosts=%s".formatted(name, folder.resolve("known_hosts")),
        "ingest.sftp.%s.min-age=1s".formatted(name));
  }

  /** The settings of a delivery to this server, but for the password. */
  public List<String> delivery(String destination) {
    var key = "deliver.deliveries." + destination + ".sftp.";
    return List.of(
        key + "host=localhost",
        key + "port=" + server.getPort(),
        key + "path=inbox",
        key + "known-hosts=" + folder.resolve("known_hosts"));
  }

  public Path inbox() {
    return folder.resolve("inbox");
  }

  /** Puts a file of lines into the inbox, as if it had come long ago. */
  public FaultySftp deliver(String name, String... lines) throws IOException {
    var file = inbox().resolve(name);
    Files.writeString(file, String.join("\n", lines) + "\n");
    Files.setLastModifiedTime(file, LONG_AGO);
    return this;
  }

  /** Cuts the connection in the middle of a file that is read or written, so often. */
  public void cut(int times) {
    cuts = times;
  }

  /** Changes a byte of each file that is written, or leaves it. */
  public void tamper(boolean isTampering) {
    this.isTampering = isTampering;
  }

  /** Lets nothing be written or moved, or lets it again. */
  public void fill(boolean isFull) {
    this.isFull = isFull;
  }

  /** Takes a file away in the moment in which it is opened. */
  public void takeAway(String name) {
    vanishing.add(name);
  }

  /** Lets nobody read a file. */
  public void forbid(String name) {
    forbidden.add(name);
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private final class Faults implements SftpEventListener {
    @Override
    public void opening(ServerSession session, String remoteHandle, Handle handle)
        throws IOException {
      var name = handle.getFile().getFileName().toString();
      if (vanishing.contains(name)) {
        Files.deleteIfExists(inbox().resolve(name));
        throw new NoSuchFileException(name);
      }
      if (forbidden.contains(name)) {
        throw new AccessDeniedException(name);
      }
    }

    @Override
    public void reading(
        ServerSession session,
        String remoteHandle,
        FileHandle handle,
        long offset,
        byte[] data,
        int dataOffset,
        int dataLength)
        throws IOException {
      cutIfTold(session, offset);
    }

    @Override
    public void writing(
        ServerSession session,
        String remoteHandle,
        FileHandle handle,
        long offset,
        byte[] data,
        int dataOffset,
        int dataLength)
        throws IOException {
      cutIfTold(session, offset);
      if (isFull) {
        throw new IOException("No space left on device");
      }
      if (isTampering) {
        data[dataOffset] ^= 1;
      }
    }

    private void cutIfTold(ServerSession session, long offset) throws IOException {
      if (offset > MIDDLE && cuts > 0) {
        cuts--;
        session.close(true);
        throw new IOException("cut");
      }
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
        throws IOException {
      if (isFull) {
        throw new IOException("No space left on device");
      }
    }
  }
}
