package dev.nightjar.kit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL server of all tests: a container where Docker answers and the image is to be had,
 * else the embedded server. {@code -Dnightjar.test.server=embedded} or {@code container} insists.
 */
final class TestServer {
  private static final String IMAGE = "postgres:18";
  private static final String TEMPLATE = "nightjar_template";

  /** Settings that take nothing from what tests see. */
  private static final Map<String, String> FAST =
      Map.of(
          "max_connections", "300",
          "fsync", "off",
          "full_page_writes", "off",
          "scram_iterations", "1");

  private static final TestServer INSTANCE = new TestServer();

  private final String address;
  private @Nullable String container;

  private TestServer() {
    var wanted = System.getProperty("nightjar.test.server", "any");
    address = wanted.equals("embedded") ? embedded("as wanted") : container(wanted);
    try (var connection = superuser("postgres")) {
      execute(connection, "create role nightjar_reader nologin");
      execute(connection, "create role nightjar_gates nologin");
      execute(connection, "create role nightjar_console nologin");
      execute(connection, "create role " + TestDatabase.ROLE + " login password 'secret'");
      execute(connection, "grant nightjar_gates, nightjar_console to " + TestDatabase.ROLE);
      execute(connection, "create database " + TEMPLATE + " owner " + TestDatabase.ROLE);
    } catch (SQLException e) {
      throw new IllegalStateException("the test server cannot be set up", e);
    }
    Flyway.configure()
        .dataSource(url(TEMPLATE), TestDatabase.ROLE, "secret")
        .locations("classpath:db/migration")
        .defaultSchema("pipeline")
        .load()
        .migrate();
  }

  static TestServer get() {
    return INSTANCE;
  }

  String url(String database) {
    return "jdbc:postgresql://" + address + "/" + database;
  }

  /** How a program of the server's version or a newer one is called; empty if there is none. */
  List<String> program(String name) {
    var inside =
        List.of(
            "docker",
            "exec",
            "--interactive",
            "--env",
            "PGPASSWORD",
            String.valueOf(container),
            name);
    return Stream.of(inside, List.of(name)).filter(this::isRecent).findFirst().orElse(List.of());
  }

  private boolean isRecent(List<String> program) {
    var asking = new ArrayList<>(program);
    asking.add("--version");
    try (var connection = superuser("postgres")) {
      var process = new ProcessBuilder(asking).redirectErrorStream(true).start();
      // as in: pg_dump (PostgreSQL) 18.1
      var version = new Scanner(process.getInputStream()).useDelimiter("\\D+");
      return version.hasNextInt()
          && version.nextInt() >= connection.getMetaData().getDatabaseMajorVersion();
    } catch (IOException notThere) {
      return false;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A session of the server's superuser, which Nightjar never has. */
  Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "postgres");
  }

  /** Makes an empty, migrated database, or a copy of one that nobody is connected to. */
  void createDatabase(String name, String template) throws SQLException {
    try (var connection = superuser("postgres")) {
      execute(
          connection,
          // without fsync, files are copied faster than pages are logged
          "create database %s template %s owner %s strategy file_copy"
              .formatted(name, template, TestDatabase.ROLE));
    }
  }

  void createDatabase(String name) throws SQLException {
    createDatabase(name, TEMPLATE);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String container(String wanted) {
    try {
      if (!DockerClientFactory.instance().isDockerAvailable()) {
        return embedded("no Docker answers", wanted);
      }
      @SuppressWarnings("resource") // lives as long as the tests
      var container =
          new PostgreSQLContainer(IMAGE).withUsername("postgres").withPassword("postgres");
      var command = new ArrayList<>(List.of("postgres", "-c", "jit=off"));
      FAST.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
      container.withCommand(command.toArray(String[]::new));
      // copying a database takes a second on a disk, even without fsync
      container.withTmpFs(Map.of("/var/lib/postgresql", "rw"));
      container.start();
      this.container = container.getContainerId();
      System.out.println("Database tests run in a container of " + IMAGE);
      return address(container);
    } catch (RuntimeException e) {
      return embedded("the container does not start: " + e.getMessage(), wanted);
    }
  }

  /** Where this machine reaches the container itself, a statement takes half the time. */
  private static String address(PostgreSQLContainer container) {
    var networks = container.getContainerInfo().getNetworkSettings().getNetworks().values();
    var itself = networks.iterator().next().getIpAddress();
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(itself, PostgreSQLContainer.POSTGRESQL_PORT), 500);
      return itself + ":" + PostgreSQLContainer.POSTGRESQL_PORT;
    } catch (IOException away) {
      return container.getHost() + ":" + container.getFirstMappedPort();
    }
  }

  private static String embedded(String reason, String wanted) {
    if (wanted.equals("container")) {
      throw new IllegalStateException(reason);
    }
    return embedded(reason);
  }

  private static String embedded(String reason) {
    try {
      var builder =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(new File("target/embedded-pg"))
              .setDataDirectory(Scratch.folder("nightjar-server"));
      FAST.forEach(builder::setServerConfig);
      var server = builder.start();
      System.out.println("Database tests run on the embedded PostgreSQL: " + reason);
      return "localhost:" + server.getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
