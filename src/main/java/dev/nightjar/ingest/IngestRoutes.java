package dev.nightjar.ingest;

import dev.nightjar.pipeline.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/**
 * The Camel routes that bring files, one file for each transport: {@code
 * routes/ingest-sftp.camel.yaml} begins at {@code direct:ingest-sftp} and hands over one file of an
 * inbox to the bean {@code landing} at each call, until there is none.
 */
final class IngestRoutes {
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

  private Inbox inbox(String name, String transport, Map<String, @Nullable Object> properties) {
    properties.values().removeIf(each -> each == null);
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

  private Map<String, @Nullable Object> properties(IngestSettings.Folder folder) {
    var properties = new HashMap<String, @Nullable Object>();
    properties.put("folder.path", home.resolve(folder.path()));
    properties.put("folder.min-age", folder.minAge().toMillis());
    return properties;
  }

  /** A parameter {@code {{?name}}} of a route is left out where the property is not there. */
  private Map<String, @Nullable Object> properties(IngestSettings.Sftp sftp) {
    var properties = new HashMap<String, @Nullable Object>();
    properties.put("sftp.host", sftp.host());
    properties.put("sftp.port", sftp.port());
    properties.put("sftp.path", sftp.path());
    properties.put("sftp.user", new Inbox.Verbatim(sftp.user()));
    properties.put("sftp.password", Inbox.Verbatim.of(sftp.password()));
    properties.put("sftp.key-file", sftp.keyFile() == null ? null : home.resolve(sftp.keyFile()));
    properties.put("sftp.passphrase", Inbox.Verbatim.of(sftp.passphrase()));
    properties.put("sftp.known-hosts", home.resolve(sftp.knownHosts()));
    properties.put("sftp.min-age", sftp.minAge().toMillis());
    properties.put("sftp.delete", sftp.after() == IngestSettings.After.DELETE);
    properties.put("sftp.archive", sftp.after() == IngestSettings.After.ARCHIVE ? ".landed" : null);
    properties.put(
        "sftp.done-file",
        sftp.doneFile() == null
            ? null
            : sftp.doneFile().replace(IngestSettings.Sftp.NAME, "${file:name}"));
    return properties;
  }

  private Map<String, @Nullable Object> properties(IngestSettings.S3 s3) {
    var properties = new HashMap<String, @Nullable Object>();
    properties.put("s3.bucket", s3.bucket());
    properties.put("s3.prefix", s3.prefix());
    properties.put("s3.archive-prefix", s3.archivePrefix());
    properties.put("s3.region", s3.region());
    properties.put("s3.endpoint", s3.endpoint());
    properties.put("s3.override-endpoint", s3.endpoint() != null);
    return properties;
  }
}
