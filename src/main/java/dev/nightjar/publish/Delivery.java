package dev.nightjar.publish;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * Delivers extracts through {@code routes/deliver-folder.camel.yaml}, from {@code direct:deliver}.
 */
final class Delivery implements AutoCloseable {
  static final String ROUTE = "deliver-folder.camel.yaml";

  private final CamelContext camel = new DefaultCamelContext();
  private final Path outbox;
  private final Path folder;

  /**
   * @param routes folder of the route files
   * @param folder below which the extracts go
   * @throws Exception where the route file is not there or not a route
   */
  Delivery(Path routes, Path outbox, Path folder) throws Exception {
    this.outbox = outbox;
    this.folder = folder;
    var properties = new Properties();
    properties.put("folder.path", folder.toString());
    camel.getPropertiesComponent().setInitialProperties(properties);
    var resource = ResourceHelper.resolveResource(camel, "file:" + routes.resolve(ROUTE));
    PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
  }

  void start() {
    camel.start();
  }

  /**
   * Delivers one extract, then its copies. While it is not whole, it has no marker.
   *
   * @throws Exception what the route met, after its own retries
   */
  void deliver(Extract extract) throws Exception {
    Files.deleteIfExists(folder.resolve(extract.folder()).resolve(Extract.MARKER));
    for (var file : extract.surplus()) {
      Files.deleteIfExists(folder.resolve(file));
    }
    try (var template = camel.createProducerTemplate()) {
      for (var file : extract.files()) {
        send(template, extract.folder().resolve(file.name()));
      }
      for (var name : List.of(Extract.MANIFEST, Extract.MARKER)) {
        send(template, extract.folder().resolve(name));
      }
      for (var copy : extract.copies()) {
        send(template, copy);
      }
    }
  }

  private void send(ProducerTemplate template, Path file) throws Exception {
    var sent =
        template.request(
            "direct:deliver",
            exchange -> {
              exchange.getMessage().setBody(outbox.resolve(file).toFile());
              exchange.getMessage().setHeader(Exchange.FILE_NAME, file.toString());
            });
    if (sent.getException() != null) {
      throw sent.getException();
    }
  }

  @Override
  public void close() {
    camel.stop();
  }
}
