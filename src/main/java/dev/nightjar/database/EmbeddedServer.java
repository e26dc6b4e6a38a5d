package dev.nightjar.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server in a folder. It outlives the command that starts it, so that the next
 * command, psql, and a command after a crash find it as it was; {@link #stop} ends it.
 */
final class EmbeddedServer {
  private static final String ROLE = "nightjar";
  private static final int MAX_CONNECTIONS = 40;

  /** Of any host, port, database and role: the form in which psql reads passwords. */
  private static final String ANYWHERE = "*:*:*:*:";

  private static final String ACCESS =
      """
      # written by nightjar: password for everyone, from this machine only
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final Path folder;
  private final Path data;
  private final Path passwordFile;
  private final Path ready;

  /**
   * @param folder where the data, the password and the server's log are kept
   */
  EmbeddedServer(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.data = this.folder.resolve("data");
    this.passwordFile = this.folder.resolve("pgpass");
    this.ready = this.folder.resolve("ready");
  }

  /** The running server, started where it does not run. */
  Server start() throws IOException, SQLException {
    Files.createDirectories(folder);
    try (var channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (!Files.exists(ready)) {
        clear();
        setUp();
      } else if (port().isEmpty()) {
        launch(password());
      }
      return new Server(
          "jdbc:postgresql://localhost:%d/nightjar".formatted(port().orElseThrow()),
          ROLE,
          password(),
          passwordFile);
    }
  }

  boolean isRunning() throws IOException {
    return process().isPresent();
  }

  /** Stops the server once its clients are gone. Answers whether it runs no longer. */
  boolean stop() throws IOException {
    var process = process();
    process.ifPresent(ProcessHandle::destroy);
    try {
      if (process.isPresent()) {
        process.get().onExit().get(30, TimeUnit.SECONDS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  /** A set-up that did not end holds nothing yet. */
  private void clear() throws IOException {
    stop();
    FileSystemUtils.deleteRecursively(data);
    Files.deleteIfExists(passwordFile);
  }

  private void setUp() throws IOException, SQLException {
    var password = newPassword();
    var server = launch("");
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("alter role postgres password '" + password + "'");
      statement.execute("create role " + ROLE + " login createrole password '" + password + "'");
      statement.execute("create database nightjar owner " + ROLE);
      Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
      statement.execute("select pg_reload_conf()");
    }
    Files.writeString(ready, "");
  }

  private EmbeddedPostgres launch(String password) throws IOException {
    var log = Redirect.appendTo(folder.resolve("server.log").toFile());
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .setLocaleConfig("locale", "C.UTF-8")
            .setServerConfig("max_connections", String.valueOf(MAX_CONNECTIONS))
            .setServerConfig("listen_addresses", "localhost")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("work_mem", "32MB")
            .setServerConfig("max_wal_size", "2GB")
            .setServerConfig("jit", "off");
    return (password.isEmpty() ? builder : builder.setConnectConfig("password", password)).start();
  }

  private String newPassword() throws IOException {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(passwordFile, ownerOnly);
    Files.writeString(passwordFile, ANYWHERE + password + "\n");
    return password;
  }

  private String password() throws IOException {
    return Files.readString(passwordFile).strip().substring(ANYWHERE.length());
  }

  private Optional<ProcessHandle> process() throws IOException {
    var pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(pidFile);
    return lines.isEmpty()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::isPostgres);
  }

  /** After a reboot the number in the file may be another process's. */
  private boolean isPostgres(ProcessHandle process) {
    return process.isAlive() && process.info().command().orElse("postgres").contains("postgres");
  }

  /** The port of the running server, from the fourth line of its {@code postmaster.pid}. */
  private Optional<Integer> port() throws IOException {
    if (process().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(Files.readAllLines(data.resolve("postmaster.pid")).get(3)));
  }
}
