package dev.nightjar.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Headers;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;
import org.apache.camel.support.LanguageSupport;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * One walk through the objects of an S3 inbox: names each object that a source claims once, in key
 * order, and again until it has landed.
 *
 * <p>Camel's own S3 consumer polls in the background and returns nothing to a caller that does not
 * wait, and Camel's listing ends after 1,000 objects.
 */
final class S3Inbox {
  /** The tag of an object that has landed. */
  private static final String TAG = "nightjar";

  private static final String LANDED = "landed";

  /** A file name has up to 255 bytes, including the prefix in the landing folder. */
  private static final int MAX_NAME_BYTES = 200;

  private final S3Client client;
  private final IngestSettings.S3 settings;
  private final Predicate<String> claimed;
  private final BiConsumer<String, String> staying;
  private final Deque<String> keys = new ArrayDeque<>();
  private @Nullable ListObjectsV2Response page;
  private @Nullable String underWay;
  private @Nullable String passed;

  /**
   * @param claimed whether a source claims a file of a name
   * @param staying takes a file that is claimed and not fetched, and why
   */
  S3Inbox(
      S3Client client,
      IngestSettings.S3 settings,
      Predicate<String> claimed,
      BiConsumer<String, String> staying) {
    this.client = client;
    this.settings = settings;
    this.claimed = claimed;
    this.staying = staying;
  }

  /** Gives the routes of a context the inbox, and its client, which ends with the context. */
  void bind(CamelContext camel) throws Exception {
    camel.getRegistry().bind("s3", client);
    camel.getRegistry().bind("inbox", this);
    camel.addService(new Closing(client));
  }

  private static final class Closing extends ServiceSupport {
    private final S3Client client;

    private Closing(S3Client client) {
      this.client = client;
    }

    @Override
    protected void doStop() {
      client.close();
    }
  }

  /**
   * The key of the next object, null if there is none; the headers are set for the route's S3
   * operations.
   */
  public @Nullable String next(@Headers Map<String, Object> headers) {
    if (underWay != null) {
      // it did not land, and can have been replaced or deleted: list again from there
      keys.clear();
      page = null;
      underWay = null;
    }
    while (true) {
      while (!keys.isEmpty()) {
        var key = keys.remove();
        underWay = key;
        var tags = tags(key);
        if (!LANDED.equals(tags.put(TAG, LANDED))) {
          headers.put(AWS2S3Constants.KEY, key);
          headers.put(AWS2S3Constants.OBJECT_TAGS, tags);
          headers.put(Exchange.FILE_NAME, fileName(key));
          return key;
        }
        done();
      }
      if (page != null && !Boolean.TRUE.equals(page.isTruncated())) {
        return null;
      }
      page = client.listObjectsV2(request());
      page.contents().stream().map(S3Object::key).filter(this::isOurs).forEach(keys::add);
    }
  }

  /** The last named object has landed, and was moved, deleted or tagged. */
  public void done() {
    passed = underWay;
    underWay = null;
  }

  private ListObjectsV2Request request() {
    var request =
        ListObjectsV2Request.builder()
            .bucket(settings.bucket())
            .prefix(settings.prefix())
            // folders below the prefix come as one entry each, which is left out
            .delimiter("/");
    return page == null
        ? request.startAfter(passed).build()
        : request.continuationToken(page.nextContinuationToken()).build();
  }

  private boolean isOurs(String key) {
    var name = fileName(key);
    if (name.isEmpty() || !claimed.test(name)) {
      return false;
    }
    var isSafe =
        name.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_BYTES
            && name.chars().noneMatch(Character::isISOControl)
            // Camel would evaluate a key with ${…} in it
            && !LanguageSupport.hasSimpleFunction(key);
    if (!isSafe) {
      staying.accept(name, "its name is too long or has ${");
    }
    return isSafe;
  }

  /** The tags that an object already has, if tags are used; a new set replaces the old one. */
  private Map<String, String> tags(String key) {
    var tags = new HashMap<String, String>();
    if (settings.after() == IngestSettings.S3.After.TAG) {
      client
          .getObjectTagging(request -> request.bucket(settings.bucket()).key(key))
          .tagSet()
          .forEach((Tag tag) -> tags.put(tag.key(), tag.value()));
    }
    return tags;
  }

  private static String fileName(String key) {
    return Objects.requireNonNull(key).substring(key.lastIndexOf('/') + 1);
  }
}
