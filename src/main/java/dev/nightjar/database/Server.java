package dev.nightjar.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the database.
 *
 * @param url JDBC URL without user and password
 * @param passwordFile where psql finds the password; null where it has to be told
 */
record Server(String url, String user, String password, @Nullable Path passwordFile) {

  /** The URL for psql. It names the file of the password, never the password. */
  String psqlUrl() {
    var address = url.replace("jdbc:postgresql://", "postgresql://" + user + "@");
    return passwordFile == null
        ? address
        : address
            + "?passfile="
            // libpq reads a plus as a plus
            + URLEncoder.encode(passwordFile.toString(), StandardCharsets.UTF_8)
                .replace("+", "%20");
  }

  @Override
  public String toString() {
    return url;
  }
}
