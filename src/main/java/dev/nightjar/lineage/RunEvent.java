package dev.nightjar.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event of OpenLineage 2-0-2: a run of a job began or ended.
 *
 * @param eventTime when it happened, as ISO 8601 in UTC
 */
record RunEvent(
    Type eventType,
    String eventTime,
    String producer,
    String schemaURL,
    Run run,
    Job job,
    List<Dataset> inputs,
    List<Dataset> outputs) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PRODUCER = "urn:nightjar:lineage";
  private static final String SPEC = "https://openlineage.io/spec/";

  /** What happened to the run; ABORT if somebody stopped it. */
  enum Type {
    START,
    COMPLETE,
    ABORT,
    FAIL
  }

  /** One attempt at a job; all of its events have the same id. */
  record Run(UUID runId, Map<String, ?> facets) {}

  /** A night, or a stage of it. */
  record Job(String namespace, String name, Map<String, ?> facets) {}

  /** A table or a file. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Dataset(
      String namespace,
      String name,
      Map<String, ?> facets,
      Map<String, ?> inputFacets,
      Map<String, ?> outputFacets) {}

  /** The tables and files that a run reads and writes. */
  record Flow(List<Dataset> inputs, List<Dataset> outputs) {
    static final Flow NONE = new Flow(List.of(), List.of());
  }

  static RunEvent of(Type type, Instant time, Run run, Job job, Flow flow) {
    return new RunEvent(
        type,
        time.toString(),
        PRODUCER,
        SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent",
        run,
        job,
        flow.inputs(),
        flow.outputs());
  }

  /**
   * A facet.
   *
   * @param version and name of its schema, such as 1-0-1/DatasourceDatasetFacet
   */
  static Map<String, ?> facet(String version, Map<String, ?> values) {
    var facet = new LinkedHashMap<String, Object>();
    facet.put("_producer", PRODUCER);
    facet.put(
        "_schemaURL",
        SPEC
            + "facets/%s.json#/$defs/%s"
                .formatted(version, version.substring(version.indexOf('/') + 1)));
    facet.putAll(values);
    return facet;
  }

  /** The event as JSON in one line. */
  String json() {
    return JSON.writeValueAsString(this);
  }
}
