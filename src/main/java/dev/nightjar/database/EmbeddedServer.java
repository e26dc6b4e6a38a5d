package dev.nightjar.database;

import dev.nightjar.home.Failure;
import dev.nightjar.home.FailureCode;
import dev.nightjar.home.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server in a folder that only its owner can enter. It outlives the command that
 * starts it, so that later commands and psql can use it; {@link #stop} ends it. It listens on this
 * machine only, has no socket, and requires a password from the start.
 */
final class EmbeddedServer {
  private static final String ROLE = "nightjar";
  private static final String SUPERUSER = "postgres";
  private static final String DATABASE = "nightjar";

  /** Any host, port, database and role, in the format of psql's password files. */
  private static final String ANYWHERE = "*:*:*:*:";

  private static final String ACCESS =
      """
      # written by nightjar: password for everyone, from this machine only
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  /** Readers share neither locks nor large objects with nights, and cannot use other databases. */
  private static final List<String> RIGHTS =
      List.of(
          "revoke all on database postgres, template1 from public",
          """
          do $$
          declare each regprocedure;
          begin
            for each in
              select oid from pg_proc
              where pronamespace = 'pg_catalog'::regnamespace
                and (proname ~ '^(pg_(try_)?advisory_|lo_)' or proname in ('loread', 'lowrite'))
            loop
              execute format('revoke execute on function %s from public', each);
              execute format('grant execute on function %s to nightjar', each);
            end loop;
          end
          $$
          """);

  private static final Map<String, String> CONFIGURATION =
      new TreeMap<>(
          Map.of(
              "listen_addresses", "localhost",
              "unix_socket_directories", "",
              "max_connections", "40",
              "fsync", "on",
              "synchronous_commit", "on",
              "shared_buffers", "256MB",
              "work_mem", "32MB",
              "max_wal_size", "2GB",
              "wal_compression", "on", // of pages that change for the first time
              "jit", "off"));

  private final Path folder;
  private final Path data;
  private final Path passwordFile;
  private final Path ready;
  private final ServerPort port;
  private final ServerProcess process;

  /**
   * @param folder folder of the data, the password, the port, the binaries and the server's log
   * @param wantedPort the port in the settings; null for a free one
   */
  EmbeddedServer(Path folder, @Nullable Integer wantedPort) {
    this.folder = folder.toAbsolutePath().normalize();
    this.data = this.folder.resolve("data");
    this.passwordFile = this.folder.resolve("pgpass");
    this.ready = this.folder.resolve("ready");
    this.port = new ServerPort(this.folder.resolve("port"), wantedPort);
    this.process = new ServerProcess(data, this.folder.resolve("server.log"));
  }

  /**
   * The running server; starts it if necessary.
   *
   * @throws Failure {@link FailureCode#DATABASE_AWAY} if its port is taken
   */
  Server start() throws IOException, SQLException {
    PrivateFiles.makeFolders(folder);
    PrivateFiles.close(folder);
    try (var channel =
            PrivateFiles.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (!isSetUp()) {
        clear();
        setUp();
      } else if (!process.awaitReady()) {
        launch(ServerBinaries.in(folder));
        withdrawRights();
      }
      return new Server(url(DATABASE), ROLE, password(), passwordFile);
    }
  }

  /** Whether it was set up before. */
  boolean isSetUp() {
    return Files.exists(ready);
  }

  /** The port on which it would listen and another program does; empty if it runs. */
  Optional<Integer> blockedPort() throws IOException {
    return isRunning() ? Optional.empty() : port.blocked();
  }

  boolean isRunning() throws IOException {
    return process.find().isPresent();
  }

  /** Stops the server once its clients are gone. Returns whether it has stopped. */
  boolean stop() throws IOException {
    return process.stop();
  }

  /** Removes an unfinished set-up, which has no data yet. */
  private void clear() throws IOException {
    stop();
    FileSystemUtils.deleteRecursively(data);
    Files.deleteIfExists(passwordFile);
  }

  private void setUp() throws IOException, SQLException {
    var password = newPassword();
    var binaries = ServerBinaries.in(folder);
    makeData(binaries, password);
    PrivateFiles.write(data.resolve("pg_hba.conf"), ACCESS.getBytes(StandardCharsets.UTF_8));
    launch(binaries);
    execute(
        "postgres",
        List.of(
            "create role " + ROLE + " login createrole password '" + password + "'",
            "create database " + DATABASE + " owner " + ROLE));
    withdrawRights();
    PrivateFiles.write(ready, new byte[0]);
  }

  private void makeData(Path binaries, String password) throws IOException {
    var given = folder.resolve("password");
    PrivateFiles.write(given, password.getBytes(StandardCharsets.UTF_8));
    try {
      if (isPlain(binaries)) {
        initdb(binaries, given);
        return;
      }
      // initdb starts PostgreSQL through a shell, and only quotes blanks
      var elsewhere = Files.createTempDirectory("nightjar-");
      try {
        ServerBinaries.unpackInto(elsewhere.resolve("binaries"));
        initdb(elsewhere.resolve("binaries"), given);
      } finally {
        FileSystemUtils.deleteRecursively(elsewhere);
      }
    } finally {
      Files.delete(given);
    }
  }

  private static boolean isPlain(Path path) {
    return path.toString().chars().noneMatch(each -> "\"$`\\".indexOf(each) >= 0);
  }

  private void initdb(Path binaries, Path passwordFile) throws IOException {
    process.run(
        List.of(
            binaries.resolve("bin/initdb").toString(),
            "--pgdata=" + data,
            "--username=" + SUPERUSER,
            "--auth=scram-sha-256",
            "--pwfile=" + passwordFile,
            "--encoding=UTF8",
            "--locale=C.UTF-8"));
  }

  private void launch(Path binaries) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                String.valueOf(port.choose())));
    CONFIGURATION.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    process.launch(command);
  }

  private void withdrawRights() throws IOException, SQLException {
    execute(DATABASE, RIGHTS);
  }

  private void execute(String database, List<String> statements) throws IOException, SQLException {
    try (var connection = DriverManager.getConnection(url(database), SUPERUSER, password());
        var statement = connection.createStatement()) {
      for (var each : statements) {
        statement.execute(each);
      }
    }
  }

  private String url(String database) throws IOException {
    return "jdbc:postgresql://localhost:%d/%s".formatted(process.port(), database);
  }

  private String newPassword() throws IOException {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    PrivateFiles.write(passwordFile, (ANYWHERE + password + "\n").getBytes(StandardCharsets.UTF_8));
    return password;
  }

  private String password() throws IOException {
    return Files.readString(passwordFile).strip().substring(ANYWHERE.length());
  }
}
