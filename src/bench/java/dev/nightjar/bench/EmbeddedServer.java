package dev.nightjar.bench;

import dev.nightjar.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The server of a home, as its files describe it while it runs. */
public final class EmbeddedServer {
  /** Lines of {@code postmaster.pid}. */
  private static final int PID = 0;

  private static final int PORT = 3;

  private EmbeddedServer() {}

  /** The number of the server's process. */
  public static long process(Home home) throws IOException {
    return Long.parseLong(line(home, PID));
  }

  /** A session of the server's superuser, which Nightjar itself does not use. */
  public static Connection superuser(Home home) throws IOException, SQLException {
    var password = Files.readString(home.var().resolve("postgres/pgpass")).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:%s/nightjar".formatted(line(home, PORT)),
        "postgres",
        password.substring(password.lastIndexOf(':') + 1));
  }

  private static String line(Home home, int number) throws IOException {
    return Files.readAllLines(home.var().resolve("postgres/data/postmaster.pid"))
        .get(number)
        .strip();
  }
}
