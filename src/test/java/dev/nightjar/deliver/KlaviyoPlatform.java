package dev.nightjar.deliver;

import com.sun.net.httpserver.HttpExchange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Klaviyo as its reference describes what Nightjar calls (revision 2026-10-15): import jobs that
 * create or update profiles and put them into lists, profiles found by one of their identifiers,
 * and profiles taken out of a list.
 */
final class KlaviyoPlatform extends FaultyServer {
  static final String TOKEN = "pk_tests";
  private static final List<String> IDENTIFIERS = List.of("email", "phone_number", "external_id");

  private final Map<String, ObjectNode> profiles = new TreeMap<>();
  private final Map<String, Set<String>> lists = new TreeMap<>();
  private final Map<String, Integer> jobs = new HashMap<>();
  private final Map<String, Integer> failed = new HashMap<>();

  KlaviyoPlatform(long seed) {
    super(seed);
  }

  /** Puts a profile into a list by hand. */
  synchronized void put(String list, String email) {
    var attributes = JsonMapper.shared().createObjectNode().put("email", email);
    lists.computeIfAbsent(list, any -> new TreeSet<>()).add(upsert(attributes));
  }

  /** Values of the profiles in a list; empty texts where they have none. */
  synchronized Set<String> values(String list, String name) {
    var values = new TreeSet<String>();
    lists
        .getOrDefault(list, Set.of())
        .forEach(id -> values.add(profiles.get(id).path(name).asString("")));
    return values;
  }

  /** What is known of the profile with an e-mail address. */
  synchronized JsonNode profile(String email) {
    return profiles.values().stream()
        .filter(each -> each.path("email").asString("").equals(email))
        .findFirst()
        .orElseThrow();
  }

  @Override
  Answer apply(HttpExchange exchange, String body) {
    var headers = exchange.getRequestHeaders();
    if (!("Klaviyo-API-Key " + TOKEN).equals(headers.getFirst("Authorization"))) {
      return new Answer(401, "");
    }
    if (!"2026-10-15".equals(headers.getFirst("revision"))) {
      violated("revision");
    }
    var path = exchange.getRequestURI().getPath();
    var call = exchange.getRequestMethod() + " " + path.replaceAll("/[^/]*\\d[^/]*", "/ID");
    return switch (call) {
      case "POST /api/profile-bulk-import-jobs" -> begin(JsonMapper.shared().readTree(body));
      case "GET /api/profile-bulk-import-jobs/ID" -> job(path.substring(path.lastIndexOf('/') + 1));
      case "GET /api/profiles" -> found(exchange.getRequestURI().getQuery());
      case "DELETE /api/lists/ID/relationships/profiles" ->
          remove(path.split("/")[3], JsonMapper.shared().readTree(body));
      default -> new Answer(404, "");
    };
  }

  private Answer begin(JsonNode request) {
    var data = request.path("data");
    var rows = data.path("attributes").path("profiles").path("data");
    if (rows.size() > 10_000 || request.toString().length() > 5_000_000) {
      violated("limits of an import");
      return new Answer(400, "");
    }
    int refused = 0;
    for (var row : rows) {
      var attributes = (ObjectNode) row.path("attributes");
      attributes.forEach(
          value -> {
            if (value.isNull()) {
              violated("no null in an import");
            }
          });
      if (attributes.path("email").asString("").startsWith("refused")) {
        refused++;
        continue;
      }
      var id = upsert(attributes);
      data.path("relationships")
          .path("lists")
          .path("data")
          .forEach(
              list ->
                  lists
                      .computeIfAbsent(list.path("id").asString(), any -> new TreeSet<>())
                      .add(id));
    }
    var job = "J" + (jobs.size() + 1);
    jobs.put(job, 0);
    failed.put(job, refused);
    return new Answer(
        202, "{\"data\":{\"type\":\"profile-bulk-import-job\",\"id\":\"%s\"}}".formatted(job));
  }

  /** The profile that has one of the identifiers, or a new one. */
  private String upsert(ObjectNode attributes) {
    var id =
        profiles.entrySet().stream()
            .filter(
                each ->
                    IDENTIFIERS.stream()
                        .anyMatch(name -> isSame(each.getValue(), attributes, name)))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("P" + (profiles.size() + 1));
    profiles.computeIfAbsent(id, any -> JsonMapper.shared().createObjectNode()).setAll(attributes);
    return id;
  }

  private static boolean isSame(ObjectNode one, ObjectNode other, String name) {
    return one.has(name) && one.get(name).equals(other.get(name));
  }

  /** Done at the third question. */
  private Answer job(String id) {
    if (!jobs.containsKey(id)) {
      return new Answer(404, "");
    }
    var status = jobs.merge(id, 1, Integer::sum) > 2 ? "complete" : "processing";
    return new Answer(
        200,
        "{\"data\":{\"id\":\"%s\",\"attributes\":{\"status\":\"%s\",\"failed_count\":%d}}}"
            .formatted(id, status, failed.get(id)));
  }

  private Answer found(String query) {
    var filter = query.replaceAll(".*filter=any\\((.*)\\)$", "$1");
    int comma = filter.indexOf(',');
    var name = filter.substring(0, comma);
    var wanted = JsonMapper.shared().readTree(filter.substring(comma + 1));
    if (wanted.size() > 100 || !query.contains("page[size]=100")) {
      violated("a page of profiles");
    }
    var answer = JsonMapper.shared().createObjectNode();
    var data = answer.putArray("data");
    profiles.forEach(
        (id, profile) ->
            wanted.forEach(
                value -> {
                  if (value.equals(profile.get(name))) {
                    data.addObject().put("type", "profile").put("id", id);
                  }
                }));
    return new Answer(200, answer.toString());
  }

  private Answer remove(String list, JsonNode request) {
    if (request.path("data").size() > 1000) {
      violated("at most 1000 profiles");
      return new Answer(400, "");
    }
    request
        .path("data")
        .forEach(each -> lists.getOrDefault(list, Set.of()).remove(each.path("id").asString()));
    return new Answer(204, "");
  }
}
