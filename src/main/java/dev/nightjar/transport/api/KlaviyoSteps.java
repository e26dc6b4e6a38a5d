package dev.nightjar.transport.api;

import dev.nightjar.transport.TransportFault;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bean that the route to Klaviyo calls. Rows to add are imported into a list by a job, which
 * creates and updates profiles and leaves what is not given. Rows to remove are looked up, and
 * their profiles are taken out of the list; profiles and consents stay as they are. Whatever is
 * done a second time changes nothing: Klaviyo has no keys for jobs.
 */
public final class KlaviyoSteps {
  private static final String REVISION = "2026-10-15";
  private static final String TYPE = "application/vnd.api+json";
  private static final List<String> IDENTIFIERS = List.of("external_id", "email", "phone_number");
  private static final int PAGE = 100;
  private static final int POLLS = 120;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final HttpCalls calls = new HttpCalls();
  private final KlaviyoAccount account;

  public KlaviyoSteps(KlaviyoAccount account) {
    this.account = account;
  }

  /** A job that imports rows. */
  public record Job(String id) {}

  /**
   * Profiles that are looked up. A question that was answered is not asked again if the step is
   * repeated.
   *
   * @param left values that are still to be looked up, by identifier
   * @param profiles numbers of those that were found
   */
  public record Lookup(
      String list, TreeMap<String, TreeSet<String>> left, TreeSet<String> profiles) {}

  /** Begins to import rows into the list. */
  public Job begin(Batch batch) throws IOException, InterruptedException {
    var data = JsonMapper.shared().createObjectNode().put("type", "profile-bulk-import-job");
    var profiles = data.putObject("attributes").putObject("profiles").putArray("data");
    for (var row : batch.rows()) {
      profiles.addObject().put("type", "profile").set("attributes", attributes(row));
    }
    data.putObject("relationships")
        .putObject("lists")
        .putArray("data")
        .addObject()
        .put("type", "list")
        .put("id", list(batch));
    var answer =
        call("POST", "/api/profile-bulk-import-jobs", BodyPublishers.ofString(wrapped(data)));
    return new Job(answer.path("data").path("id").asString(""));
  }

  /** A dot in a name is an object in an object, such as {@code properties.segment}. */
  private static ObjectNode attributes(ObjectNode row) {
    var attributes = JsonMapper.shared().createObjectNode();
    row.properties()
        .forEach(
            cell -> {
              int dot = cell.getKey().indexOf('.');
              if (dot < 0) {
                attributes.set(cell.getKey(), cell.getValue());
              } else {
                attributes
                    .withObjectProperty(cell.getKey().substring(0, dot))
                    .set(cell.getKey().substring(dot + 1), cell.getValue());
              }
            });
    return attributes;
  }

  /**
   * Waits for the end of a job.
   *
   * @return how many rows Klaviyo refused
   * @throws IOException if it does not end, or not well
   */
  public long await(Job job) throws IOException, InterruptedException {
    var pause = TransportFault.FIRST_PAUSE;
    for (int poll = 0; poll < POLLS; poll++) {
      var path = "/api/profile-bulk-import-jobs/" + encoded(job.id());
      var state = call("GET", path, BodyPublishers.noBody()).path("data").path("attributes");
      var status = state.path("status").asString("");
      if (status.equals("complete")) {
        return state.path("failed_count").asLong(0);
      }
      if (status.equals("cancelled")) {
        throw new IOException("import job " + job.id() + " was cancelled at Klaviyo");
      }
      Thread.sleep(pause.toMillis());
      var longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
    throw new IOException("import job " + job.id() + " does not end at Klaviyo");
  }

  /** What is to be looked up: of each row all identifiers, as each alone names one profile. */
  public Lookup lookup(Batch batch) {
    var left = new TreeMap<String, TreeSet<String>>();
    for (var row : batch.rows()) {
      IDENTIFIERS.stream()
          .filter(row::has)
          .forEach(
              name ->
                  left.computeIfAbsent(name, any -> new TreeSet<>())
                      .add(row.get(name).asString("")));
    }
    return new Lookup(list(batch), left, new TreeSet<>());
  }

  /** Looks up the profiles. A person that Klaviyo does not know is in no list. */
  public Lookup find(Lookup lookup) throws IOException, InterruptedException {
    while (!lookup.left.isEmpty()) {
      var question = lookup.left.firstEntry();
      var answer =
          call("GET", found(question.getKey(), question.getValue()), BodyPublishers.noBody());
      answer.path("data").forEach(each -> lookup.profiles.add(each.path("id").asString("")));
      lookup.left.remove(question.getKey());
    }
    return lookup;
  }

  private static String found(String identifier, Collection<String> values) {
    var array = JsonMapper.shared().createArrayNode();
    values.forEach(array::add);
    var filter = "any(%s,%s)".formatted(identifier, array);
    return "/api/profiles?%s=id&%s=%d&filter=%s"
        .formatted(encoded("fields[profile]"), encoded("page[size]"), PAGE, encoded(filter));
  }

  /** Takes the profiles out of the list. */
  public long remove(Lookup lookup) throws IOException, InterruptedException {
    if (lookup.profiles.isEmpty()) {
      return 0;
    }
    var body = JsonMapper.shared().createObjectNode();
    var data = body.putArray("data");
    lookup.profiles.forEach(id -> data.addObject().put("type", "profile").put("id", id));
    var path = "/api/lists/%s/relationships/profiles".formatted(encoded(lookup.list));
    call("DELETE", path, BodyPublishers.ofString(body.toString()));
    return 0;
  }

  private static String list(Batch batch) {
    return Objects.requireNonNull(batch.of().parameters().get(KlaviyoAccount.LIST));
  }

  private static String wrapped(ObjectNode data) {
    return JsonMapper.shared().createObjectNode().set("data", data).toString();
  }

  private JsonNode call(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    var request =
        HttpCalls.request(URI.create(account.url() + path))
            .header("Authorization", "Klaviyo-API-Key " + account.token())
            .header("revision", REVISION)
            .header("Accept", TYPE)
            .header("Content-Type", TYPE)
            .method(method, body);
    var answer = calls.send(request.build());
    try {
      return JsonMapper.shared().readTree(answer.isEmpty() ? "{}" : answer);
    } catch (JacksonException e) {
      throw new IOException("Klaviyo's answer is not JSON"); // its text can quote people
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
