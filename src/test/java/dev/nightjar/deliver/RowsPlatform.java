package dev.nightjar.deliver;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An address that takes batches of rows and keeps a set of people for each audience. Each key is
 * applied once. People are removed by whatever identifies them, and what a row does not have stays
 * as it is.
 */
final class RowsPlatform extends FaultyServer {
  static final int MOST_ROWS = 25;
  static final String SECRET =
      Base64.getEncoder()
          .encodeToString("a secret of the tests, 32 bytes!".getBytes(StandardCharsets.UTF_8));
  private static final List<String> IDENTIFIERS = List.of("customer_key", "email", "phone");

  private final Map<String, TreeMap<String, Map<String, String>>> people = new TreeMap<>();
  private final Set<String> keys = new HashSet<>();
  private final Set<String> foreign = new TreeSet<>();
  private final Map<String, String> batchOf = new TreeMap<>();
  private final List<String> log = new ArrayList<>();
  private int repeated;

  RowsPlatform(long seed) {
    super(seed);
  }

  /** Puts people in whom others brought. */
  void putOthers(String audience, String... others) {
    for (var key : others) {
      of(audience).put(key, Map.of("customer_key", key, "email", key + "@others.example"));
      foreign.add(key);
    }
  }

  /** Keys of the people in an audience, those that others brought left out. */
  synchronized Set<String> ours(String audience) {
    var ours = new TreeSet<>(of(audience).keySet());
    ours.removeAll(foreign);
    return ours;
  }

  /** Values of the people in an audience that others did not bring, each as {@code KEY VALUE}. */
  synchronized Set<String> values(String audience, String name) {
    return ours(audience).stream()
        .map(key -> key + " " + of(audience).get(key).getOrDefault(name, ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether all whom others brought are there still. */
  synchronized boolean hasOthers(String audience) {
    return of(audience).keySet().containsAll(foreign);
  }

  /** How often a batch came that was applied before. */
  synchronized int repeated() {
    return repeated;
  }

  /** The batches as they were applied, each as {@code NIGHT AUDIENCE KIND NUMBER}. */
  synchronized List<String> log() {
    return List.copyOf(log);
  }

  /** While it is down, it takes removes alone. */
  @Override
  boolean isRefusedWhileDown(HttpExchange exchange, String body) {
    return !body.contains("\"kind\":\"removes\"");
  }

  @Override
  Answer apply(HttpExchange exchange, String body) {
    var batch = JsonMapper.shared().readTree(body);
    var key = batch.get("key").asString();
    var headers = exchange.getRequestHeaders();
    require("signed", isSigned(exchange, key, body));
    require("keyed", key.equals(headers.getFirst("Idempotency-Key")));
    require("posted as JSON", "application/json".equals(headers.getFirst("Content-Type")));
    if (batch.get("rows").size() > MOST_ROWS) {
      violated("at most " + MOST_ROWS + " rows");
      return new Answer(413, "");
    }
    if (!keys.add(key)) {
      repeated++;
      return new Answer(200, "known");
    }
    var audience = batch.get("audience").asString();
    var kind = batch.get("kind").asString();
    log.add(
        "%s %s %s %d"
            .formatted(batch.get("night").asString(), audience, kind, batch.get("batch").asInt()));
    batch.get("rows").forEach(row -> apply(audience, kind, row, key));
    return new Answer(200, "thanks");
  }

  private void apply(String audience, String kind, JsonNode row, String key) {
    var there = of(audience);
    if (kind.equals("removes")) {
      var gone = identifiers(List.of(values(row)));
      require("with somebody to remove", !gone.isEmpty());
      for (var each : List.copyOf(there.keySet())) {
        if (identifiers(List.of(there.get(each))).stream().anyMatch(gone::contains)) {
          there.remove(each);
          require("removing only ours", !foreign.contains(each));
        }
      }
      return;
    }
    var person = row.get("customer_key").asString();
    var merged = new TreeMap<>(there.getOrDefault(person, Map.of()));
    merged.putAll(values(row));
    there.put(person, merged);
    var extract = key.substring(0, key.lastIndexOf('-'));
    var other = batchOf.put(extract + " " + person, key);
    require("each person in one batch of an extract", other == null || other.equals(key));
  }

  private static Map<String, String> values(JsonNode row) {
    var values = new TreeMap<String, String>();
    row.properties().forEach(cell -> values.put(cell.getKey(), text(cell.getValue())));
    return values;
  }

  private static String text(JsonNode cell) {
    return cell.isNull() ? "null" : cell.asString();
  }

  private static Set<String> identifiers(Collection<Map<String, String>> rows) {
    var identifiers = new HashSet<String>();
    for (var row : rows) {
      IDENTIFIERS.stream()
          .filter(row::containsKey)
          .forEach(name -> identifiers.add(name + " " + row.get(name)));
    }
    return identifiers;
  }

  private TreeMap<String, Map<String, String>> of(String audience) {
    return people.computeIfAbsent(audience, any -> new TreeMap<>());
  }

  private void require(String rule, boolean holds) {
    if (!holds) {
      violated(rule);
    }
  }

  private static boolean isSigned(HttpExchange exchange, String key, String body) {
    try {
      var headers = exchange.getRequestHeaders();
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
      var signed = key + "." + headers.getFirst("webhook-timestamp") + "." + body;
      var signature =
          "v1,"
              + Base64.getEncoder()
                  .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
      return signature.equals(headers.getFirst("webhook-signature"))
          && key.equals(headers.getFirst("webhook-id"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
