package dev.nightjar.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/** A place that files come from. It is drained in a Camel context of its own. */
final class Inbox {
  /**
   * The whole call is repeated, never the landing alone: a stream that broke is half read. Thirteen
   * seconds in all.
   */
  private static final RetryTemplate RETRIES =
      new RetryTemplate(
          RetryPolicy.builder()
              .maxRetries(3)
              .delay(Duration.ofSeconds(1))
              .multiplier(3)
              .predicate(InboxFailed::isPassing)
              .build());

  private final String name;
  private final String transport;
  private final Path route;
  private final Map<String, Object> properties;

  /**
   * @param name as in the settings, {@code ingest.sftp.main}
   * @param route file of the transport's route
   * @param properties for the route's placeholders
   */
  Inbox(String name, String transport, Path route, Map<String, Object> properties) {
    this.name = name;
    this.transport = transport;
    this.route = route;
    this.properties = properties;
  }

  /** A value that Camel takes as it is, whatever characters it has, and never logs. */
  record Verbatim(String value) {}

  /** The name in the settings, {@code ingest.sftp.main}. */
  String name() {
    return name;
  }

  /** Whether it is the inbox on this machine. */
  boolean isFolder() {
    return transport.equals("folder");
  }

  /** Adds the route of a file to a context that is not started. */
  static void load(CamelContext camel, Path route) throws Exception {
    var resource = ResourceHelper.resolveResource(camel, "file:" + route);
    PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
  }

  /**
   * Lands every file. A file leaves the inbox when its call ends well.
   *
   * @return the files that stay in the inbox, and why
   * @throws InboxFailed where files could not be fetched, in spite of retries; those before them
   *     have landed
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
      throw new InboxFailed(name, e);
    }
    var refused = poll.refused();
    if (refused != null) {
      throw new InboxFailed(name + ", " + refused.file(), refused.fault());
    }
    return poll.staying().stream().map(file -> name + " keeps " + file).toList();
  }

  private void start(CamelContext camel, Landing landing, Poll poll) throws Exception {
    var texts = new Properties();
    properties.forEach(
        (key, value) -> {
          if (value instanceof Verbatim verbatim) {
            // in a String, Camel would look for {{ }}, and tell the whole where it finds one
            camel.getRegistry().bind(key, new StringBuilder(verbatim.value()));
            texts.put(key, "#bean:" + key);
          } else {
            texts.put(key, String.valueOf(value));
          }
        });
    camel.getPropertiesComponent().setInitialProperties(texts);
    // else Camel reads each file into memory before the first bean sees it
    camel.setStreamCaching(false);
    camel.getRegistry().bind("landing", landing);
    poll.bind(camel.getRegistry());
    if (properties.get("s3.settings") instanceof IngestSettings.S3 s3) {
      new S3Inbox(S3Inbox.client(s3), s3, landing::isClaimed, poll::stays).bind(camel);
    }
    load(camel, route);
    camel.start();
  }

  /** Lands a file; false where there is none. */
  private boolean landOne(ProducerTemplate template, Poll poll) throws InboxFailed {
    try {
      return RETRIES.execute(() -> call(template, poll));
    } catch (RetryException e) {
      if (InboxFailed.isOfTheInbox(e.getCause())) {
        throw new InboxFailed(name, e.getCause());
      }
      throw e.getCause() instanceof RuntimeException bug
          ? bug
          : new IllegalStateException(e.getCause());
    }
  }

  private boolean call(ProducerTemplate template, Poll poll) throws Exception {
    poll.begin();
    Exchange done = template.request("direct:ingest-" + transport, exchange -> {});
    if (done.getException() != null) {
      throw done.getException();
    }
    return poll.isFollowedByAnother(done.getMessage().getBody() != null);
  }
}
