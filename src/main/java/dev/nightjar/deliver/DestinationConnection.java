package dev.nightjar.deliver;

import dev.nightjar.home.Home;
import dev.nightjar.transport.FileDigest;
import dev.nightjar.transport.FileStore;
import dev.nightjar.transport.FolderStore;
import dev.nightjar.transport.S3Store;
import dev.nightjar.transport.SftpServer;
import dev.nightjar.transport.SftpStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/**
 * Brings files to the place of one destination, in a Camel context of its own, through the routes
 * of {@code routes/deliver-<transport>.camel.yaml}: {@code direct:prepare}, {@code direct:deliver},
 * {@code direct:remove} and {@code direct:leave}. They try again what may pass.
 */
final class DestinationConnection implements AutoCloseable {
  static final List<String> TRANSPORTS = List.of("folder", "sftp", "s3");
  private static final int DEEPEST_LOGIN_FOLDER = 16;

  private final String where;
  private final CamelContext camel = new DefaultCamelContext();
  private final FileStore place;
  private final ProducerTemplate template;
  private final int retries;
  private int failures;

  /**
   * Starts the routes; connects to nothing.
   *
   * @param name of the destination
   * @throws Exception where the route file is not there or not a route
   */
  DestinationConnection(String name, Home home, DeliverSettings settings) throws Exception {
    var delivery = settings.delivery(name);
    this.where = "deliver.deliveries.%s (%s)".formatted(name, place(name, settings));
    this.retries = delivery.retries();
    var texts = new HashMap<String, Object>();
    if (delivery.sftp() != null) {
      this.place = new SftpStore(camel, delivery.sftp().path());
      texts.putAll(properties(home, delivery.sftp()));
    } else if (delivery.s3() != null) {
      var store = new S3Store(delivery.s3());
      this.place = store;
      camel.getRegistry().bind("s3", store.client());
      texts.put("s3.bucket", delivery.s3().bucket());
      texts.put("s3.prefix", delivery.s3().prefix());
    } else {
      var folder = home.resolve(folder(delivery, settings)).toAbsolutePath();
      this.place = new FolderStore(folder);
      texts.put("folder.path", folder.toString());
    }
    var properties = new Properties();
    properties.putAll(texts);
    camel.getPropertiesComponent().setInitialProperties(properties);
    camel.getRegistry().bind("handover", new DeliverySteps(place));
    camel.getRegistry().bind("passing", (Predicate) this::isTriedAgain);
    load(camel, route(home, transport(delivery)));
    camel.start();
    this.template = camel.createProducerTemplate();
  }

  /** What is wrong with the route files, and with the files that the settings name. */
  static List<String> problems(Home home, DeliverSettings settings) {
    var problems = new ArrayList<String>();
    for (var transport : TRANSPORTS) {
      try (var camel = new DefaultCamelContext()) {
        load(camel, route(home, transport));
      } catch (Exception e) {
        problems.add(
            "routes/%s: %s".formatted(route(home, transport).getFileName(), e.getMessage()));
      }
    }
    settings
        .deliveries()
        .forEach(
            (name, each) -> {
              if (each.sftp() != null) {
                var key = "deliver.deliveries." + name + ".sftp.";
                addMissing(problems, key + "known-hosts", home, each.sftp().knownHosts());
                addMissing(problems, key + "key-file", home, each.sftp().keyFile());
              }
            });
    return problems;
  }

  private static void addMissing(
      List<String> problems, String key, Home home, @Nullable Path file) {
    if (file != null && !Files.isReadable(home.resolve(file))) {
      problems.add("%s: %s cannot be read".formatted(key, home.resolve(file)));
    }
  }

  /** Where the extracts of a destination go, as the settings say; no secrets. */
  static String place(String name, DeliverSettings settings) {
    var delivery = settings.delivery(name);
    if (delivery.sftp() != null) {
      var sftp = delivery.sftp();
      return "sftp://%s@%s:%d/%s".formatted(sftp.user(), sftp.host(), sftp.port(), sftp.path());
    }
    if (delivery.s3() != null) {
      return "s3://%s/%s".formatted(delivery.s3().bucket(), delivery.s3().prefix());
    }
    return folder(delivery, settings).toString();
  }

  /** Takes the marker and what is surplus from the folder of an extract that is about to come. */
  void prepare(DeliverySteps.Incoming folder) throws DeliveryFailed {
    call("direct:prepare", folder, Map.of(), folder.path() + " was not prepared in");
  }

  /**
   * Brings a file, reads it back, and only then gives it its name.
   *
   * @param target path of the file at the place
   * @param content what the file holds
   */
  void deliver(Path file, String target, FileDigest content) throws DeliveryFailed {
    var headers =
        Map.of(
            Exchange.FILE_NAME, DeliverySteps.part(target),
            DeliverySteps.TARGET, target,
            DeliverySteps.CONTENT, content);
    call("direct:deliver", file.toFile(), headers, target + " was not delivered to");
  }

  /** Lists the folder of an audience. */
  DeliverySteps.Contents list(String folder) throws DeliveryFailed {
    var found = call("direct:list", folder, Map.of(), folder + " was not listed in");
    return (DeliverySteps.Contents) found;
  }

  /**
   * Removes an extract, its marker first.
   *
   * @return how many files there were
   */
  int withdraw(String folder, String audience) throws DeliveryFailed {
    var extract = new DeliverySteps.Incoming(folder, audience, Set.of());
    return (int) call("direct:withdraw", extract, Map.of(), folder + " was not withdrawn from");
  }

  /** Removes a file; does nothing where there is none. */
  void remove(String path) throws DeliveryFailed {
    call("direct:remove", path, Map.of(), path + " was not removed from");
  }

  /** Removes a folder where it is empty. */
  void leave(String folder) throws DeliveryFailed {
    call("direct:leave", folder, Map.of(), folder + " was not removed from");
  }

  @Override
  public void close() {
    camel.stop();
    place.close();
  }

  private Object call(String route, Object body, Map<String, Object> headers, String what)
      throws DeliveryFailed {
    failures = 0;
    var done =
        template.request(
            route,
            exchange -> {
              exchange.getMessage().setBody(body);
              exchange.getMessage().setHeaders(new HashMap<>(headers));
            });
    var thrown = done.getException();
    if (thrown == null) {
      return done.getMessage().getBody();
    }
    if (!DeliveryFailed.isOfThePlace(thrown)) {
      throw thrown instanceof RuntimeException bug ? bug : new IllegalStateException(thrown);
    }
    throw new DeliveryFailed(what, where, Math.max(1, failures), thrown);
  }

  /** Camel asks at each failure of a step. */
  private boolean isTriedAgain(Exchange exchange) {
    failures++;
    var thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    return failures <= retries && thrown != null && DeliveryFailed.isPassing(thrown);
  }

  private static void load(CamelContext camel, Path route) throws Exception {
    var resource = ResourceHelper.resolveResource(camel, "file:" + route);
    PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
  }

  private static Path route(Home home, String transport) {
    return home.routes().resolve("deliver-" + transport + ".camel.yaml");
  }

  private static String transport(DeliverySettings delivery) {
    return delivery.sftp() != null ? "sftp" : delivery.s3() != null ? "s3" : "folder";
  }

  private static Path folder(DeliverySettings delivery, DeliverSettings settings) {
    return delivery.folder() == null ? settings.folder() : delivery.folder();
  }

  private Map<String, String> properties(Home home, SftpServer sftp) {
    var properties = new HashMap<String, String>();
    properties.put("sftp.host", sftp.host());
    properties.put("sftp.port", String.valueOf(sftp.port()));
    properties.put("sftp.path", fromLoginFolder(sftp.path()));
    var login = new TreeMap<>(Map.of("username", sftp.user()));
    if (sftp.password() != null) {
      login.put("password", sftp.password());
    }
    if (sftp.keyFile() != null) {
      login.put("privateKeyFile", home.resolve(sftp.keyFile()).toString());
    }
    if (sftp.passphrase() != null) {
      login.put("privateKeyPassphrase", sftp.passphrase());
    }
    login.forEach((name, value) -> properties.put(name, verbatim(name, value)));
    properties.put(
        "sftp.login",
        login.keySet().stream()
            .map(name -> name + "={{" + name + "}}")
            .collect(Collectors.joining("&")));
    properties.put(
        "sftp.known-hosts",
        verbatim("sftp.known-hosts", home.resolve(sftp.knownHosts()).toString()));
    return properties;
  }

  /** A value that Camel takes as it is, whatever characters it has, and never logs. */
  private String verbatim(String name, String value) {
    // in a String, Camel would look for {{ }}, and tell the whole where it finds one
    camel.getRegistry().bind(name, new StringBuilder(value));
    return "#bean:" + name;
  }

  /** Camel knows no path but one below the login folder; above the root there is the root. */
  private static String fromLoginFolder(String path) {
    return path.startsWith("/") ? "../".repeat(DEEPEST_LOGIN_FOLDER) + path.substring(1) : path;
  }
}
