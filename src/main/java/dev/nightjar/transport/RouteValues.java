package dev.nightjar.transport;

import dev.nightjar.home.Home;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;

/** What the placeholders of a route stand for; {@code retry.pause} in milliseconds. */
public final class RouteValues {
  private static final int DEEPEST_LOGIN_FOLDER = 16;

  private final Properties texts = new Properties();
  private final Map<String, String> verbatim = new HashMap<>();

  public RouteValues with(String name, Object value) {
    texts.put(name, String.valueOf(value));
    return this;
  }

  /** Adds a value that Camel takes literally, whatever its characters, and never logs. */
  private RouteValues withVerbatim(String name, String value) {
    verbatim.put(name, value);
    return with(name, "#bean:" + name);
  }

  /**
   * Adds a server: {@code sftp.host}, {@code sftp.port}, {@code sftp.path}, {@code
   * sftp.known-hosts}, and the whole parameters {@code sftp.login}.
   */
  public RouteValues with(SftpServer server, Home home) {
    var login = new TreeMap<>(Map.of("username", server.user()));
    if (server.password() != null) {
      login.put("password", server.password());
    }
    if (server.keyFile() != null) {
      login.put("privateKeyFile", home.resolve(server.keyFile()).toString());
    }
    if (server.passphrase() != null) {
      login.put("privateKeyPassphrase", server.passphrase());
    }
    login.forEach(this::withVerbatim);
    var parameters =
        login.keySet().stream()
            .map(name -> name + "={{" + name + "}}")
            .collect(Collectors.joining("&"));
    return with("sftp.login", parameters)
        .with("sftp.host", server.host())
        .with("sftp.port", server.port())
        .with("sftp.path", fromLoginFolder(server.path()))
        .withVerbatim("sftp.known-hosts", home.resolve(server.knownHosts()).toString());
  }

  /** Camel only knows paths below the login folder; the parent of the root is the root. */
  private static String fromLoginFolder(String path) {
    return path.startsWith("/") ? "../".repeat(DEEPEST_LOGIN_FOLDER) + path.substring(1) : path;
  }

  void bind(CamelContext camel) {
    with("retry.pause", TransportFault.FIRST_PAUSE.toMillis());
    // in a String, Camel would look for {{ }}, and show the whole where it finds one
    verbatim.forEach((name, value) -> camel.getRegistry().bind(name, new StringBuilder(value)));
    camel.getPropertiesComponent().setInitialProperties(texts);
  }
}
