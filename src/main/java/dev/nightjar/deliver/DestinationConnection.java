package dev.nightjar.deliver;

import dev.nightjar.destinations.names.ExtractNames;
import dev.nightjar.home.Home;
import dev.nightjar.pipeline.StagePath;
import dev.nightjar.transport.FileDigest;
import dev.nightjar.transport.FileStore;
import dev.nightjar.transport.FolderStore;
import dev.nightjar.transport.HttpFault;
import dev.nightjar.transport.RouteFile;
import dev.nightjar.transport.RouteValues;
import dev.nightjar.transport.S3Store;
import dev.nightjar.transport.SftpStore;
import dev.nightjar.transport.TransportFault;
import dev.nightjar.transport.api.Batch;
import dev.nightjar.transport.api.HttpsSteps;
import dev.nightjar.transport.api.KlaviyoSteps;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Brings files to the place of one destination, in a Camel context of its own, through the routes
 * of {@code routes/deliver-<transport>.camel.yaml}: {@code direct:prepare}, {@code direct:deliver},
 * {@code direct:remove} and {@code direct:leave}. They retry failures that can be temporary. Where
 * rows go in batches, the routes are {@code direct:removes} and {@code direct:adds}, and the place
 * has no files.
 */
final class DestinationConnection implements AutoCloseable {
  /** An address that asks for more than this is given up; a night cannot hang. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final String where;
  private final CamelContext camel = new DefaultCamelContext();
  private final @Nullable FileStore place;
  private final ProducerTemplate template;
  private final int retries;
  private int failures;

  /**
   * Starts the routes; connects to nothing.
   *
   * @param name of the destination
   * @throws Exception where the route file is not there or not a route
   */
  DestinationConnection(String name, Home home, DeliverSettings settings, Clock clock)
      throws Exception {
    var delivery = settings.delivery(name);
    this.where = "deliver.deliveries.%s (%s)".formatted(name, place(name, settings));
    this.retries = delivery.retries();
    var values = new RouteValues();
    if (delivery.sftp() != null) {
      this.place = new SftpStore(camel, delivery.sftp().path());
      values.with(delivery.sftp(), home);
    } else if (delivery.s3() != null) {
      var store = new S3Store(delivery.s3());
      this.place = store;
      camel.getRegistry().bind("s3", store.client());
      values.with("s3.bucket", delivery.s3().bucket()).with("s3.prefix", delivery.s3().prefix());
    } else if (delivery.takesBatches()) {
      this.place = null;
    } else {
      var folder = home.resolve(folder(delivery, settings)).toAbsolutePath();
      this.place = new FolderStore(folder);
      values.with("folder.path", folder);
    }
    camel.getRegistry().bind("handover", steps(delivery, clock));
    camel.getRegistry().bind("passing", (Predicate) this::isTriedAgain);
    RouteFile.of(home, "deliver", transport(delivery)).start(camel, values);
    this.template = camel.createProducerTemplate();
  }

  private Object steps(DeliverySettings delivery, Clock clock) {
    if (delivery.https() != null) {
      return new HttpsSteps(delivery.https(), clock);
    }
    return delivery.klaviyo() != null
        ? new KlaviyoSteps(delivery.klaviyo())
        : new DeliverySteps(Objects.requireNonNull(place));
  }

  /** What is wrong with the route files, and with the files that the settings name. */
  static List<String> problems(Home home, DeliverSettings settings) {
    var transports =
        settings.deliveries().values().stream().map(DestinationConnection::transport).toList();
    var problems = new ArrayList<>(RouteFile.problems(home, "deliver", transports));
    settings
        .deliveries()
        .forEach(
            (name, each) -> {
              if (each.sftp() != null) {
                each.sftp()
                    .missingFiles(home)
                    .forEach(
                        problem -> problems.add("deliver.deliveries." + name + ".sftp" + problem));
              }
            });
    return problems;
  }

  /** The folders of the extracts, and the files of the servers to which they go. */
  static List<StagePath> paths(Home home, DeliverSettings settings) {
    var paths = new ArrayList<StagePath>();
    paths.add(StagePath.folder("deliver.outbox", home.resolve(settings.outbox())));
    paths.add(StagePath.folder("deliver.folder", home.resolve(settings.folder())));
    settings
        .deliveries()
        .forEach(
            (name, each) -> {
              var key = "deliver.deliveries." + name;
              if (each.sftp() != null) {
                paths.addAll(each.sftp().paths(key + ".sftp", home));
              } else if (each.folder() != null) {
                paths.add(StagePath.folder(key + ".folder", home.resolve(each.folder())));
              }
            });
    return paths;
  }

  /** Where the extracts of a destination go according to the settings; without secrets. */
  static String place(String name, DeliverSettings settings) {
    var delivery = settings.delivery(name);
    if (delivery.sftp() != null) {
      return delivery.sftp().place();
    }
    if (delivery.s3() != null) {
      return delivery.s3().place();
    }
    if (delivery.https() != null) {
      return delivery.https().place();
    }
    if (delivery.klaviyo() != null) {
      return delivery.klaviyo().place();
    }
    return folder(delivery, settings).toString();
  }

  /** Takes the markers and what is surplus from the folder of an extract that is about to come. */
  void prepare(ExtractNames.Incoming folder) throws DeliveryFailed {
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

  /**
   * Removes an extract but for what is to be kept, its markers first.
   *
   * @return paths of the files that were removed
   */
  List<String> withdraw(ExtractNames.Incoming extract) throws DeliveryFailed {
    var removed =
        call("direct:withdraw", extract, Map.of(), extract.path() + " was not withdrawn from");
    return ((List<?>) removed).stream().map(String.class::cast).toList();
  }

  /** Removes a file; does nothing where there is none. */
  void remove(String path) throws DeliveryFailed {
    call("direct:remove", path, Map.of(), path + " was not removed from");
  }

  /**
   * Sends a batch of rows, and returns when it is confirmed.
   *
   * @return how many of its rows were refused
   */
  long send(Batch batch) throws DeliveryFailed {
    var what = "batch %s was not sent to".formatted(batch.key());
    return (Long) call("direct:" + batch.of().kind(), batch, Map.of(), what);
  }

  /** Removes a folder where it is empty. */
  void leave(String folder) throws DeliveryFailed {
    call("direct:leave", folder, Map.of(), folder + " was not removed from");
  }

  @Override
  public void close() {
    camel.stop();
    if (place != null) {
      place.close();
    }
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
    if (!TransportFault.isOfTheOtherSide(thrown)) {
      throw thrown instanceof RuntimeException bug ? bug : new IllegalStateException(thrown);
    }
    throw new DeliveryFailed(what, where, Math.max(1, failures), thrown);
  }

  /** Camel asks at each failure of a step. */
  private boolean isTriedAgain(Exchange exchange) {
    failures++;
    var thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    if (failures > retries || thrown == null || !isPassing(thrown)) {
      return false;
    }
    var wait = HttpFault.retryAfter(thrown);
    exchange.getMessage().removeHeader(Exchange.REDELIVERY_DELAY);
    if (wait != null) {
      exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, wait.toMillis());
    }
    return wait == null || wait.compareTo(LONGEST_WAIT) <= 0;
  }

  /** What was read back and differs is not sent again: something changes files there. */
  private static boolean isPassing(Exception thrown) {
    return TransportFault.isPassing(thrown) && !DeliveryFailed.isDifference(thrown);
  }

  private static String transport(DeliverySettings delivery) {
    if (delivery.takesBatches()) {
      return delivery.https() != null ? "https" : "klaviyo";
    }
    return delivery.sftp() != null ? "sftp" : delivery.s3() != null ? "s3" : "folder";
  }

  private static Path folder(DeliverySettings delivery, DeliverSettings settings) {
    return delivery.folder() == null ? settings.folder() : delivery.folder();
  }
}
