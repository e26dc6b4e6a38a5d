package dev.nightjar.database;

import dev.nightjar.home.Checked;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The PostgreSQL server, usually set with the environment variables {@code NIGHTJAR_DB_URL}, {@code
 * NIGHTJAR_DB_USER} and {@code NIGHTJAR_DB_PASSWORD}.
 *
 * @param url JDBC URL of an existing database; none for the embedded server
 * @param user role that owns the database
 * @param password password of the role; none if the server does not require one
 * @param port port of the embedded server, from its next start on; none for a free port, chosen at
 *     the first start and kept, so that saved connections stay valid. If another program listens
 *     there, the server does not start
 */
@ConfigurationProperties("db")
record DatabaseSettings(
    @Nullable String url, @Nullable String user, @Nullable String password, @Nullable Integer port)
    implements Checked {
  private static final int HIGHEST_PORT = 65_535;

  @Override
  public List<String> problems() {
    if (port != null && (port < 1 || port > HIGHEST_PORT)) {
      return List.of("port: is not a port (expected: 5433)");
    }
    if (url == null) {
      return List.of();
    }
    if (url.contains("password=")) {
      return List.of("url: holds a password; give it as NIGHTJAR_DB_PASSWORD");
    }
    return url.startsWith("jdbc:postgresql:")
        ? List.of()
        : List.of("url: is not a PostgreSQL URL (expected: jdbc:postgresql://host:5432/nightjar)");
  }
}
