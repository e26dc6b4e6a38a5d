package dev.nightjar.ingest;

import dev.nightjar.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/**
 * The Camel routes that bring files, one file for each transport: {@code
 * routes/ingest-sftp.camel.yaml} begins at {@code direct:ingest-sftp} and hands over one file of an
 * inbox to the bean {@code landing} at each call, until there is none.
 */
final class IngestRoutes {
  private static final int DEEPEST_LOGIN_FOLDER = 16;
  private static final List<String> TRANSPORTS = List.of("folder", "sftp", "s3");

  private final Home home;
  private final IngestSettings settings;

  IngestRoutes(Home home, IngestSettings settings) {
    this.home = home;
    this.settings = settings;
  }

  /**
   * What is wrong with the route files and with the files they need, found without starting one.
   */
  List<String> problems() {
    var problems = new ArrayList<String>();
    for (var transport : TRANSPORTS) {
      try (var camel = new DefaultCamelContext()) {
        Inbox.load(camel, route(transport));
      } catch (Exception e) {
        problems.add("routes/%s: %s".formatted(route(transport).getFileName(), e.getMessage()));
      }
    }
    settings
        .sftp()
        .forEach(
            (name, server) -> {
              addMissing(problems, "ingest.sftp." + name + ".known-hosts", server.knownHosts());
              addMissing(problems, "ingest.sftp." + name + ".key-file", server.keyFile());
            });
    return problems;
  }

  /** Every inbox that is configured. */
  List<Inbox> inboxes() {
    var inboxes = new ArrayList<Inbox>();
    if (settings.folder().enabled()) {
      inboxes.add(inbox("folder", "folder", properties(settings.folder())));
    }
    settings
        .sftp()
        .forEach((name, each) -> inboxes.add(inbox("sftp." + name, "sftp", properties(each))));
    settings.s3().forEach((name, each) -> inboxes.add(inbox("s3." + name, "s3", properties(each))));
    return inboxes;
  }

  private Inbox inbox(String name, String transport, Map<String, Object> properties) {
    return new Inbox("ingest." + name, transport, route(transport), properties);
  }

  private Path route(String transport) {
    return home.routes().resolve("ingest-" + transport + ".camel.yaml");
  }

  private void addMissing(List<String> problems, String key, @Nullable Path file) {
    if (file != null && !Files.isReadable(home.resolve(file))) {
      problems.add("%s: %s cannot be read".formatted(key, home.resolve(file)));
    }
  }

  private Map<String, Object> properties(IngestSettings.Folder folder) {
    var properties = new HashMap<String, Object>();
    properties.put("folder.path", home.resolve(folder.path()));
    properties.put("folder.min-age", folder.minAge().toMillis());
    return properties;
  }

  private Map<String, Object> properties(IngestSettings.Sftp sftp) {
    var properties = new HashMap<String, Object>();
    properties.put("sftp.host", sftp.host());
    properties.put("sftp.port", sftp.port());
    properties.put("sftp.path", fromLoginFolder(sftp.path()));
    var login = new TreeMap<String, Object>(Map.of("username", sftp.user()));
    if (sftp.password() != null) {
      login.put("password", sftp.password());
    }
    if (sftp.keyFile() != null) {
      login.put("privateKeyFile", home.resolve(sftp.keyFile()));
    }
    if (sftp.passphrase() != null) {
      login.put("privateKeyPassphrase", sftp.passphrase());
    }
    login.forEach((name, value) -> properties.put(name, new Inbox.Verbatim(value.toString())));
    properties.put(
        "sftp.login",
        login.keySet().stream()
            .map(name -> name + "={{" + name + "}}")
            .collect(Collectors.joining("&")));
    properties.put(
        "sftp.known-hosts", new Inbox.Verbatim(home.resolve(sftp.knownHosts()).toString()));
    properties.put("sftp.min-age", sftp.minAge().toMillis());
    var isDeleted = sftp.after() == IngestSettings.After.DELETE;
    properties.put("sftp.after", isDeleted ? "delete=true" : "move=.landed");
    var doneFile = sftp.doneFile();
    properties.put(
        "sftp.done",
        doneFile == null
            ? ""
            : "&doneFileName=" + doneFile.replace(IngestSettings.Sftp.NAME, "${file:name}"));
    return properties;
  }

  /** Camel knows no path but one below the login folder; above the root there is the root. */
  private static String fromLoginFolder(String path) {
    return path.startsWith("/") ? "../".repeat(DEEPEST_LOGIN_FOLDER) + path.substring(1) : path;
  }

  private Map<String, Object> properties(IngestSettings.S3 s3) {
    var properties = new HashMap<String, Object>();
    properties.put("s3.bucket", s3.bucket());
    properties.put("s3.after", s3.after().name().toLowerCase(Locale.ROOT));
    properties.put("s3.archive-prefix", s3.archivePrefix());
    properties.put("s3.settings", s3);
    return properties;
  }
}
