package dev.nightjar.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the database.
 *
 * @param url JDBC URL without user and password
 * @param passwordFile where psql finds the password; null if the user has to supply it
 */
record Server(String url, String user, String password, @Nullable Path passwordFile) {

  /** The URL for psql. It contains the password file, never the password. */
  String psqlUrl() {
    var address = url.replace("jdbc:postgresql://", "postgresql://" + user + "@");
    return passwordFile == null
        ? address
        : address
            + "?passfile="
            // libpq does not decode a plus as a blank
            + URLEncoder.encode(passwordFile.toString(), StandardCharsets.UTF_8)
                .replace("+", "%20");
  }

  @Override
  public String toString() {
    return url;
  }
}
