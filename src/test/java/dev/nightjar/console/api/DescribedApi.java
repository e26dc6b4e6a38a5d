package dev.nightjar.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.nightjar.kit.AConsole;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A program that knows the API by its description alone, and compares each answer with it. Here, an
 * answer has no field that the description does not have, although programs are to expect some.
 */
final class DescribedApi {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final AConsole.Visitor program;
  private final JsonNode description;

  private DescribedApi(AConsole.Visitor program, JsonNode description) {
    this.program = program;
    this.description = description;
  }

  /** Reads the description. */
  static DescribedApi of(AConsole.Visitor program) {
    var answer = program.get("/api/v1/openapi.yaml");
    assertThat(answer.statusCode()).isEqualTo(200);
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(answer.body());
    JsonNode description = JSON.valueToTree(yaml);
    description.at("/components/schemas").forEach(DescribedApi::close);
    return new DescribedApi(program, description);
  }

  private static void close(JsonNode schema) {
    if (schema.has("properties")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
  }

  /** A request that the description has. */
  record Operation(String method, String path, JsonNode details) {
    String id() {
      return details.get("operationId").asString();
    }

    /** The role without which it is refused; empty if everybody can do it. */
    String role() {
      var security = details.get("security");
      return security == null
          ? "viewer"
          : security.isEmpty() ? "" : security.get(0).get("token").get(0).asString();
    }
  }

  List<Operation> operations() {
    return description.get("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(each -> new Operation(each.getKey(), path.getKey(), each.getValue())))
        .toList();
  }

  JsonNode description() {
    return description;
  }

  /** Asks for something that has no body. */
  HttpResponse<String> call(String operation, Map<String, String> parameters) {
    return call(operation, parameters, null);
  }

  /** Asks for something, and compares the answer with the description. */
  HttpResponse<String> call(
      String operation, Map<String, String> parameters, @Nullable String body) {
    var found =
        operations().stream().filter(each -> each.id().equals(operation)).findFirst().orElseThrow();
    var path = address(found, parameters);
    var answer =
        switch (found.method()) {
          case "get" -> program.get(path);
          case "post" -> program.postJson(path, body == null ? "" : body);
          default -> throw new AssertionError(found.method());
        };
    compare(found, answer);
    return answer;
  }

  /** What a request was answered with. */
  static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private String address(Operation operation, Map<String, String> parameters) {
    var path = operation.path();
    var query = new StringBuilder();
    var described = new TreeSet<String>();
    for (var each : operation.details().path("parameters")) {
      var parameter = resolved(each);
      var name = parameter.get("name").asString();
      described.add(name);
      var value = parameters.get(name);
      if (parameter.get("in").asString().equals("path")) {
        path = path.replace("{" + name + "}", value);
      } else if (value != null) {
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    assertThat(described).containsAll(parameters.keySet());
    return path + query;
  }

  private void compare(Operation operation, HttpResponse<String> answer) {
    var responses = operation.details().get("responses");
    var named = responses.get(String.valueOf(answer.statusCode()));
    assertThat(named != null || answer.statusCode() >= 400)
        .as("%s: status %d is described", operation.id(), answer.statusCode())
        .isTrue();
    var response = resolved(named == null ? responses.get("default") : named);
    var type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    var schema = response.get("content").get(type);
    assertThat(schema).as("%s: type %s is described", operation.id(), type).isNotNull();
    for (var header : List.of("ETag", "Link", "Location", "Retry-After", "WWW-Authenticate")) {
      assertThat(response.path("headers").has(header) || !has(header, answer))
          .as("%s: header %s is described", operation.id(), header)
          .isTrue();
    }
    if (type.endsWith("json")) {
      assertThat(errors(schema.get("schema"), json(answer))).as(operation.id()).isEmpty();
    }
  }

  private static boolean has(String header, HttpResponse<String> answer) {
    return answer.headers().firstValue(header).isPresent();
  }

  /** What does not fit a schema of the description. */
  List<String> errors(JsonNode schema, JsonNode json) {
    var root = JSON.createObjectNode();
    root.set("components", description.get("components"));
    root.putArray("allOf").add(schema);
    return SCHEMAS.getSchema(root).validate(json).stream()
        .map(each -> each.getInstanceLocation() + ": " + each.getMessage())
        .toList();
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? description.at(node.get("$ref").asString().substring(1)) : node;
  }

  /** Roles that include a role. */
  static Stream<String> from(String role) {
    var all = List.of("", "viewer", "marketing", "ops");
    return all.stream().skip(all.indexOf(role));
  }
}
