package dev.nightjar.ingest;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.nightjar.home.Visible;
import dev.nightjar.transport.InboxFailed;
import dev.nightjar.transport.RouteFile;
import dev.nightjar.transport.RouteValues;
import dev.nightjar.transport.S3Store;
import dev.nightjar.transport.TransportFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/** A place that files come from, drained in a Camel context of its own. */
final class Inbox {
  /**
   * Retries repeat the whole call, never the landing alone: a broken stream is half read. Thirteen
   * seconds in all.
   */
  private static final RetryTemplate RETRIES =
      new RetryTemplate(
          RetryPolicy.builder()
              .maxRetries(3)
              .delay(TransportFault.FIRST_PAUSE)
              .multiplier(3)
              .predicate(TransportFault::isPassing)
              .build());

  /** Name of the inbox on this machine. */
  static final String FOLDER = "ingest.folder";

  private final String name;
  private final String place;
  private final RouteFile route;
  private final RouteValues values;
  private final IngestSettings.@Nullable S3 s3;

  /**
   * @param name as in the settings, {@code ingest.sftp.main}
   * @param place where it is; no secrets
   * @param route of its transport
   * @param values for the route's placeholders
   */
  Inbox(String name, String place, RouteFile route, RouteValues values) {
    this(name, place, route, values, null);
  }

  /**
   * @param s3 the bucket; null if the inbox is not one
   */
  Inbox(
      String name,
      String place,
      RouteFile route,
      RouteValues values,
      IngestSettings.@Nullable S3 s3) {
    this.name = name;
    this.place = place;
    this.route = route;
    this.values = values;
    this.s3 = s3;
  }

  /** The name in the settings, {@code ingest.sftp.main}. */
  String name() {
    return name;
  }

  /** Whether it is the inbox on this machine. */
  boolean isFolder() {
    return name.equals(FOLDER);
  }

  /**
   * Lands every file. A file leaves the inbox when its call ends well.
   *
   * @return the files that stay in the inbox, and why
   * @throws InboxFailed if files could not be fetched, in spite of retries; files before them have
   *     landed
   */
  List<String> drain(Landing landing) throws InboxFailed {
    var poll = new Poll(landing::isClaimed);
    try (var camel = new DefaultCamelContext()) {
      start(camel, landing, poll);
      try (var template = camel.createProducerTemplate()) {
        boolean isFollowed;
        do {
          isFollowed = landOne(template, poll);
        } while (isFollowed);
      }
    } catch (InboxFailed | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new InboxFailed(where(), e);
    }
    var refused = poll.refused();
    if (refused != null) {
      throw new InboxFailed(where() + ", " + Visible.text(refused.file()), refused.fault());
    }
    return poll.staying().stream().map(file -> name + " keeps " + file).toList();
  }

  /** Notes on what is left in a folder after it was drained. */
  static List<String> left(Path folder, Landing landing) throws IOException {
    try (var files = Files.list(folder)) {
      var claimed =
          files
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .sorted()
              .collect(
                  Collectors.partitioningBy(
                      file -> landing.isClaimed(file.getFileName().toString())));
      var notes = new ArrayList<String>();
      claimed.get(true).stream()
          .filter(file -> Files.isDirectory(file, NOFOLLOW_LINKS))
          .forEach(file -> notes.add("%s keeps %s, it is a folder".formatted(FOLDER, name(file))));
      // misspelt names; only here, since a server can hold many files for others
      IngestReport.named(
              claimed.get(false).stream()
                  .filter(Files::isRegularFile)
                  .map(file -> file.getFileName().toString())
                  .toList(),
              "%s matches no source",
              "%,d files match no source, such as %s")
          .ifPresent(notes::add);
      return notes;
    }
  }

  private static String name(Path file) {
    return Visible.text(file.getFileName().toString());
  }

  private void start(CamelContext camel, Landing landing, Poll poll) throws Exception {
    // otherwise Camel reads each file into memory before the first bean sees it
    camel.setStreamCaching(false);
    camel.getRegistry().bind("landing", landing);
    poll.bind(camel.getRegistry());
    if (s3 != null) {
      new S3Inbox(S3Store.patientClient(s3.keys()), s3, landing::isClaimed, poll::stays)
          .bind(camel);
    }
    route.start(camel, values);
  }

  private String where() {
    return "%s (%s)".formatted(name, place);
  }

  /** Lands a file; false if there is none. */
  private boolean landOne(ProducerTemplate template, Poll poll) throws InboxFailed {
    try {
      return RETRIES.execute(() -> call(template, poll));
    } catch (RetryException e) {
      if (TransportFault.isOfTheOtherSide(e.getCause())) {
        throw new InboxFailed(where(), e.getCause());
      }
      throw e.getCause() instanceof RuntimeException bug
          ? bug
          : new IllegalStateException(e.getCause());
    }
  }

  private boolean call(ProducerTemplate template, Poll poll) throws Exception {
    poll.begin();
    Exchange done = template.request("direct:" + route.name(), exchange -> {});
    if (done.getException() != null) {
      throw done.getException();
    }
    return poll.isFollowedByAnother(done.getMessage().getBody() != null);
  }
}
