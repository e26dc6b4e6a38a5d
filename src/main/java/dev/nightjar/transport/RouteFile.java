package dev.nightjar.transport;

import dev.nightjar.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The Camel routes of one stage for one transport, such as {@code routes/deliver-sftp.camel.yaml}.
 *
 * @param name without the ending
 */
public record RouteFile(String name, Path path) {
  private static final List<String> TRANSPORTS = List.of("folder", "sftp", "s3");

  /**
   * @param transport folder, sftp or s3; to deliver, also https or klaviyo
   */
  public static RouteFile of(Home home, String stage, String transport) {
    var name = stage + "-" + transport;
    return new RouteFile(name, home.routes().resolve(name + ".camel.yaml"));
  }

  /**
   * What is wrong with the route files of a stage, found without starting one.
   *
   * @param others transports next to those that both directions have
   */
  public static List<String> problems(Home home, String stage, Collection<String> others) {
    var problems = new ArrayList<String>();
    var transports = Stream.concat(TRANSPORTS.stream(), others.stream()).distinct().toList();
    try (var camel = new DefaultCamelContext()) {
      for (var transport : transports) {
        var file = of(home, stage, transport);
        try {
          file.load(camel);
        } catch (Exception e) {
          problems.add("routes/%s: %s".formatted(file.path.getFileName(), e.getMessage()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return problems;
  }

  /** Adds the routes to a context that is not started. */
  void load(CamelContext camel) throws Exception {
    var resource = ResourceHelper.resolveResource(camel, "file:" + path);
    PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
  }

  /** Starts the routes in a context, with what their placeholders stand for. */
  public void start(CamelContext camel, RouteValues values) throws Exception {
    camel.addComponent("sftp", new SshConnections());
    values.bind(camel);
    load(camel);
    camel.start();
  }
}
