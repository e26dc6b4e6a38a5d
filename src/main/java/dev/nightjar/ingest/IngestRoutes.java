package dev.nightjar.ingest;

import dev.nightjar.pipeline.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/**
 * The Camel routes that bring files, one for each transport: {@code
 * routes/ingest-folder.camel.yaml} begins at {@code direct:ingest-folder} and hands over one file
 * to the bean {@code landing} at each call, until there is none.
 */
final class IngestRoutes implements AutoCloseable {
  private static final List<String> TRANSPORTS = List.of("folder", "sftp", "s3");

  private final CamelContext camel = new DefaultCamelContext();
  private final Home home;
  private final IngestSettings settings;

  IngestRoutes(Home home, IngestSettings settings) {
    this.home = home;
    this.settings = settings;
    camel.getPropertiesComponent().setInitialProperties(properties());
  }

  /** What is wrong with the route files, found without starting one. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    for (var transport : TRANSPORTS) {
      try {
        load(transport);
      } catch (Exception e) {
        problems.add("routes/%s: %s".formatted(file(transport).getFileName(), e.getMessage()));
      }
    }
    return problems;
  }

  /** Starts the routes of the transports that are switched on. */
  void start(Landing landing) throws Exception {
    camel.getRegistry().bind("landing", landing);
    camel.getRegistry().bind("claimed", landing.claimed());
    for (var transport : enabled()) {
      load(transport);
    }
    camel.start();
  }

  /** The transports that are switched on. */
  List<String> enabled() {
    var enabled = new ArrayList<>(TRANSPORTS);
    if (!settings.folder().enabled()) {
      enabled.remove("folder");
    }
    if (!settings.sftp().enabled()) {
      enabled.remove("sftp");
    }
    if (!settings.s3().enabled()) {
      enabled.remove("s3");
    }
    return enabled;
  }

  /**
   * Lands every file that a transport has. A file leaves the place it came from when its call ends
   * well.
   *
   * @throws Exception what the transport met, after the route's own retries
   */
  void drain(String transport) throws Exception {
    try (var template = camel.createProducerTemplate()) {
      while (true) {
        var done = template.request("direct:ingest-" + transport, exchange -> {});
        if (done.getException() != null) {
          throw done.getException();
        }
        if (done.getMessage().getBody() == null) {
          return;
        }
      }
    }
  }

  @Override
  public void close() {
    camel.stop();
  }

  private void load(String transport) throws Exception {
    var resource = ResourceHelper.resolveResource(camel, "file:" + file(transport));
    PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
  }

  private Path file(String transport) {
    return home.routes().resolve("ingest-" + transport + ".camel.yaml");
  }

  private Properties properties() {
    var properties = new Properties();
    var folder = settings.folder();
    properties.put("folder.path", home.resolve(folder.path()).toString());
    properties.put("folder.min-age", String.valueOf(folder.minAge().toMillis()));
    var sftp = settings.sftp();
    properties.put("sftp.host", sftp.host());
    properties.put("sftp.port", String.valueOf(sftp.port()));
    properties.put("sftp.path", sftp.path());
    properties.put("sftp.user", sftp.user());
    putIfGiven(properties, "sftp.password", sftp.password());
    putIfGiven(
        properties, "sftp.key-file", sftp.keyFile() == null ? null : home.resolve(sftp.keyFile()));
    properties.put("sftp.known-hosts", home.resolve(sftp.knownHosts()).toString());
    var s3 = settings.s3();
    properties.put("s3.bucket", s3.bucket());
    properties.put("s3.prefix", s3.prefix());
    properties.put("s3.archive-prefix", s3.archivePrefix());
    properties.put("s3.region", s3.region());
    putIfGiven(properties, "s3.endpoint", s3.endpoint());
    properties.put("s3.override-endpoint", String.valueOf(s3.endpoint() != null));
    return properties;
  }

  /** A parameter {@code {{?name}}} of a route is left out where the property is not there. */
  private static void putIfGiven(Properties properties, String name, @Nullable Object value) {
    if (value != null) {
      properties.put(name, value.toString());
    }
  }
}
